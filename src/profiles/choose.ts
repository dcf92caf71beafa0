/**
 * Which built-in newspaper a page is from, by the words only that paper prints: its datelines and its outlet.
 */
import { builtInProfiles, loadProfile } from "./load.ts";
import type { Profile } from "./schema.ts";

/** The built-in profile whose own datelines and outlet the page holds most often; `generic` where none occurs. */
export function chooseProfile(text: string): Profile {
  const generic = loadProfile("generic");
  let best = generic;
  let most = 0;
  for (const profile of builtInProfiles()) {
    if (profile.id === generic.id) continue;
    const own = [...profile.datelines, ...profile.bylinePrefixes].filter((word) => !isGeneral(word, generic));
    let count = 0;
    for (const word of own) count += text.split(word).length - 1;
    if (count > most) {
      most = count;
      best = profile;
    }
  }
  return best;
}

function isGeneral(word: string, generic: Profile): boolean {
  return generic.datelines.includes(word) || generic.bylinePrefixes.includes(word);
}
