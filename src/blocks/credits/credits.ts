/**
 * The grammar of bylines (署名).
 *
 * In: the text of a possible byline, blanks as the scan left them. Out: its parts in order (marks, outlets, roles,
 * names), or null where it does not read as a byline from end to end. Never: changes text; `repair/byline` does that.
 *
 *     byline  = [mark] credit+            □ 本报记者 史钰 摄影 程爱
 *     credit  = [outlet] role [sep] names | names | work
 *     work    = 文/图                      a role that names nobody
 *     sep     = / ： | 、 or blanks
 */
import type { Context } from "../../context.ts";
import type { Author } from "../../page.ts";
import { isBlankCode, looseOffset, type Tight, tighten } from "../../text/chars.ts";
import type { Span } from "../../text/source.ts";
import { type NameSpan, readNames } from "./names.ts";
import { type CreditVocabulary, creditVocabulary, wordAt } from "./vocabulary.ts";

export type CreditPartKind = "mark" | "outlet" | "role" | "name" | "separator" | "work";

/** Offsets are those of the text that was read. */
export interface CreditPart extends Span {
  readonly kind: CreditPartKind;
  /** Without blanks. */
  readonly text: string;
}

export interface Credits {
  readonly parts: readonly CreditPart[];
  readonly authors: readonly Author[];
  /** Whether a role, an outlet or a mark shows that this is a byline; bare names alone do not. */
  readonly isMarked: boolean;
}

const MARK = "■□◎○●▲◆◇☉⊙";
const MARKS_HINT = /[■□◎○●▲◆◇☉⊙]/;
const SEPARATOR = "/／|｜丨:：、，,;；";
/** `文/图`, `图文`, `文/视频` that names nobody; not `文/廖桂`, where a name follows. */
const WORK = /^(?:文[/／]?图|图[/／]?文|文[/／]视频|图[/／]视频|摄影报道|文并摄)/;
/** `文/`, `图|`: one-letter roles need their separator, 文 and 图 are also parts of names. */
const SHORT_ROLE = /^(文|图|摄)(?=[/／|｜丨:：])/;
/** What the name of a newspaper, agency or station ends in, before a role: 湖北日报, 省电视台, 都市报全媒体. */
const OUTLET = /^[〇㐀-鿿/／]+(?:报|社|网|台|刊|在线|客户端)(?:全媒体|融媒体)?$/;
const OUTLET_LAST = "报社网台刊线端体";
const LONGEST_OUTLET = 16;
const LONGEST_BYLINE = 120;
/** Up to this length a text may be bare names: 龙小满 田青 石青. */
const SHORT_TEXT = 24;
/** More names than this before any role are words of a title: （罗勇 记者 江潇） has one. */
const MOST_UNMARKED = 3;

/**
 * @param known outlets seen on this page, beside those of the profile.
 * @param isBracketed the text stood in the bracket of a dateline: unusual names are names there.
 */
export function readCredits(
  text: string,
  context: Context,
  known: readonly string[] = [],
  isBracketed = false,
): Credits | null {
  if (!mayHoldCredits(text, context)) return null;
  const tight = tighten(text);
  if (tight.text.length < 2 || tight.text.length > LONGEST_BYLINE) return null;
  const simple = context.lexicon.simplify(tight.text);
  const vocabulary = creditVocabulary(context);
  const scan: Scan = { text, tight, simple, vocabulary, known, isBracketed, parts: [] };
  let at = 0;
  while (at < simple.length) {
    const step = readPart(scan, at, context);
    if (step === null) return null;
    at = step;
  }
  const { parts } = scan;
  if (!parts.some((part) => part.kind === "name" || part.kind === "role" || part.kind === "work")) return null;
  if (parts.some((part, i) => part.kind === "role" && !namesFollow(parts, i))) return null;
  const isMarked = parts.some((part) => part.kind === "role" || part.kind === "mark" || part.kind === "work");
  return { parts, authors: authorsOf(parts), isMarked };
}

/** A cheap look first: most texts are no bylines. Sentence marks end the question, and so does a text with no role. */
function mayHoldCredits(text: string, context: Context): boolean {
  if (text.length > LONGEST_BYLINE * 2 || /[。！？!?；“”"《]/.test(text)) return false;
  return text.length <= SHORT_TEXT || hintsAtCredits(text, context);
}

/** Whether a text holds a role or begins with a mark of bylines, so that reading it may pay. */
export function hintsAtCredits(text: string, context: Context): boolean {
  return creditVocabulary(context).roleHint.test(text) || MARKS_HINT.test(text);
}

/** Whether a text is a byline from end to end, in brackets or not: a role, an outlet or a mark, and names. */
export function isBylineLine(text: string, context: Context, known: readonly string[] = []): boolean {
  if (!hintsAtCredits(text, context)) return false;
  const inner = /^\s*[（(](?<inner>[^（）()]*)[）)]\s*$/.exec(text)?.groups?.["inner"] ?? text;
  const credits = readCredits(inner, context, known);
  return credits?.isMarked === true && credits.parts.some((part) => part.kind === "name");
}

/** Whether a text begins with a mark, an outlet or a role. */
export function opensCredits(text: string, context: Context, known: readonly string[]): boolean {
  const tight = tighten(text.slice(0, LONGEST_OUTLET * 3));
  const simple = context.lexicon.simplify(tight.text);
  if (MARK.includes(simple.charAt(0))) return simple !== "";
  const scan: Scan = {
    text,
    tight,
    simple,
    vocabulary: creditVocabulary(context),
    known,
    isBracketed: false,
    parts: [],
  };
  return outletAt(scan, 0) > 0 || roleAt(scan, 0) > 0;
}

interface Scan {
  readonly text: string;
  readonly tight: Tight;
  /** `tight.text` in simplified forms, character by character. */
  readonly simple: string;
  readonly vocabulary: CreditVocabulary;
  readonly known: readonly string[];
  readonly isBracketed: boolean;
  readonly parts: CreditPart[];
}

/** Reads one part at a place of the tight text. @returns the place after it, or null if nothing reads there. */
function readPart(scan: Scan, at: number, context: Context): number | null {
  const { simple } = scan;
  const char = simple.charAt(at);
  if (MARK.includes(char)) return push(scan, "mark", at, at + 1);
  if (SEPARATOR.includes(char)) {
    // 告诉星城报/橘网记者，市里……: a comma parts names, and never a role from the name it announces.
    const last = scan.parts[scan.parts.length - 1]?.kind;
    if ("、，,;；".includes(char) && last !== "name" && last !== "work") return null;
    return push(scan, "separator", at, at + 1);
  }
  const work = WORK.exec(simple.slice(at, at + 6));
  if (work !== null) return push(scan, "work", at, at + work[0].length);
  const outletEnd = outletAt(scan, at);
  if (outletEnd > at) return push(scan, "outlet", at, outletEnd);
  const roleEnd = roleAt(scan, at);
  if (roleEnd > at) return push(scan, "role", at, roleEnd);
  return readNameZone(scan, at, context);
}

function push(scan: Scan, kind: CreditPartKind, from: number, to: number): number {
  const start = looseOffset(scan.tight, from) ?? 0;
  const end = (looseOffset(scan.tight, to - 1) ?? start) + 1;
  scan.parts.push({ kind, start, end, text: scan.tight.text.slice(from, to) });
  return to;
}

/** End of the role at a place of the tight text, or the place itself. */
function roleAt(scan: Scan, at: number): number {
  const short = SHORT_ROLE.exec(scan.simple.slice(at, at + 2));
  if (short !== null) return at + 1;
  const role = wordAt(scan.simple, at, scan.vocabulary.roles);
  if (role !== null && role.length > 1) return at + role.length;
  // A one-letter role after a name and a blank ends a byline: 褚宁 摄
  if (role !== null && at > 0 && at + 1 === scan.simple.length && followsBlank(scan, at)) return at + 1;
  return at;
}

/** End of an outlet that a role follows, or the place itself. */
function outletAt(scan: Scan, at: number): number {
  const listed = wordAt(scan.simple, at, scan.known) ?? wordAt(scan.simple, at, scan.vocabulary.outlets);
  if (listed !== null) {
    const end = at + listed.length;
    if (roleAt(scan, end) > end) return end;
    // An outlet that posts somebody abroad: 本报驻韩国记者
    const posted = /^驻[〇㐀-鿿]{1,8}?(?=记者)/.exec(scan.simple.slice(end, end + 12));
    if (posted !== null) return end + posted[0].length;
  }
  for (let end = at + 2; end < scan.simple.length && end <= at + LONGEST_OUTLET; end += 1) {
    if (!OUTLET_LAST.includes(scan.simple.charAt(end - 1))) continue;
    if (roleAt(scan, end) > end && OUTLET.test(scan.simple.slice(at, end))) {
      // 韩正访问青洲本报记者: a listed outlet inside shows that what stands before it is no part of the name.
      const inside = scan.simple.slice(at + 1, end);
      if ([...scan.known, ...scan.vocabulary.outlets].some((outlet) => inside.includes(outlet))) return at;
      return end;
    }
  }
  return at;
}

function readNameZone(scan: Scan, at: number, context: Context): number | null {
  const { simple, text, tight } = scan;
  let end = at;
  while (end < simple.length) {
    const char = simple.charAt(end);
    if (SEPARATOR.includes(char) || MARK.includes(char)) break;
    if (end > at + 1 && (roleAt(scan, end) > end || WORK.test(simple.slice(end, end + 6)))) break;
    if (end > at + 1 && followsBlank(scan, end) && outletAt(scan, end) > end) break;
    end += 1;
  }
  const from = looseOffset(tight, at) ?? 0;
  const to = (looseOffset(tight, end - 1) ?? from) + 1;
  const names = readNames(text.slice(from, to), (character) => context.lexicon.toSimplified(character));
  if (names === null) return null;
  if (!areNames(names, scan, from, context)) return null;
  for (const name of names) {
    scan.parts.push({ kind: "name", start: from + name.start, end: from + name.end, text: name.name });
  }
  return end;
}

/**
 * Whether what reads as names can be names here. A known family name is enough. A stranger, as 妮鲁帕, needs a role
 * before it and must be no word: 记者走基层 and 摄影大赛 are titles. Outside a bracket it also needs an outlet before
 * the role and a blank after it, or company that is known.
 */
function areNames(names: readonly NameSpan[], scan: Scan, offset: number, context: Context): boolean {
  const strangers = names.filter((name) => !name.isUsual);
  const hasRole = scan.parts.some((part) => part.kind === "role");
  if (!hasRole) return strangers.length === 0 && names.length <= MOST_UNMARKED;
  if (strangers.length === 0) return true;
  if (strangers.length > Math.ceil(names.length / 2)) return false;
  if (strangers.some((name) => context.lexicon.isWord(name.name))) return false;
  if (scan.isBracketed || strangers.length < names.length) return true;
  const isParted = isBlankCode(scan.text.charCodeAt(offset - 1));
  return isParted && scan.parts.some((part) => part.kind === "outlet");
}

function followsBlank(scan: Scan, at: number): boolean {
  const offset = looseOffset(scan.tight, at) ?? 0;
  return offset > 0 && isBlankCode(scan.text.charCodeAt(offset - 1));
}

/** 记者 must name somebody: after it, or before it as in 褚宁 摄. */
function namesFollow(parts: readonly CreditPart[], index: number): boolean {
  // 文/本报记者 苏棠: what was done stands before who did it.
  const isWork = parts[index]?.text.length === 1;
  for (let i = index + 1; i < parts.length; i += 1) {
    const kind = parts[i]?.kind;
    if (kind === "name") return true;
    if ((kind === "role" || kind === "outlet") && !isWork) break;
  }
  return parts[index - 1]?.kind === "name" && index === parts.length - 1;
}

function authorsOf(parts: readonly CreditPart[]): Author[] {
  const authors: { role: string | null; name: string }[] = [];
  let role: string | null = null;
  for (const [i, part] of parts.entries()) {
    if (part.kind === "role") {
      // 褚宁 摄: the role stands after its name.
      const last = authors[authors.length - 1];
      if (i === parts.length - 1 && parts[i - 1]?.kind === "name" && last !== undefined && last.role === null) {
        last.role = part.text;
      }
      role = part.text;
    } else if (part.kind === "name") authors.push({ role, name: part.text });
  }
  return authors;
}
