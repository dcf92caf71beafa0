/** The words of a title: short, no sentence, nothing left open. Where the line stands, `title-line.ts` asks. */
import { looseBrackets } from "../../text/brackets.ts";
import { hasColon } from "../../text/chars.ts";
import { isSeparator } from "../../text/separator.ts";
import { isTableRow } from "../../text/table-row.ts";
import { isOneBracket } from "../in-brackets.ts";
import { closesLetter, isPrice, isRowOfNames, namesWinners, opensLetter } from "../own-line.ts";
import { LONGEST_CAPTION, LONGEST_TITLE, type Seen } from "./question.ts";

/** Short, no sentence, nothing left open, not all in brackets as （作者系本市教师）: the words of a title. */
export function canBeTitle(seen: Seen): boolean {
  seen.canBeTitle ??= hasWordsOfTitle(seen);
  return seen.canBeTitle;
}

export function hasWordsOfTitle({ block, length, words }: Seen): boolean {
  if (length > LONGEST_TITLE || isOneBracket(words)) return false;
  if (isSeparator(words) || isTableRow(words) || (isRowOfNames(words) && PADDED_NAME.test(words))) return false;
  if (
    opensLetter(words) ||
    closesLetter(words) ||
    namesWinners(words) ||
    isPrice(words) ||
    asksForMore(words) ||
    givesNumber(words)
  )
    return false;
  // An indented question is a paragraph: one of an interview, or of an essay.
  if (block.startsParagraph === true && /[？?！!]\s*$/.test(words)) return false;
  if (/[。；，、,;][\s*]*$/.test(words) || /[；;]/.test(words)) return false;
  // 市民服务中心提醒，办理时请带齐下列材料： goes on in a list.
  if (/[：:][\s*]*$/.test(words) && /[，,]/.test(words)) return false;
  if (words.includes("。") && /\S\s*。./.test(words)) return false;
  if (length > LONGEST_LIST && (tells(words) || ONE_LETTER_LEFT.test(words))) return false;
  return !(words.includes(".") && HALF_STOP.test(words)) && !hasOpenQuote(words);
}

/** 程　爱 among other names; the phrases of a slogan are set apart, too. */
const PADDED_NAME = /\u3000[〇㐀-鿿]\u3000/;

/** …贴在每台开关柜上，新: a line end has cut the text behind a comma. */
const ONE_LETTER_LEFT = /[，,]\s*[〇㐀-鿿]\s*$/;

/** Longest title line with a list behind two commas, or with three. */
const LONGEST_LIST = 26;

/** 入冬以来，镇里请来农技员，手把手教剪枝、施肥、涂白: a sentence that goes on and on, not the phrases of a deck. */
function tells(words: string): boolean {
  let commas = 0;
  for (let i = 0; i < words.length; i += 1) if (words.charAt(i) === "，" || words.charAt(i) === ",") commas += 1;
  return commas > 2 || (commas > 1 && words.includes("、"));
}

/** 问：哪些人可以申请？ and 名单如下： are lines of the text. */
const ASKS_FOR_MORE =
  /^\s*(?:[问問答]|[记記]者|主持人)[：:]|(?:如下|包括|分别[是为]|說|说|表示|指出|介绍|写道|[〇㐀-鿿]{3}[了着])[：:]\s*$/;

function asksForMore(words: string): boolean {
  return hasColon(words) && ASKS_FOR_MORE.test(words);
}

/** 咨询电话：95598 tells where to ring, and heads nothing. */
const GIVES_NUMBER = /(?:[电電][话話]|[热熱][线線]|手[机機]|[传傳]真|QQ群?)[：:]\s*[\d(（][\d（）()\s—-]{4,}$/;

function givesNumber(words: string): boolean {
  return hasColon(words) && GIVES_NUMBER.test(words);
}

/** A full stop of half width behind Han text, at the end or before more of it; not 3.5 nor a.com. */
const HALF_STOP = /[〇㐀-鿿”"%℃]\.\s*(?:[〇㐀-鿿“"]|$)/;

/** A quotation or bracket that does not end here: the text goes on elsewhere. */
export function hasOpenQuote(words: string): boolean {
  let [straight, curly, corner, title, bracket] = [0, 0, 0, 0, 0];
  for (let i = 0; i < words.length; i += 1) {
    const mark = words.charAt(i);
    if (mark === '"' || mark === "＂") straight += 1;
    else if (mark === "“") curly += 1;
    else if (mark === "”") curly -= 1;
    else if (mark === "「" || mark === "『") corner += 1;
    else if (mark === "」" || mark === "』") corner -= 1;
    else if (mark === "《") title += 1;
    else if (mark === "》") title -= 1;
    else if (mark === "（" || mark === "(") bracket += 1;
    else if (mark === "）" || mark === ")") bracket -= 1;
  }
  // “中国杆秤之乡": a scan makes a straight mark of the one that closes.
  if (curly === 1 && straight === 1) [straight, curly] = [0, 0];
  return straight % 2 === 1 || curly !== 0 || corner !== 0 || title !== 0 || bracket !== 0;
}

/** A closing bracket or quote whose opening one is missing: the block is the second half of something. */
export function hasOrphanClose(words: string): boolean {
  return (
    looseBrackets(words.length > LONGEST_CAPTION * 2 ? words.slice(0, LONGEST_CAPTION * 2) : words).orphan !== null
  );
}
