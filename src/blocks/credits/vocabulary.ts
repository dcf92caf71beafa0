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
  /** Matches any text that holds a role, in either script: a cheap first look. */
  readonly roleHint: RegExp;
}

const cache = new WeakMap<Profile, CreditVocabulary>();

export function creditVocabulary(context: Context): CreditVocabulary {
  const known = cache.get(context.profile);
  if (known !== undefined) return known;
  const { profile } = context;
  const made: CreditVocabulary = {
    roles: longestFirst(profile.creditRoles),
    outlets: longestFirst(profile.bylinePrefixes),
    agencies: longestFirst(profile.datelines.map((dateline) => dateline.replace(/[讯电]$/, ""))),
    roleHint: roleHint(profile.creditRoles),
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

/** Traditional twins of characters that roles are written with. */
const TWINS: Readonly<Record<string, string>> = {
  记: "記",
  讯: "訊",
  员: "員",
  图: "圖",
  摄: "攝",
  实: "實",
  习: "習",
  编: "編",
  辑: "輯",
  译: "譯",
  见: "見",
  绘: "繪",
  约: "約",
  体: "體",
  频: "頻",
  读: "讀",
  画: "畫",
  写: "寫",
  报: "報",
  导: "導",
  制: "製",
};

/** Any role of two characters and more, blanks inside it or not; a one-letter role only beside its separator. */
function roleHint(roles: readonly string[]): RegExp {
  const letter = (char: string): string => (TWINS[char] === undefined ? char : `[${char}${TWINS[char]}]`);
  const ends = new Set(
    roles.filter((role) => role.length > 1).map((role) => [...role.slice(-2)].map(letter).join("\\s*")),
  );
  return new RegExp(
    `${[...ends].join("|")}|[文图圖摄攝]\\s*[/／|｜丨:：]|[/／]\\s*[文图圖摄攝]|[摄攝]\\s*[）)]?$`,
    "u",
  );
}
