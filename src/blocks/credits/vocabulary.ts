/**
 * The words of bylines, from the profile, ready to be matched at a place in blank-free text.
 */
import type { Context } from "../../context.ts";
import type { Profile } from "../../profiles/schema.ts";

export interface CreditVocabulary {
  /** Longest first. */
  readonly roles: readonly string[];
  readonly outlets: readonly string[];
  readonly agencies: readonly string[];
}

const cache = new WeakMap<Profile, CreditVocabulary>();

export function creditVocabulary(context: Context): CreditVocabulary {
  const known = cache.get(context.profile);
  if (known !== undefined) return known;
  const { profile } = context;
  const made: CreditVocabulary = {
    roles: longestFirst(profile.creditRoles),
    outlets: longestFirst(profile.bylinePrefixes),
    agencies: longestFirst(profile.datelines.map((dateline) => dateline.replace(/[讯电]$/u, ""))),
  };
  cache.set(profile, made);
  return made;
}

function longestFirst(words: readonly string[]): string[] {
  return [...new Set(words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** The first listed word that stands at `at`, or null. */
export function wordAt(text: string, at: number, words: readonly string[]): string | null {
  for (const word of words) if (text.startsWith(word, at)) return word;
  return null;
}
