/**
 * The dateline (电头) that opens a body: agency, place, day, 讯 or 电, and the credits in the bracket after it.
 *
 *     星城报/橘网讯（记者 何雅清 通讯员 孟帆）  ·  本报云溪12月6日电（记者 胡青）  ·  【本報訊】
 */
import type { Context } from "../../context.ts";
import type { Author, Dateline } from "../../page.ts";
import { isBlankCode, looseOffset, type Tight, tighten } from "../../text/chars.ts";
import { readCredits } from "./credits.ts";
import { creditVocabulary, wordAt } from "./vocabulary.ts";

export interface Lead {
  /** Offset in the text after the last character of the lead. */
  readonly end: number;
  readonly dateline: Dateline;
  readonly authors: readonly Author[];
}

/** A paper or agency by the form of its name: 科技日报, 沅水都市报全媒体. */
const AGENCY =
  /^[〇㐀-鿿/／]{2,12}?(?:报|社|网|台|刊|在线)(?:全媒体|融媒体)?(?=[〇㐀-鿿]{0,8}(?:[\d０-９]{1,4}[年月]|讯|电|专电))/;
/** 北京12月5日电, 12月5日讯, 讯. Not 通讯员; nor 电商 or 讯息: what follows is checked by the caller. */
const REST =
  /^(?<place>[〇㐀-鿿]{2,8}?)?(?<date>(?:[\d０-９]{4}年)?[\d０-９]{1,2}月[\d０-９]{1,2}日)?(?<kind>专电|电|讯(?!员)|消息)/;
/** A cheap look first: 讯, 电 or 报道 must stand this near the start. */
const KIND_HINT = /[讯訊电電]|消\s*息|[报報]\s*[道導]/;
const LEAD_REACH = 70;
const OPEN = "（(〈《[【〔";
const CLOSE = "）)〉》]】〕";
const LONGEST_CREDITS = 90;

export function hintsAtLead(text: string): boolean {
  return KIND_HINT.test(text.length > LEAD_REACH ? text.slice(0, LEAD_REACH) : text);
}

/** The paper or agency of the dateline a text begins with, or null; the credits behind it are not read. */
export function readAgency(text: string, context: Context): string | null {
  return readHead(text, context, [])?.dateline.agency ?? null;
}

/** @returns the lead the text begins with, or null. */
export function readLead(text: string, context: Context, known: readonly string[] = []): Lead | null {
  const head = readHead(text, context, known);
  if (head === null || head.tight === null) return head;
  const credits = readBracket(text, head.tight, head.simple, head.at, context, known);
  return { end: credits?.end ?? head.end, dateline: head.dateline, authors: credits?.authors ?? [] };
}

/** A lead as far as its 讯 or 电; `tight` is null where the whole lead is read already. */
interface Head extends Lead {
  readonly tight: Tight | null;
  readonly simple: string;
  /** Place in the tight text after 讯 or 电. */
  readonly at: number;
}

function readHead(text: string, context: Context, known: readonly string[]): Head | null {
  if (!hintsAtLead(text)) return null;
  const tight = tighten(text.length > 220 ? text.slice(0, 220) : text);
  const simple = context.lexicon.simplify(tight.text);
  const isBoxed = "【〔[".includes(simple.charAt(0)) && simple.length > 0;
  let at = isBoxed ? 1 : 0;
  if (simple.startsWith("据", at)) at += 1;
  const agencyStart = at;
  const { agencies } = creditVocabulary(context);
  const listed = wordAt(simple, at, known) ?? wordAt(simple, at, agencies);
  const agency = listed ?? AGENCY.exec(simple.slice(at, at + 40))?.[0];
  if (agency === undefined || agency === null) {
    const report = isBoxed ? readBoxedReport(text, tight, simple, context) : null;
    return report === null ? null : { ...report, tight: null, simple, at };
  }
  at += agency.length;
  const rest = REST.exec(simple.slice(at, at + 30));
  if (rest === null) return null;
  const kind = rest.groups?.["kind"] ?? "";
  const date = rest.groups?.["date"] ?? null;
  const place = rest.groups?.["place"] ?? null;
  if (place !== null && date === null && kind === "讯" && listed === null) return null;
  at += rest[0].length;
  if (isBoxed && CLOSE.includes(simple.charAt(at))) at += 1;
  const offsetAfter = (looseOffset(tight, at - 1) ?? 0) + 1;
  const next = text.charCodeAt(offsetAfter);
  const isParted = Number.isNaN(next) || isBlankCode(next) || (OPEN + '“"「:：').includes(text.charAt(offsetAfter));
  // 互联网电商 and 电讯 are words; only a listed agency, a day or a gap after it makes 电 and 讯 a dateline.
  if (!isParted && date === null && (listed === null || kind === "消息")) return null;
  const digits = (value: string | null) => value?.replace(/[０-９]/g, (d) => String(d.charCodeAt(0) - 0xff10)) ?? null;
  const printed = (from: number, size: number) => tight.text.slice(from, from + size);
  return {
    end: offsetAfter,
    dateline: {
      agency: printed(agencyStart, agency.length),
      kind: printed(agencyStart + agency.length + rest[0].length - kind.length, kind.length),
      place: place === null ? null : printed(agencyStart + agency.length, place.length),
      date: digits(date),
    },
    authors: [],
    tight,
    simple,
    at,
  };
}

function readBracket(
  text: string,
  tight: Tight,
  simple: string,
  at: number,
  context: Context,
  known: readonly string[],
): { end: number; authors: readonly Author[] } | null {
  if (at >= simple.length || !OPEN.includes(simple.charAt(at))) return null;
  for (let close = at + 1; close < simple.length && close - at < LONGEST_CREDITS; close += 1) {
    if (!CLOSE.includes(simple.charAt(close))) continue;
    const from = (looseOffset(tight, at) ?? 0) + 1;
    const to = looseOffset(tight, close) ?? from;
    const credits = readCredits(text.slice(from, to), context, known, true);
    return credits === null ? null : { end: to + 1, authors: credits.authors };
  }
  return null;
}

/** 【記者王大明／台北報導】: credits, a place and 报导 in one bracket. */
function readBoxedReport(text: string, tight: Tight, simple: string, context: Context): Lead | null {
  const box = /^[【〔[](?<who>[^】〕\]]{3,30}?)[/／](?<place>[〇㐀-鿿]{2,6}?)(?<kind>报导|报道|电)[】〕\]]/.exec(
    simple,
  );
  if (box?.groups === undefined) return null;
  const who = box.groups["who"] ?? "";
  const from = looseOffset(tight, 1) ?? 0;
  const to = (looseOffset(tight, who.length) ?? from) + 1;
  const credits = readCredits(text.slice(from, to), context, [], true);
  if (credits === null) return null;
  const place = box.groups["place"] ?? "";
  return {
    end: (looseOffset(tight, box[0].length - 1) ?? 0) + 1,
    dateline: {
      agency: null,
      kind: null,
      place: tight.text.slice(who.length + 2, who.length + 2 + place.length),
      date: null,
    },
    authors: credits.authors,
  };
}
