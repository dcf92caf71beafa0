/** Words of a profile in simplified forms, as the recognisers compare them: a paper in traditional characters lists its own. */
import type { Lexicon } from "../lexicon/lexicon.ts";
import { type Profile, WORD_LISTS } from "./schema.ts";

const folded = new WeakMap<Profile, Profile>();

/** The same profile where nothing is to be folded, as in the built-in ones. The paper's name stays as it prints it. */
export function foldProfile(profile: Profile, lexicon: Lexicon): Profile {
  const known = folded.get(profile);
  if (known !== undefined) return known;
  let result = profile;
  for (const list of WORD_LISTS) {
    const words = profile[list].map((word) => lexicon.simplify(word));
    if (words.some((word, i) => word !== profile[list][i])) result = { ...result, [list]: [...new Set(words)] };
  }
  folded.set(profile, result);
  return result;
}
