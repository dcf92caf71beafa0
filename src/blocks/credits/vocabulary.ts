/**
 * The words of bylines, from the profile and from `words.json`, ready to be matched at a place of folded text.
 */
import type { Context } from "../../context.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Profile } from "../../profiles/schema.ts";
import { CreditHints } from "./hints.ts";
import WORDS from "./words.json" with { type: "json" };

/** Words by their first code unit, the longest first. */
export type WordIndex = ReadonlyMap<number, readonly string[]>;

export interface CreditVocabulary {
  readonly lexicon: Lexicon;
  readonly roles: WordIndex;
  /** 责编, 校对: who made the page, not the article. */
  readonly staff: ReadonlySet<string>;
  readonly works: WordIndex;
  /** First code units of all roles, their modifiers and works: most letters of a name are none of them. */
  readonly starts: ReadonlySet<number>;
  /** Roles that need nobody's name: 本报评论员. */
  readonly nameless: WordIndex;
  /** Outlets of the profile and those that datelines of this page name. */
  readonly outlets: WordIndex;
  readonly outletList: readonly string[];
  readonly agencies: WordIndex;
  readonly hints: CreditHints;
}

const cache = new WeakMap<Profile, CreditVocabulary>();

/** @param known outlets seen on this page, as printed. */
export function creditVocabulary(context: Context, known: readonly string[] = []): CreditVocabulary {
  let made = cache.get(context.profile);
  if (made === undefined) {
    made = fromProfile(context);
    cache.set(context.profile, made);
  }
  if (known.length === 0) return made;
  const outletList = [...known.map((outlet) => context.lexicon.simplify(outlet)), ...made.outletList];
  const agencies = [...outletList, ...[...made.agencies.values()].flat()];
  return { ...made, outletList, outlets: indexed(outletList), agencies: indexed(agencies) };
}

function fromProfile({ profile, lexicon }: Context): CreditVocabulary {
  const roles = [...profile.creditRoles, ...WORDS.roleBases, ...WORDS.layRoles, ...profile.staffCredits];
  return {
    lexicon,
    roles: indexed(roles),
    staff: new Set(profile.staffCredits),
    works: indexed(WORDS.works),
    starts: new Set([...roles, ...WORDS.roleModifiers, ...WORDS.works].map((word) => word.charCodeAt(0))),
    nameless: indexed(WORDS.namelessRoles),
    outlets: indexed(profile.bylinePrefixes),
    outletList: profile.bylinePrefixes,
    agencies: indexed(profile.datelines.map((dateline) => dateline.replace(/(?:专电|讯|电|消息)$/, ""))),
    hints: new CreditHints([...roles, ...WORDS.works, ...WORDS.namelessRoles, ...WORDS.unitEndings], WORDS.shortRoles),
  };
}

/** Words by their first character, long ones first. */
export function indexed(words: readonly string[]): WordIndex {
  const out = new Map<number, string[]>();
  for (const word of words) {
    const list = out.get(word.charCodeAt(0));
    if (list === undefined) out.set(word.charCodeAt(0), [word]);
    else if (!list.includes(word)) insert(word, list);
  }
  return out;
}

/** Lists are short, and a start makes a hundred of them: no sort, which would call back for each pair. */
function insert(word: string, list: string[]): void {
  const at = list.findIndex((other) => other.length < word.length || (other.length === word.length && other > word));
  list.splice(at < 0 ? list.length : at, 0, word);
}

/** Length of the longest listed word that stands at `at`, or 0. */
export function wordLength(text: string, at: number, words: WordIndex): number {
  const list = words.get(text.charCodeAt(at));
  if (list === undefined) return 0;
  for (const word of list) if (text.startsWith(word, at)) return word.length;
  return 0;
}

/** 全媒体, 见习: words before a role. */
export const MODIFIERS: WordIndex = indexed(WORDS.roleModifiers);
const BASES = indexed(WORDS.roleBases);
const LAY: ReadonlySet<string> = new Set(WORDS.layRoles);
const SHORT: ReadonlySet<string> = new Set(WORDS.shortRoles);
const PICTURE: ReadonlySet<string> = new Set(WORDS.pictureRoles);
const UNITS: readonly string[] = WORDS.unitEndings;
/** A role has no more than this many words before its base: 全媒体首席摄影记者. */
const MOST_MODIFIERS = 3;

/** Length of the role at `at`: one of the lists, or modifiers before a base. 全媒体首席摄影记者, 特约通讯员. */
export function roleLength(text: string, at: number, vocabulary: CreditVocabulary): number {
  const listed = wordLength(text, at, vocabulary.roles);
  let end = at;
  for (let i = 0; i < MOST_MODIFIERS; i += 1) {
    const modifier = wordLength(text, end, MODIFIERS);
    if (modifier === 0) break;
    end += modifier;
    const base = wordLength(text, end, BASES);
    if (base > 0) return Math.max(listed, end + base - at);
  }
  return listed;
}

/** 市民, 作者, 图: roles whose words also open headlines and sentences, so that only sure names follow them. */
export function isLayRole(role: string): boolean {
  return LAY.has(role);
}

/** 文, 图, 摄: words of one letter, roles only beside their separator or behind a name. */
export function isShortRole(role: string): boolean {
  return SHORT.has(role);
}

/** 摄, 供图, 图片: who made the picture. */
export function isPictureRole(role: string): boolean {
  return PICTURE.has(role);
}

/** An office that signs without a role: 青石县融媒体中心 褚兰. */
export function isUnit(outlet: string): boolean {
  return UNITS.some((ending) => outlet.endsWith(ending) && outlet.length > ending.length + 1);
}

const ENDINGS: readonly string[] = WORDS.outletEndings;
const ENDING_LAST: ReadonlySet<number> = new Set(ENDINGS.map((ending) => ending.charCodeAt(ending.length - 1)));

/** Whether what stands between two places ends as the name of a paper, agency or station does. */
export function endsAsOutlet(text: string, from: number, to: number): boolean {
  if (!ENDING_LAST.has(text.charCodeAt(to - 1))) return false;
  return ENDINGS.some((ending) => to - from > ending.length && text.startsWith(ending, to - ending.length));
}

const COUNTRIES: ReadonlySet<string> = new Set(WORDS.countries);

/** （美）, [英]: where a foreign author comes from. */
export function isCountry(text: string): boolean {
  return COUNTRIES.has(text);
}
