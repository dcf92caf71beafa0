/** Staff credits (责编等): who edited the page. Roles first, names after them, and no sentence. */
import type { Context } from "../../context.ts";
import type { Profile } from "../../profiles/schema.ts";
import { isHanCode } from "../../text/chars.ts";
import { namesIn } from "../credits/names.ts";
import { indexed, type WordIndex, wordLength } from "../credits/vocabulary.ts";
import { isBoundary, type TightLine } from "./tight.ts";

/** What parts a role from its names: `责编/池雨`, `版式：文远`. */
const ROLE_SIGN = /[/:|丨]/;
const NAME_SIGN = /[、,/·]/;
/** What a paper sets before a role: 本版责编, 一版责编, 值班编辑. */
const OF_ROLE = /(?:本版|本期|今日|[一二三四五六七八九十]{1,2}版|值班|首席|夜班|实习)/y;
/** Longest run of names behind one role, in characters. */
const LONGEST_NAMES = 16;
/** Roles that no byline has and that stand without a name only where the scan put it on another line. */
const SURE_ROLE = /^(?:本版|本期|[一二三四五六七八九十]{1,2}版|值班)|责编|责任编辑|美编|校[对读]/;

/** One credit, as printed. Offsets are those of the tight line. */
export interface StaffCredit {
  readonly role: string;
  readonly name: string;
}

/**
 * Where the staff credit that begins here ends, or -1: one role or several, 责编/版式 温故, and the names behind.
 * @param startsItem whether another item of a running line begins at an offset.
 */
export function readStaff(line: TightLine, at: number, startsItem: (at: number) => boolean, context: Context): number {
  const roleEnd = rolesEnd(line, at, context);
  if (roleEnd < 0) return -1;
  let start = roleEnd;
  if (ROLE_SIGN.test(line.text.charAt(start))) start += 1;
  let end = start;
  while (end < line.text.length && end - start < LONGEST_NAMES) {
    if (end - start >= 2 && (roleAt(line, end, context) > 0 || startsItem(end))) break;
    const isNameSign = NAME_SIGN.test(line.text.charAt(end)) && end > start;
    if (!isHanCode(line.text.charCodeAt(end)) && !isNameSign) break;
    end += 1;
  }
  while (end > start && NAME_SIGN.test(line.text.charAt(end - 1))) end -= 1;
  if (end === start) return SURE_ROLE.test(line.text.slice(at, roleEnd)) && end >= line.text.length ? end : -1;
  // 编辑同志： opens a letter.
  if (ROLE_SIGN.test(line.text.charAt(end))) return -1;
  const names = namesOf(line, start, end, line.text, context);
  if (names === null) return -1;
  // 校对一生: a role and a name with nothing between them are a headline as well.
  const isParted = start > roleEnd || isBoundary(line, start);
  // 编辑␠记玉␠美编␠温故: of a family name a scan may make anything; what stands between two roles is a name.
  const isSure =
    (isParted && (isSureRole(line, at, roleEnd) || isSureRole(line, end, roleAt(line, end, context)))) || at > 0;
  return isSure || names.some(({ isUsual }) => isUsual) ? end : -1;
}

function isSureRole({ text }: TightLine, from: number, to: number): boolean {
  return to > from && SURE_ROLE.test(text.slice(from, to));
}

/** The credits of one staff item: every name with the roles before it. @param printed text without blanks. */
export function staffCredits(
  line: TightLine,
  item: { start: number; end: number },
  printed: string,
  context: Context,
): StaffCredit[] {
  const roleEnd = rolesEnd(line, item.start, context);
  if (roleEnd < 0) return [];
  let start = roleEnd;
  if (ROLE_SIGN.test(line.text.charAt(start))) start += 1;
  const role = printed.slice(item.start, roleEnd).replace(/^(?:本版|本期|今日|[一二三四五六七八九十]{1,2}版)(?=.)/, "");
  return (namesOf(line, start, item.end, printed, context) ?? []).map(({ name }) => ({ role, name }));
}

/** Where a blank may stand in a staff item: before each name that no sign parts from its role or the name before. */
export function creditStarts(line: TightLine, item: { start: number; end: number }, context: Context): number[] {
  const starts: number[] = [];
  let at = Math.max(item.start, rolesEnd(line, item.start, context));
  for (const { name } of staffCredits(line, item, line.text, context)) {
    at = line.text.indexOf(name, at);
    if (!ROLE_SIGN.test(line.text.charAt(at - 1)) && !NAME_SIGN.test(line.text.charAt(at - 1))) starts.push(at);
    at += name.length;
  }
  return starts;
}

/** End of the longest role or chain of roles here: 责编, 责编/版式. */
function rolesEnd(line: TightLine, at: number, context: Context): number {
  let end = roleAt(line, at, context);
  if (end < 0) return -1;
  for (;;) {
    const sign = /[/、·]/.test(line.text.charAt(end)) ? 1 : 0;
    const next = sign > 0 ? roleAt(line, end + sign, context) : -1;
    if (next < 0) return end;
    end = next;
  }
}

/** What `OF_ROLE` begins with. */
const FIRST_OF_ROLE = "本今一二三四五六七八九十值首夜实";

function roleAt({ text }: TightLine, at: number, { profile }: Context): number {
  const roles = rolesOf(profile);
  const size = wordLength(text, at, roles);
  const end = size > 0 ? at + size : -1;
  if (!FIRST_OF_ROLE.includes(text.charAt(at))) return end;
  OF_ROLE.lastIndex = at;
  if (!OF_ROLE.test(text)) return end;
  const start = OF_ROLE.lastIndex;
  const further = wordLength(text, start, roles);
  return further > 0 ? Math.max(end, start + further) : end;
}

const known = new WeakMap<Profile, WordIndex>();

function rolesOf(profile: Profile): WordIndex {
  let roles = known.get(profile);
  if (roles === undefined) {
    roles = indexed(profile.staffCredits);
    known.set(profile, roles);
  }
  return roles;
}

/** The names of a zone, blanks telling them apart where the dump has kept them; null where it holds something else. */
function namesOf(
  line: TightLine,
  start: number,
  end: number,
  printed: string,
  { lexicon }: Context,
): { readonly name: string; readonly isUsual: boolean }[] | null {
  let zone = "";
  for (let at = start; at < end; at += 1) {
    if (at > start && isBoundary(line, at)) zone += " ";
    zone += NAME_SIGN.test(printed.charAt(at)) && printed.charAt(at) !== "·" ? "\u3000" : printed.charAt(at);
  }
  const parts = zone.split("\u3000").map((part) => namesIn(part, lexicon));
  if (parts.some((part) => part === null)) return null;
  return parts.flatMap((part) => part ?? []);
}
