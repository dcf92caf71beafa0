/**
 * A byline as tokens.
 *
 * In: folded text. Out: marks, outlets, roles, works, separators and the runs of words between them, in order; null where
 * something stands that no byline holds. Never: says who did what; that is the grammar's.
 */
import { isHanCode, isLatinCode } from "../../text/chars.ts";
import { lastOf } from "../../text/list.ts";
import { type Folded, followsBlank } from "./fold.ts";
import { isBar, isMark } from "./hints.ts";
import { isDoubledMark, misreadMarkLength } from "./misread-mark.ts";
import { misreadRoleLength } from "./misread-role.ts";
import { COMMAS, outletEnd } from "./outlet.ts";
import {
  type CreditVocabulary,
  indexed,
  isCountry,
  isLayRole,
  isShortRole,
  roleLength,
  wordLength,
} from "./vocabulary.ts";

export type TokenKind = "mark" | "outlet" | "role" | "nameless" | "work" | "separator" | "words";

/** `from` and `to` are places in the tight text. */
export interface Token {
  readonly kind: TokenKind;
  readonly from: number;
  readonly to: number;
}

const LONGEST_NAME = 4;
const DOTS = "·•・‧";

/** @param isBracketed the text stood in the bracket of a dateline, where a worn role is still one. */
export function tokenise(folded: Folded, vocabulary: CreditVocabulary, isBracketed = false): Token[] | null {
  const { simple } = folded;
  const tokens: Token[] = [];
  let hasRole = false;
  const push = (kind: TokenKind, from: number, to: number): number => {
    tokens.push({ kind, from, to });
    hasRole ||= kind === "role";
    return to;
  };
  const worn = isBracketed && roleLength(simple, 0, vocabulary) === 0 ? wordLength(simple, 0, WORN_ROLES) : 0;
  let at = worn > 0 && followsBlank(folded, worn) ? push("role", 0, worn) : 0;
  while (at < simple.length) {
    const char = simple.charAt(at);
    const country = countryEnd(simple, at);
    const misreadMark = at === 0 && !isMark(char) ? misreadMarkLength(folded, vocabulary) : 0;
    if (misreadMark > 0) at = push("mark", at, misreadMark);
    else if (isMark(char) || isDoubledMark(folded, at)) at = push("mark", at, at + 1);
    else if (country > at) at = push("mark", at, country);
    else if (isBar(char) || COMMAS.includes(char)) at = push("separator", at, at + 1);
    else {
      const found = wordAt(folded, at, vocabulary, lastOf(tokens));
      const misread = found === null && (isBracketed || hasRole) ? misreadRoleLength(folded, at) : 0;
      if (found !== null) at = push(found.kind, found.from, found.to);
      else if (misread > 0) at = push("role", at, at + misread);
      else {
        const mayBeMisread = isBracketed || hasRole;
        const end = wordsEnd(folded, at, vocabulary, lastOf(tokens)?.kind === "role", mayBeMisread);
        if (end === at) return null;
        at = push("words", at, end);
      }
    }
  }
  return tokens;
}

/** （通讯␠史钰␠程爱）: a role that lost a character, before the blank that parts it from the names. */
const WORN_ROLES = indexed(["通讯", "讯员", "通员", "记", "者"]);

/** What a text begins with, or null where no byline begins. */
export function firstToken(folded: Folded, vocabulary: CreditVocabulary): TokenKind | null {
  if (isMark(folded.simple.charAt(0)) || misreadMarkLength(folded, vocabulary) > 0) return "mark";
  return wordAt(folded, 0, vocabulary, undefined)?.kind ?? null;
}

/** A listed word of bylines at a place where one may begin. */
function wordAt(folded: Folded, at: number, vocabulary: CreditVocabulary, previous: Token | undefined): Token | null {
  const { simple } = folded;
  const work = wordLength(simple, at, vocabulary.works);
  if (work > 0)
    return { kind: announcesName(simple, at + work, vocabulary) ? "role" : "work", from: at, to: at + work };
  // 文/徐报记者: no outlet begins with what was done.
  if (isShortRole(simple.charAt(at)) && isBar(simple.charAt(at + 1)) && !isBar(simple.charAt(at - 1))) {
    return { kind: "role", from: at, to: at + 1 };
  }
  // Behind a role stands a name: 记者 贺青 青禾日报记者 is no outlet 贺青青禾日报.
  const outlet = previous?.kind === "role" ? at : outletEnd(folded, at, vocabulary, previous?.kind === "work");
  if (outlet > at) return { kind: "outlet", from: at, to: outlet };
  const nameless = wordLength(simple, at, vocabulary.nameless);
  if (nameless > 0 && at + nameless === simple.length && previous?.kind === "outlet") {
    return { kind: "nameless", from: at, to: at + nameless };
  }
  const role = roleEnd(folded, at, vocabulary, previous);
  return role > at ? { kind: "role", from: at, to: role } : null;
}

/** End of the role at a place, or the place itself. A short role needs its separator, or a name before it and the end. */
function roleEnd(folded: Folded, at: number, vocabulary: CreditVocabulary, previous: Token | undefined): number {
  const { simple } = folded;
  const size = roleLength(simple, at, vocabulary);
  if (size !== 1) return at + size;
  if (isBar(simple.charAt(at + 1)) && !isBar(simple.charAt(at - 1))) return at + 1;
  if (at === 0) return at;
  // 褚兰/文: behind its separator, and nothing of a name after it.
  if (isBar(simple.charAt(at - 1))) return at + 1 === simple.length || followsBlank(folded, at + 1) ? at + 1 : at;
  const isGlued = simple.charAt(at) === "摄" && at + 1 === simple.length;
  if (previous?.kind !== "words" || !(followsBlank(folded, at) || isGlued)) return at;
  // 褚宁 摄, 褚兰 文 贺青 图: a letter between blanks, where the last one of the line is of its kind.
  if (at + 1 === simple.length) return at + 1;
  return followsBlank(folded, at + 1) && isShortRole(simple.charAt(simple.length - 1)) ? at + 1 : at;
}

/** End of the words up to the next token; the place itself where no word stands. */
function wordsEnd(
  folded: Folded,
  at: number,
  vocabulary: CreditVocabulary,
  isNamed: boolean,
  mayBeMisread: boolean,
): number {
  const { simple } = folded;
  let end = at;
  while (end < simple.length) {
    const char = simple.charAt(end);
    const code = simple.charCodeAt(end);
    if (DOTS.includes(char) && end > at && end + 1 < simple.length) {
      end += 1;
      continue;
    }
    if (
      !isHanCode(code) &&
      !isLatinCode(code) &&
      !((char === "." || char === "-") && isLatinCode(simple.charCodeAt(end - 1)))
    )
      break;
    if (end > at + 1 && endsWords(folded, at, end, vocabulary, isNamed)) break;
    if (mayBeMisread && end > at + 1 && followsBlank(folded, end) && misreadRoleLength(folded, end) > 0) break;
    end += 1;
  }
  return end;
}

/** @param isNamed a role stands before the words, so that they are names. */
function endsWords(folded: Folded, at: number, end: number, vocabulary: CreditVocabulary, isNamed: boolean): boolean {
  const { simple } = folded;
  if (!vocabulary.starts.has(simple.charCodeAt(end))) {
    return followsBlank(folded, end) && outletEnd(folded, end, vocabulary) > end;
  }
  const work = wordLength(simple, end, vocabulary.works);
  if (work > 0 && (followsBlank(folded, end) || end + work === simple.length)) return true;
  const size = roleLength(simple, end, vocabulary);
  // 邹小舟图/贺青, 褚兰摄影/贺青: what a bar follows is a role, though no blank stands before it.
  if (size > 0 && end - at <= LONGEST_NAME && isNamed && isBar(simple.charAt(end + size))) return true;
  if (size > 1) {
    if (followsBlank(folded, end) || end + size === simple.length) return true;
    // 记者杜若兰摄影尹长河: behind a name, a word that elsewhere opens headlines is a role.
    if (!isLayRole(simple.slice(end, end + size)) || (isNamed && end - at <= LONGEST_NAME)) return true;
  }
  if (size === 1) {
    // 褚宁摄: at the very end, a letter that no given name ends in.
    if (end + 1 === simple.length && (simple.charAt(end) === "摄" || followsBlank(folded, end))) return true;
    if (followsBlank(folded, end) && roleEnd(folded, end, vocabulary, { kind: "words", from: at, to: end }) > end)
      return true;
    if (
      isBar(simple.charAt(end + 1)) &&
      (followsBlank(folded, end) || (isBar(simple.charAt(at - 1)) && end - at <= LONGEST_NAME))
    )
      return true;
  }
  return followsBlank(folded, end) && outletEnd(folded, end, vocabulary) > end;
}

/** 文/图：褚兰, 报道．摄影／褚兰: what was done stands before who did it. */
function announcesName(simple: string, at: number, vocabulary: CreditVocabulary): boolean {
  return isBar(simple.charAt(at)) || (".．·".includes(simple.charAt(at)) && roleLength(simple, at + 1, vocabulary) > 0);
}

/** End of （美） or [英] before a name, or the place itself. */
function countryEnd(simple: string, at: number): number {
  if (!"（([〔【".includes(simple.charAt(at))) return at;
  for (let end = at + 2; end <= at + 5; end += 1) {
    if ("）)]〕】".includes(simple.charAt(end)) && simple.charAt(end) !== "") {
      return isCountry(simple.slice(at + 1, end)) ? end + 1 : at;
    }
  }
  return at;
}
