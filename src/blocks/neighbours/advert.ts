/** What belongs to an advert by where it stands: the name of a shop above its offer, the lines between title and number. */
import type { FurnitureKind } from "../../page.ts";
import { itemAt } from "../../text/list.ts";
import { isOpenQuestion, type Question, type Seen } from "./question.ts";

/** The name of a shop. */
const LONGEST_SHOP = 10;
/** A line inside an advert. */
const LONGEST_LINE = 40;
const LONGEST_BOX = 200;
const LONGEST_OFFER = 120;
/** A line of an advert, and how many stand above its number. */
const LONGEST_SLOGAN = 16;
const MOST_SLOGANS = 4;
/** `青石砖瓦厂␠2011年3月15日`: who gives notice, and the day. */
const IS_SIGNED = /[12]\d{3}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*$/;
/** A number to ring; those of hotlines have five digits. */
const PHONE = /\d{7}|\d{3,4}[-—]\d{3}|(?:[电電][话話]|[热熱][线線])[：:]\s*\d{5}/;
/** `申领条件：…`, `所需材料：…`: a line of a box that tells how to get something. */
const BOX_LINE = /^\s*[〇㐀-鿿\s]{2,8}[：:][^：:]{2,60}$/;
/** Marks that names of shops and goods do not hold. */
const OF_TEXT = /[，,。；;！？“”"「」『』《》：:]/;

/** 月嫂␠钟点工␠护工: goods or services set side by side. */
const LIST = /^\s*[〇㐀-鿿]{2,6}(?:[ \u3000]+[〇㐀-鿿]{1,6}){2,}\s*$/;

/** The kind of small print that an open block belongs to, or null. */
export function besideAdvert(question: Question): FurnitureKind | null {
  const { here, index, named, seen } = question;
  const above = itemAt(named, index - 1)?.role;
  const below = named[index + 1]?.role;
  const isBelow = above === "advert" || above === "notice";
  // 家政服务 / 月嫂 钟点工 护工 / 持证上岗 电话…: whatever stands between two lines of one advert.
  if (isBelow && here.length <= LONGEST_LINE && (above === below || IS_SIGNED.test(here.words))) return above;
  const givesNumber = PHONE.test(here.words) || isNumberLine(seen[index + 1]);
  // 招租 / 临街门面3间，价格面议。电话…: the text of an offer, below its title, with the number in it or right below.
  if (isBelow && here.length <= LONGEST_OFFER && isOpening(itemAt(seen, index - 1)?.words ?? "") && givesNumber)
    return above;
  // 有意者请洽：裴女士 13900000000, and what stands between it and the title.
  if (isBelow && below !== "advert" && here.length <= LONGEST_LINE && !here.endsSentence && givesNumber) return above;
  if (isBelow && here.length <= LONGEST_BOX && opensBox(itemAt(seen, index - 1)?.words ?? "") && isBox(here.words))
    return above;
  if (here.endsSentence || here.length > LONGEST_LINE || here.length < 3) return null;
  if (!question.isWrapped && isTightAbovePrint(question)) return "advert";
  if (below !== "advert") return null;
  if (LIST.test(here.words)) return "advert";
  const isAfterText = above === "body" && itemAt(seen, index - 1)?.endsSentence === false;
  return here.length > LONGEST_SHOP || isAfterText || OF_TEXT.test(here.words) ? null : "advert";
}

/**
 * 秋季羊绒大展销 / 工厂直供␠欢迎选购 / 地址：百货大楼五层: short lines right below each other, the last with a number or an address,
 * where blank lines part what else the page has.
 */
function isTightAbovePrint({ here, index, named, seen }: Question): boolean {
  if (here.length > LONGEST_SLOGAN || OF_TEXT.test(here.words)) return false;
  for (let i = index + 1; i <= index + MOST_SLOGANS; i += 1) {
    const [block, below] = [named[i], seen[i]];
    if (block === undefined || below === undefined || block.blankLinesBefore > 0) return false;
    if (block.role === "advert" || block.role === "imprint" || block.role === "contact") return true;
    if (!isOpenQuestion(block) || below.length > LONGEST_SLOGAN || OF_TEXT.test(below.words)) return false;
  }
  return false;
}

function isNumberLine(seen: Seen | undefined): boolean {
  return seen !== undefined && seen.length <= LONGEST_LINE && PHONE.test(seen.words);
}

function isBox(words: string): boolean {
  return words.split("\n").every((line) => BOX_LINE.test(line));
}

/** A box is opened by its title and goes on with lines of its kind. */
function opensBox(above: string): boolean {
  return isOpening(above) || isBox(above);
}

/** The title of an advert or a notice, and nothing more. */
function isOpening(above: string): boolean {
  return above.replace(/\s/g, "").length <= LONGEST_SHOP;
}
