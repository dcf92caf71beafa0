/** Lines that end where they end: they neither go on in another piece of text nor continue one. */
import { hasColon, hasDigit, visibleLength } from "../text/chars.ts";
import { isTableRow } from "../text/table-row.ts";
import { isRowOfTable } from "./markup.ts";

/** 编辑同志：, 尊敬的读者： */
const OPENS_LETTER =
  /^\s*(?:(?:[编編][辑輯]|主[编編]|各位|尊敬的|[亲親][爱愛]的|敬[爱愛]的)[〇㐀-鿿]{0,8}|[〇㐀-鿿]{1,6}(?:同志|同[学學]|先生|女士|老[师師]|[医醫]生|大夫|律[师師]|[战戰]友|叔叔|阿姨|姐姐|哥哥)[们們]?)[：:]\s*$/;
/** 此致 / 敬礼！: what a letter closes with, on lines of its own. */
const CLOSES_LETTER =
  /^\s*(?:(?:此致|[顺順]致|[谨謹]致)[，,]?(?:\s*(?:敬[礼禮]|敬意))?|敬[礼禮]|致[礼禮]|此[复復覆]|[即顺順敬]颂\s?[〇㐀-鿿]{2}|祝(?:好|安|[〇㐀-鿿]{2}[安好]))[！!。]?\s*$/;
/** What it begins with. */
const CLOSING = "此顺順谨謹敬致即祝";
const LONGEST_OPENING = 20;
/** 青石队2-1云溪队, 3.尹长河（青石队）␠6球: a line of a table of results. */
const IS_RESULT =
  /^\s*[〇㐀-鿿·]{2,8}\s*\d{1,3}\s*[-—:：比]\s*\d{1,3}\s*[〇㐀-鿿·]{2,8}\s*$|^\s*\d{1,2}[.、．]\s*[〇㐀-鿿·]{2,10}[^，。]{0,14}\d+\s*[〇㐀-鿿]?\s*$/;
const RESULT_MARK = /[-—:：比.、．]/;
const LONGEST_RESULT = 40;

/** 二等奖：何雅清␠孟帆: what somebody won or was, and names. */
const NAMES_WON =
  /^\s*[〇㐀-鿿]{0,5}(?:[等名银金铜优胜]奖|第[一二三四五六七八九十]名|[冠亚季]军|首发|替补|评委|导演|编剧|主演|成员|组长|委员)[：:]\s*[〇㐀-鿿·]{2,8}(?:\s+[〇㐀-鿿·]{2,8})*\s*$/;

export function namesWinners(words: string): boolean {
  return words.length <= LONGEST_RESULT * 2 && hasColon(words) && NAMES_WON.test(words);
}

/** 荀␠青␠孟知秋␠程␠爱, 县中学␠程爱␠第二小学␠史钰: names in a row, short ones set as wide as the others. */
const FEWEST_BLANKS = 3;
const NAMES_IN_ROW = /^\s*(?:[〇㐀-鿿·]{1,8}\s+){3,}[〇㐀-鿿·]{1,8}\s*$/;

/** Of a text whose blanks are the paper's: in a narrow column the line ends of a scan look alike. */
export function isRowOfNames(words: string): boolean {
  return (
    words.length - visibleLength(words) >= FEWEST_BLANKS &&
    words.length <= LONGEST_RESULT * 2 &&
    NAMES_IN_ROW.test(words)
  );
}

/** 编后：…, 编者按␠…: the paper's own words below a letter, or above a text. */
export function opensEditorsNote(words: string): boolean {
  return /[编編]/.test(words) && EDITORS_NOTE.test(words);
}

const EDITORS_NOTE = /^\s*[【（(]?(?:[编編]后|[编編]後|[编編]者(?:按|附[记記言])|[编編][辑輯]附言)/;

export function opensLetter(words: string): boolean {
  return words.length <= LONGEST_OPENING && hasColon(words) && OPENS_LETTER.test(words);
}

export function closesLetter(words: string): boolean {
  return words.length <= LONGEST_OPENING && CLOSING.includes(words.trimStart().charAt(0)) && CLOSES_LETTER.test(words);
}

export function isResult(words: string): boolean {
  return words.length <= LONGEST_RESULT && hasDigit(words) && RESULT_MARK.test(words) && IS_RESULT.test(words);
}

/** 定价：36.00元, below the title of a book. Not 零售价：1.00元, which the imprint of a paper says. */
const IS_PRICE = /^\s*(?:定|[单單]|售|票)[价價][：:]?\s*[\d.]+\s*元\s*$/;

export function isPrice(words: string): boolean {
  return words.length <= LONGEST_OPENING && words.includes("元") && IS_PRICE.test(words);
}

/** ——云溪县␠石小舟, below a question or a letter. */
const SIGNED_WITH_DASH = /^\s*[—–]{1,2}\s*[〇㐀-鿿]{2,12}\s+[〇㐀-鿿]{2,4}\s*$/;

export function isSignedWithDash(words: string): boolean {
  return words.length <= LONGEST_OPENING && /[—–]/.test(words) && SIGNED_WITH_DASH.test(words);
}

/** A row of a table, a result, who won, a price, or the words that open or close a letter. */
export function isOwnLine(words: string): boolean {
  if (isTableRow(words) || isRowOfTable(words) || isResult(words) || namesWinners(words) || isPrice(words)) return true;
  return opensLetter(words) || closesLetter(words) || isSignedWithDash(words);
}
