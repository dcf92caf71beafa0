/**
 * A signature in brackets behind the last sentence of a text: ……早日修好。（市民 杜若）, ……走远。（作者系本市教师） Not a photo credit,
 * not an aside.
 */
import { readBareNames } from "./bare-names.ts";
import { readBylineLine } from "./credits.ts";
import { type BylineReading, fromCredits } from "./reading.ts";
import type { CreditVocabulary } from "./vocabulary.ts";

export interface EndSignature {
  /** Offset in the text where the bracket opens. */
  readonly start: number;
  /** Offsets are those of the bracket. */
  readonly credits: BylineReading;
  readonly confidence: number;
}

const SIGNATURE = /(?:[。！？!?”"]|(?<=[〇㐀-鿿])\.)\s*(?<bracket>[（(][^（）()。]{2,40}[）)])\s*$/;
/** Who the author is, whom another line names. */
const ABOUT_AUTHOR = /^\s*[（(](?:本文|文章)?作者(?:[系为爲為係是]|[单單]位)[^（）()。]{2,36}[）)]\s*$/;
const REACH = 60;

/** @returns the signature that the text ends with, or null; a text that is nothing else has none. */
export function readEndSignature(text: string, vocabulary: CreditVocabulary): EndSignature | null {
  const bracket = SIGNATURE.exec(text.slice(-REACH))?.groups?.["bracket"];
  if (bracket === undefined) return null;
  const start = text.lastIndexOf(bracket);
  const source = readSource(bracket, vocabulary);
  if (source !== null) return { start, credits: source, confidence: 0.9 };
  if (/[，,]/.test(bracket)) return null;
  const credits = readBylineLine(bracket, vocabulary);
  if (credits !== null) return credits.isPhoto ? null : { start, credits: fromCredits(credits), confidence: 0.95 };
  const names = readBareNames(bracket, vocabulary.lexicon);
  return names === null ? null : { start, credits: names, confidence: 0.85 };
}

/** ……写字。石小舟/文, ……打开门。␠本报评论员␠贺青: no bracket, but words that no sentence goes on with. */
const BARE_SIGNATURE =
  /[。！？!?”"\s]\s*(?<signature>[〇㐀-鿿]{2,4}\s*[/／]\s*文|本[報报刊][^。，、；：]{0,4}[评評][论論][员員]\s*[〇㐀-鿿\s]{2,5}|(?:(?:本[报報刊])?(?:[记記]者|通[讯訊][员員])\s*[〇㐀-鿿\s]{2,9}){1,3}(?:[摄攝]影|[图圖]文)[报報][道導])\s*$/;
const IN_BARE_SIGNATURE = ["/", "／", "员", "員", "道", "導"];

/** @returns the signature without a bracket that stands behind the last sentence of a text, or null. */
export function bareSignatureOf(text: string): string | null {
  const end = text.slice(-REACH / 2);
  if (!IN_BARE_SIGNATURE.some((sign) => end.includes(sign))) return null;
  return BARE_SIGNATURE.exec(end)?.groups?.["signature"] ?? null;
}

/** Names nobody: 作者系本市教师. */
export const NOBODY: BylineReading = { dateline: null, authors: [], parts: [] };

/** （县气象台供稿）, （青石县报道组）, （学生会）: an office that sent the text, and nobody's name. */
const SENT_BY_OFFICE =
  /^\s*[（(](?:[〇㐀-鿿]{2,16}(?:供稿|[报報][道導][组組]|通[讯訊][组組])|[〇㐀-鿿]{1,10}(?:[学學]生[会會]|工[会會]|[团團县縣市区區]委|[办辦]公室|[协協][会會]|[中学學]院|中心|[传傳育技生]局|[传傳织織务務勤][部科处處]))[）)]\s*$/;
/** A cheap look at how they end. */
const OF_OFFICES = /[稿组組会會委室院心局部科处處][）)]\s*$/;
/** （摘自《青禾日报》 石小舟/文）: where the text was before, and who wrote it. */
const REPRINT =
  /^\s*[（(]\s*(?:摘自|选自|選自|据|據|[转轉]自|原[载載]|[来來]源)[:：]?\s*(?:\d{1,2}月\d{1,2}日)?《[^《》。]{2,20}》(?<writer>[^（）()。，]{0,16})[）)]\s*$/;

/** A bracket that says where the text above it is from, or who its author is, whom another line names. */
export function readSource(text: string, vocabulary: CreditVocabulary): BylineReading | null {
  if (text.includes("作者") && ABOUT_AUTHOR.test(text)) return NOBODY;
  if (OF_OFFICES.test(text) && SENT_BY_OFFICE.test(text)) return NOBODY;
  const reprint = text.includes("》") ? REPRINT.exec(text)?.groups?.["writer"] : undefined;
  if (reprint === undefined) return null;
  const writer = " ".repeat(text.indexOf("》") + 1) + reprint;
  const credits = reprint.trim() === "" ? null : readBylineLine(writer, vocabulary);
  return credits === null ? NOBODY : fromCredits(credits);
}
