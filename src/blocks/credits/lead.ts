import type { Author, Dateline } from "../../page.ts";
import { isBlankCode } from "../../text/chars.ts";
import { readBareNames } from "./bare-names.ts";
import type { CreditPart, Credits } from "./credit.ts";
import { readCredits } from "./credits.ts";
import { type DatelineHead, mayHoldDateline, readDateline } from "./dateline.ts";
import { endOf, type Folded, fold, startOf } from "./fold.ts";
import { endOfWireTitle, readForeignHead } from "./foreign-press.ts";
import { readOpenCredits } from "./open-credits.ts";
import { readReport } from "./report.ts";
import { type CreditVocabulary, endsAsOutlet } from "./vocabulary.ts";

export interface Lead {
  /** Offset in the text after the last character of the lead. */
  readonly end: number;
  readonly dateline: Dateline | null;
  readonly authors: readonly Author[];
  /** The credits of the lead, in offsets of the text; the dateline is no part of them. */
  readonly parts: readonly CreditPart[];
}

/** A lead with all its names is no longer than this, blanks included. */
const LEAD_REACH = 200;
export const OPENING = "（(〈《[【〔";
export const CLOSING = "）)〉》]】〕";
const LONGEST_CREDITS = 90;

/** A cheap look first. */
export function mayOpenLead(text: string): boolean {
  return mayHoldDateline(text);
}

/** The paper or agency of the dateline a text begins with, or null; the credits behind it are not read. */
export function readAgency(text: string, vocabulary: CreditVocabulary): string | null {
  if (!mayHoldDateline(text)) return null;
  return readDateline(fold(text, vocabulary.lexicon, LEAD_REACH), vocabulary)?.dateline.agency ?? null;
}

/** @returns the lead the text begins with, or null. */
export function readLead(text: string, vocabulary: CreditVocabulary): Lead | null {
  if (!mayHoldDateline(text)) return readForeignLead(text, vocabulary) ?? readBracketLead(text, vocabulary);
  const folded = fold(text, vocabulary.lexicon, LEAD_REACH);
  const head = readDateline(folded, vocabulary);
  if (head === null) {
    return readReport(folded, vocabulary) ?? readOwnReport(folded, vocabulary) ?? readBracketLead(text, vocabulary);
  }
  return withCredits(folded, head, vocabulary);
}

/** 本报记者␠何雅清␠青洲报道 on a line of its own: the place is no name. */
export function readReportLine(text: string, vocabulary: CreditVocabulary): Lead | null {
  if (!REPORTS_END.includes(text.trimEnd().slice(-1)) || !PLACE_REPORT.test(text)) return null;
  const lead = readReport(fold(text, vocabulary.lexicon, LEAD_REACH), vocabulary);
  return lead !== null && lead.dateline?.place != null && text.slice(lead.end).trim() === "" ? lead : null;
}

/** The last character of 报道. */
const REPORTS_END = "道導导";
/** 青洲报道 behind a blank; not 摄影报道, which says what was done. */
const PLACE_REPORT =
  /\s[〇㐀-鿿、]{2,12}(?<!摄影|攝影|图文|圖文|文图|采访|採訪|综合|綜合|联合|聯合|现场|現場|采写|整理|专题|專題)[报報][道導导]\s*$/;

/** The dateline with what follows it: credits in brackets, or credits that say 报道. */
function withCredits(folded: Folded, head: DatelineHead, vocabulary: CreditVocabulary): Lead | null {
  // （记者␠何雅清␠青洲报道）: the place is no name.
  const boxed = closesReport(folded, head.to) ? readReport(folded, vocabulary, head.to) : null;
  if (boxed !== null) return { ...boxed, dateline: head.dateline };
  const bracket = readBracket(folded, endOfWireTitle(folded, head.to), vocabulary);
  if (bracket !== null) {
    const second = readSecondBracket(folded.text, bracket.end, vocabulary);
    return {
      end: second?.end ?? bracket.end,
      dateline: head.dateline,
      authors: [...bracket.credits.authors, ...(second?.authors ?? [])],
      parts: [...bracket.credits.parts, ...(second?.parts ?? [])],
    };
  }
  if (head.needsCredits) return null;
  const report = readReport(folded, vocabulary, head.to);
  if (report !== null) return { ...report, dateline: head.dateline };
  const open = readOpenCredits(folded.text, endOf(folded, head.to), vocabulary);
  if (open !== null) return { ...open, dateline: head.dateline };
  return { end: endOf(folded, head.to), dateline: head.dateline, authors: [], parts: [] };
}

/** 【西班牙《先锋报》网站5月6日报道】 */
function readForeignLead(text: string, vocabulary: CreditVocabulary): Lead | null {
  if (!/^\s*[【[〔]/.test(text)) return null;
  const folded = fold(text, vocabulary.lexicon, LEAD_REACH);
  const head = readForeignHead(folded);
  return head === null ? null : withCredits(folded, head, vocabulary);
}

/** 青禾日報【何雅清／雲溪報導】: the paper before the bracket. */
function readOwnReport(folded: Folded, vocabulary: CreditVocabulary): Lead | null {
  const open = folded.simple.search(/[【〔[（(]/);
  if (open < SHORTEST_OUTLET || open > LONGEST_OUTLET || !endsAsOutlet(folded.simple, 0, open)) return null;
  const report = closesReport(folded, open) ? readReport(folded, vocabulary, open) : null;
  if (report === null) return null;
  const { place, date, kind } = report.dateline ?? NO_DATELINE;
  return { ...report, dateline: { agency: folded.tight.slice(0, open), kind, place, date } };
}

const SHORTEST_OUTLET = 3;
const LONGEST_OUTLET = 12;
const NO_DATELINE: Dateline = { agency: null, kind: null, place: null, date: null };

/** Whether the bracket that opens here ends with 报道. */
function closesReport({ simple }: Folded, at: number): boolean {
  if (at >= simple.length || !OPENING.includes(simple.charAt(at))) return false;
  for (let close = at + 1; close < simple.length && close - at < LONGEST_CREDITS; close += 1) {
    if (CLOSING.includes(simple.charAt(close))) return /报[道导]$/.test(simple.slice(close - 2, close));
  }
  return false;
}

/** …讯（记者 何雅清） （向青 姜望）: a byline as it is written where an article is signed at both ends. */
function readSecondBracket(
  text: string,
  from: number,
  { lexicon }: CreditVocabulary,
): { end: number; authors: readonly Author[]; parts: readonly CreditPart[] } | null {
  const bracket = /^\s+(?=[（(])[^）)]{3,24}[）)]/.exec(text.slice(from, from + LONGEST_CREDITS))?.[0];
  const signature = bracket === undefined ? null : readBareNames(bracket, lexicon);
  if (bracket === undefined || signature === null) return null;
  const parts = signature.parts.map(({ kind, start, end }) => ({ kind, start: start + from, end: end + from }));
  return { end: from + bracket.length, authors: signature.authors, parts };
}

/** （记者 何雅清 通讯员 孟帆）昨日，全县……: credits in brackets with a role, and running text behind them. */
function readBracketLead(text: string, vocabulary: CreditVocabulary): Lead | null {
  let at = 0;
  while (isBlankCode(text.charCodeAt(at))) at += 1;
  const open = text.charAt(at);
  if (open !== "（" && open !== "(") return null;
  const head = text.slice(at, at + LEAD_REACH);
  const close = firstClose(head);
  if (close < 0 || at + close + 2 >= text.length || !vocabulary.hints.mayBeByline(head.slice(0, close + 1)))
    return null;
  const folded = fold(text, vocabulary.lexicon, LEAD_REACH);
  const bracket = readBracket(folded, 0, vocabulary, false);
  if (bracket === null || !bracket.credits.isMarked || bracket.credits.isPhoto) return null;
  if (!bracket.credits.authors.some(({ role }) => role !== null)) return null;
  return { end: bracket.end, dateline: null, authors: bracket.credits.authors, parts: bracket.credits.parts };
}

/** （记者␠何雅清␠发自青洲）: where the report was sent from. */
const SENT_FROM = /[发發]自[〇㐀-鿿\s]{2,8}$/;

function firstClose(text: string): number {
  for (let i = 1; i < text.length; i += 1) if (CLOSING.includes(text.charAt(i))) return i;
  return -1;
}

/** Credits in brackets at a place of the tight text. @param isSure a dateline before them shows what they are. */
function readBracket(
  folded: Folded,
  at: number,
  vocabulary: CreditVocabulary,
  isSure = true,
): { end: number; credits: Credits } | null {
  const { simple, text } = folded;
  let open = at;
  // 〈《记者 …）: one bracket that was read as two.
  while (open < at + 2 && open < simple.length && OPENING.includes(simple.charAt(open))) open += 1;
  if (open === at && !isSure) return null;
  for (let close = open + 1; close < simple.length && close - at < LONGEST_CREDITS; close += 1) {
    if (!CLOSING.includes(simple.charAt(close))) continue;
    const from = startOf(folded, open);
    const to = startOf(folded, close);
    // Without its opening bracket a credit needs its role: 讯 通讯员 石小舟）.
    const inner = text.slice(from, to);
    const sentFrom = SENT_FROM.exec(inner)?.index ?? inner.length;
    const credits = readCredits(inner.slice(0, sentFrom), vocabulary, isSure && open > at);
    if (credits === null || (open === at && !credits.authors.some(({ role }) => role !== null))) return null;
    const parts = credits.parts.map(({ kind, start, end }) => ({ kind, start: start + from, end: end + from }));
    return { end: to + 1, credits: { ...credits, parts } };
  }
  return null;
}
