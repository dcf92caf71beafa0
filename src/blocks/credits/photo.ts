/**
 * The credit that ends a caption: who took or gave the picture.
 *
 *     褚兰 摄 · （通讯员 褚石楠 摄） · 图/受访者提供 · 新华社发（李响 摄） · 资料图片 · 岚州市妇联供图 · 本报记者 胡青 摄影
 *
 * Not 记者拍摄: 摄 stands behind a name.
 */
import { CharClasses } from "../../text/char-classes.ts";
import { isBlankCode } from "../../text/chars.ts";
import { type CreditPart, type Credits, moved } from "./credit.ts";
import { readCredits } from "./credits.ts";
import { isBar } from "./hints.ts";
import { withPhotoSign } from "./misread-sign.ts";
import type { CreditVocabulary } from "./vocabulary.ts";

export interface PhotoCredit {
  /** Offset where the credit begins. */
  readonly start: number;
  /** Offset behind its last character; blanks and a full stop may follow. */
  readonly end: number;
  /** Roles and names where it reads as a byline, in offsets of the text. */
  readonly parts: readonly CreditPart[];
}

/** A photo credit is no longer than this, blanks included. */
const CREDIT_REACH = 60;
const OPEN = "（(〈《【[";
const CLOSE = "）)〉》】]";
/** A credit that names no photographer: 资料图片, 图/受访者提供, 新华社发, 岚州市妇联供图. */
const PLAIN =
  /^(?:本报|新华社)?资料(?:图片?|照片|图)$|^(?:图|图片|照片|摄影|图片来源|图源)[/／:：|].{2,20}$|^(?:新华社|中新社|法新社|路透社|美联社)[发记].{0,8}$|^.{2,10}(?:供图|制图|制表|绘图)$|^(?:网络|网友|视频)(?:图片|截图)$/;
/** In brackets only: （岚州市妇联提供）; without them it ends a sentence that was cut. */
const GIVEN = /^.{2,12}(?:提供|翻拍|合成)$/;
/** What a credit ends in: 褚兰 摄, 岚州市妇联供图, 资料图片, 受访者提供, 新华社发. */
const LAST = "摄攝影图圖片照供發发截成表拍";
/** What may open a credit that ends in a name: 图/受访者, 摄影：褚兰. */
const OPENS = "图圖摄攝影片源";
const OPENING_REACH = 26;

/** 褚兰摄/晨光图片, 贺青 摄／影像云溪: the agency that has the picture. */
const AGENCY = /(?<=[摄攝])\s*[/／]\s*[〇㐀-鿿]{2,8}$/;

/** @returns the credit that ends the text, or null. */
export function readPhotoCredit(printed: string, vocabulary: CreditVocabulary): PhotoCredit | null {
  const text = withPhotoSign(printed);
  const end = creditEnd(text);
  const agency = AGENCY.exec(text.slice(Math.max(0, end - CREDIT_REACH), end));
  if (agency !== null) {
    const taken = readPhotoCredit(text.slice(0, end - agency[0].length), vocabulary);
    return taken === null ? null : { ...taken, end };
  }
  const from = Math.max(0, end - CREDIT_REACH);
  if (!hasTrigger(text, from, end)) return null;
  // The credit begins behind the last sentence, or at a bracket that its last character closes.
  const closes = CLOSE.includes(text.charAt(end - 1));
  let start = end - (closes ? 1 : 0);
  while (start > from && !isBorder(text.charAt(start - 1), closes)) start -= 1;
  const isBracketed = closes && start > from && OPEN.includes(text.charAt(start - 1));
  const body = { start: skipBlanks(text, start), end: closes ? lastLetter(text, end - 1) + 1 : end };
  const credit = readBody(text, body.start, body.end, isBracketed, vocabulary);
  if (credit !== null) {
    return { start: isBracketed ? outerStart(text, start - 1) : credit.start, end, parts: credit.parts };
  }
  const tail = isBracketed ? null : readTail(text, from, body.end, vocabulary);
  return tail === null ? null : { start: tail.start, end, parts: tail.parts };
}

type Body = Pick<PhotoCredit, "start" | "parts">;

function readBody(
  text: string,
  from: number,
  to: number,
  isBracketed: boolean,
  vocabulary: CreditVocabulary,
): Body | null {
  const words = text.slice(from, to);
  const simple = vocabulary.lexicon.simplify(words.replace(/\s/g, ""));
  // 摄 behind a gap is a role, and what stands before it a name, however rare.
  const credits = readCredits(words, vocabulary, simple.endsWith("摄") && isGapBeforeLast(words));
  if (credits?.isPhoto === true && !haveNamesInARow(credits)) return { start: from, parts: moved(credits, from).parts };
  if (simple.length > LONGEST_PLAIN) return null;
  return PLAIN.test(simple) || (isBracketed && GIVEN.test(simple)) ? { start: from, parts: [] } : null;
}

/** 老人第一个乘上新电梯␠洪波␠摄: words of the caption, which could be names, and no blank between them. */
function haveNamesInARow({ parts }: Credits): boolean {
  return parts.some(({ kind, start }, i) => {
    const above = parts[i - 1];
    return kind === "name" && above?.kind === "name" && above.end === start;
  });
}

/**
 * 了基于电力 尹河 摄, 茶园新貌 尹河/摄, 渡口全景 摄影/尹河: no sentence ends before the credit, but a gap parts it; the longest tail
 * that reads as one.
 */
function readTail(text: string, from: number, end: number, vocabulary: CreditVocabulary): Body | null {
  const words = text.slice(from, end);
  const isSigned =
    "摄攝".includes(text.charAt(end - 1)) && (isGapBeforeLast(words) || isBar(words.charAt(words.length - 2)));
  let found: Body | null = null;
  let tries = 0;
  for (let i = end - 3; i > from && tries < MOST_TRIES; i -= 1) {
    if (!isBlankCode(text.charCodeAt(i - 1)) || isBlankCode(text.charCodeAt(i))) continue;
    tries += 1;
    const tail = text.slice(i, end);
    const credits: Credits | null =
      found !== null || isSigned || OPENED.test(tail) ? readCredits(tail, vocabulary) : null;
    if (credits?.isPhoto === true) found = { start: i, parts: moved(credits, i).parts };
    // 文/褚兰 图/贺青 is the byline of a text.
    else if (found !== null) return credits === null ? found : null;
  }
  return found;
}

/** 摄影/尹河, 图：尹河; not 图书/…. */
const OPENED = /^(?:摄影?|攝影?|图片?|圖片?)\s*[/／:：|｜]/;

function isGapBeforeLast(text: string): boolean {
  return text.length > 2 && isBlankCode(text.charCodeAt(text.length - 2));
}

const LONGEST_PLAIN = 24;
const MOST_TRIES = 6;

/** 新华社发（李响 摄）: the agency before the bracket is part of the credit. */
function outerStart(text: string, start: number): number {
  const agency = /(?:新华社|中新社|法新社|路透社|美联社|新華社|中央社)\s*[发發记記]\s*$/.exec(
    text.slice(Math.max(0, start - 10), start),
  );
  return agency === null ? start : start - agency[0].length;
}

/** Whether a text may end with a credit; where it may not, no end of it does. */
export function mayEndWithCredit(text: string): boolean {
  return hasTrigger(text, 0, creditEnd(text)) || withPhotoSign(text) !== text;
}

/** Offset behind the last character; blanks and full stops may follow a credit. */
function creditEnd(text: string): number {
  let end = text.length;
  while (end > 0 && (text.charCodeAt(end - 1) === FULL_STOP || isBlankCode(text.charCodeAt(end - 1)))) end -= 1;
  return end;
}

const FULL_STOP = 0x3002;
const LETTERS = new CharClasses(LAST, OPENS, "。");

/** A cheap look first, at the last letter and at what may stand before a name. */
function hasTrigger(text: string, from: number, end: number): boolean {
  const { flags } = LETTERS;
  const last = CLOSE.includes(text.charAt(end - 1)) ? lastLetter(text, end - 1) : end - 1;
  if (((flags[text.charCodeAt(last)] ?? 0) & 1) !== 0) return true;
  for (let i = end - 2; i >= from && i > end - OPENING_REACH; i -= 1) {
    const flag = flags[text.charCodeAt(i)] ?? 0;
    if ((flag & 4) !== 0) return false;
    if ((flag & 2) !== 0) return true;
  }
  return false;
}

function lastLetter(text: string, end: number): number {
  let at = end - 1;
  while (at > 0 && isBlankCode(text.charCodeAt(at))) at -= 1;
  return at;
}

function isBorder(char: string, isBracketed: boolean): boolean {
  if (isBracketed) return OPEN.includes(char) || CLOSE.includes(char) || char === "。";
  return "。！？!?）)”」".includes(char);
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (isBlankCode(text.charCodeAt(at))) at += 1;
  return at;
}
