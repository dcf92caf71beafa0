/** 1.怎样缴费？ … 2.何时缴费？ …: lines that count are lines of the text, and none is a title or stands in one. */
import type { Question, Seen } from "./question.ts";

const COUNTED =
  /^[\s*]*(?:(?<figure>\d{1,2})[.．、]|(?<han>[一二三四五六七八九十]{1,3})、|[（(](?<bracketed>[一二三四五六七八九十]{1,3})[）)])\s*[〇㐀-鿿“《]/;
const HAN_FIGURES = "一二三四五六七八九十";
/** Blocks between a line and the one that counts on. */
const REACH = 12;

interface Ordinal {
  readonly form: "figure" | "han" | "bracketed";
  readonly number: number;
}

export function isCounted(question: Question): boolean {
  return siblingOf(question) !== undefined;
}

/**
 * 一、先看灶台 … 二、再看烟囱 …: short lines that count, above text, are subheads, headings of the dump or not; no headline of a paper
 * begins so.
 */
export function isCountedHead(question: Question): boolean {
  const { here, seen, index } = question;
  const below = seen[index + 1];
  if (!isHead(here) || below?.block.role !== "body" || below.length <= here.length) return false;
  const sibling = ordinalOf(here.words)?.form === "figure" ? undefined : siblingOf(question);
  return sibling !== undefined && isHead(sibling);
}

const LONGEST_HEAD = 20;

function isHead({ length, endsSentence }: Seen): boolean {
  return length <= LONGEST_HEAD && !endsSentence;
}

function siblingOf({ seen, index, here }: Question): Seen | undefined {
  const own = ordinalOf(here.words);
  if (own === null) return undefined;
  const near = seen.slice(Math.max(0, index - REACH), index + 1 + REACH);
  const wanted = own.number === 1 ? 2 : own.number - 1;
  return near.find(({ words }) => {
    const other = ordinalOf(words);
    return other !== null && other.form === own.form && other.number === wanted;
  });
}

/** What a line opens with; 0 for numbers above ten, which are figures in print. */
function ordinalOf(words: string): Ordinal | null {
  const found = COUNTED.exec(words)?.groups;
  if (found === undefined) return null;
  if (found["figure"] !== undefined) return { form: "figure", number: Number(found["figure"]) };
  const han = found["han"] ?? found["bracketed"] ?? "";
  return { form: found["han"] === undefined ? "bracketed" : "han", number: HAN_FIGURES.indexOf(han) + 1 };
}
