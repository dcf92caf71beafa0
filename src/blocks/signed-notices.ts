/**
 * Notices that an office signs: 通告, 讣告, 启事, a text, and below it who gives notice and the day.
 *
 * In: blocks by their own words. Out: the same text; office and day below a text, or between title and text, are one byline, the line above the text that
 * says what kind of notice it is is its title, and the small print between is text. Never: takes an office without a day for a
 * signature where nothing says that the text is a notice or a letter, or a day without an office.
 */
import { isSentenceEnd, tighten } from "../text/chars.ts";
import { lastOf } from "../text/list.ts";
import { plain, type Sourced } from "../text/sourced.ts";
import { type Block, changed } from "./block.ts";
import { withBlockBelow } from "./block-part.ts";
import type { CreditPart } from "./credits/credit.ts";
import type { BylineReading } from "./credits/reading.ts";
import { withoutEmphasis } from "./emphasis.ts";
import { opensLetter } from "./own-line.ts";

/** Blocks between the title of a notice and its signature, and code units of a line that may be either. */
const LONGEST_NOTICE = 20;
const LONGEST_LINE = 60;
/** Offices that give notice together. */
const MOST_OFFICES = 4;

/** 古渡县水利局, 尹长河同志治丧小组. */
const OFFICE =
  /^[〇㐀-鿿（）()·“”]{1,24}(?:[局厅廳院处處队隊社厂廠站所部科馆館园園]|委员会|委員會|办公室|辦公室|公司|集团|集團|中心|政府|[银銀]行|[学學]校|大[学學]|[中小][学學]|小[组組]|[协協][会會]|[联聯]合[会會]|[董监監]事[会會]|[工商农農][会會]|居委会|村委会)$/;
const ENDS_OF_OFFICES = "局厅廳院处處队隊社厂廠站所部科馆館园園会會室司团團心府行校学學组組";
/** 2009年3月2日, 二〇〇九年三月二日. */
const DAY =
  /^(?:\d{4}|[一二三四五六七八九〇○零]{4})年(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日$/;
const OFFICE_AND_DAY = new RegExp(`${OFFICE.source.slice(0, -1)}${DAY.source.slice(1)}`);
/** 关于古渡桥封闭检修的通告, 讣告. */
const NAMES_A_NOTICE =
  /^[〇㐀-鿿\d“”《》（）()、·]{0,32}(?:[讣訃]告|[启啟]事|[声聲]明|公告|通告|通知|公示|[布佈]告|告示|通报|通報|告知[书書]|更正|致歉|[鸣鳴][谢謝]|[邀请請]函|倡[议議][书書]|公[开開]信|答[复覆])$/;
/** 古水函〔2009〕6号. */
const ITS_NUMBER = /^[〇㐀-鿿]{1,10}[〔[（(]\d{4}[〕\]）)]第?\d+[号號]$/;
/** The last words of a notice: 特此通告。谨此讣告。敬请谅解。 */
const CLOSES_A_NOTICE = /(?:特此|[谨謹]此)[〇㐀-鿿]{2,8}[。.]?$|敬[请請][〇㐀-鿿]{0,4}[谅諒]解[。.]?$/;
/** 联系电话：…: small print below the text. */
const CONTACT = /(?:[电電][话話]|[联聯][系繫]人|地址|[网網]址|[邮郵]箱)[：:]/;

export function withSignedNotices(blocks: readonly Block[]): readonly Block[] {
  if (!blocks.some((block) => isOffice(lineOf(block)))) return blocks;
  const out: Block[] = [];
  for (let i = 0; i < blocks.length; ) {
    const end = signatureEnd(blocks, i, out);
    const [first, ...more] = blocks.slice(i, Math.max(end, i + 1));
    if (first === undefined) break;
    out.push(end > i ? signatureOf(first, more) : first);
    i = Math.max(end, i + 1);
  }
  return out;
}

/** A line that may be part of a notice, without blanks; "" for text and for what is something else without doubt. */
function lineOf(block: Block | undefined): string {
  if (block === undefined || block.lines.length > 1 || block.text.pieces.length === 0) return "";
  if (block.role !== "body" && block.role !== "folio" && block.role !== "notice" && block.role !== "byline") return "";
  const words = plain(block.text);
  return words.length > LONGEST_LINE ? "" : tighten(withoutEmphasis(words));
}

function isOffice(line: string): boolean {
  if (line.length <= 3) return false;
  return line.endsWith("日")
    ? OFFICE_AND_DAY.test(line)
    : ENDS_OF_OFFICES.includes(line.slice(-1)) && OFFICE.test(line);
}

/** @returns the index behind the signature that begins here, or `from` if none does; names the notice in `above`. */
function signatureEnd(blocks: readonly Block[], from: number, above: Block[]): number {
  let to = from;
  while (to < from + MOST_OFFICES && isOffice(lineOf(blocks[to]))) to += 1;
  const text = lastOf(above);
  const isNotice = NAMES_A_NOTICE.test(lineOf(text));
  const isBelowTitle = isNotice || opensLetter(lineOf(blocks[to]));
  if (to === from || !(isBelowTitle || closesText(text))) return from;
  const hasOwnDay = OFFICE_AND_DAY.test(lineOf(blocks[to - 1]));
  const hasDay = hasOwnDay || DAY.test(lineOf(blocks[to]));
  const title = isNotice ? above.length - 1 : isBelowTitle ? null : titleAbove(above);
  // 遗失声明, its losses, and the advert below: a day alone shows that who stands there signs small print.
  if (!hasDay && !isBelowTitle && (text?.role !== "body" || (title === null && !saysNotice(above)))) return from;
  if (title !== null) nameNotice(above, title);
  return hasDay && !hasOwnDay ? to + 1 : to;
}

function closesText(block: Block | undefined): boolean {
  if (block === undefined) return false;
  const words = plain(block.text);
  return (
    (block.role === "body" || block.role === "notice" || block.role === "contact") &&
    (isSentenceEnd(words) || CONTACT.test(words))
  );
}

/** Its last words say so, or the first ones of the letter that stands above. */
function saysNotice(above: readonly Block[]): boolean {
  const last = lastOf(above);
  if (last !== undefined && CLOSES_A_NOTICE.test(tighten(plain(last.text).slice(-LONGEST_LINE)))) return true;
  return above.slice(-LONGEST_NOTICE).some(({ text }) => opensLetter(plain(text)));
}

/** The index of the line that names the notice, nothing but its text between. */
function titleAbove(above: readonly Block[]): number | null {
  for (let i = above.length - 2; i >= Math.max(0, above.length - LONGEST_NOTICE); i -= 1) {
    const block = above[i];
    if (block !== undefined && NAMES_A_NOTICE.test(lineOf(block))) return i;
    if (block === undefined || block.role === "folio" || block.role === "byline" || block.role === "title") return null;
  }
  return null;
}

function nameNotice(above: Block[], title: number): void {
  for (let i = title; i < above.length; i += 1) {
    const block = above[i];
    if (block === undefined) continue;
    if (i === title) above[i] = changed(block, { role: "title", confidence: CONFIDENCE, credits: null });
    else if (
      isNumber(above[i - 1]) ||
      isNumber(block) ||
      block.role === "notice" ||
      block.role === "contact" ||
      block.role === "advert"
    )
      above[i] = asText(block);
  }
}

function isNumber(block: Block | undefined): boolean {
  return ITS_NUMBER.test(lineOf(block));
}

function asText(block: Block): Block {
  return changed(block, { role: "body", confidence: CONFIDENCE, startsParagraph: true });
}

const CONFIDENCE = 0.85;

const BLANK = { text: " ", rules: ["credit/lines"] };

/** Office and day as one line, one blank between them. */
function signatureOf(first: Block, more: readonly Block[]): Block {
  const { text, lines } = more.reduce((above, below) => withBlockBelow(above, below, BLANK), first);
  const credits = offices(text);
  return changed(first, {
    text,
    lines: lines.slice(0, 1),
    role: "byline",
    confidence: CONFIDENCE,
    startsParagraph: null,
    credits,
  });
}

/** Who signs, and the day: a blank parts them, as it parts names. */
function offices(text: Sourced): BylineReading {
  const parts = [...plain(text).matchAll(/\S+/g)].map(
    ({ index, 0: word }): CreditPart => ({ kind: "name", start: index, end: index + word.length }),
  );
  return { dateline: null, authors: [], parts };
}
