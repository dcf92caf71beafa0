/**
 * Kicker, headline and deck among the title lines of an article.
 *
 * Heading levels decide first: a line of a lower level above one of a higher level is the kicker. Among lines of one
 * level their words decide, as far as they can: a quotation, a place or a clause that leads in is a kicker, a clause
 * that adds is a deck. Where nothing tells the lines apart, the first is the headline and the rest the deck.
 */
export interface TitleLine {
  readonly text: string;
  /** `##` is 2; 0 where the dump has no heading marks. */
  readonly level: number;
}

export type TitleRole = "kicker" | "headline" | "deck";

export function titleRoles(lines: readonly TitleLine[]): TitleRole[] {
  if (lines.length === 0) return [];
  const headline = headlineIndex(lines);
  return lines.map((_, i) => {
    if (i < headline) return "kicker";
    return i === headline || (i === headline + 1 && opensHeadline(lines[headline])) ? "headline" : "deck";
  });
}

function headlineIndex(lines: readonly TitleLine[]): number {
  const marked = lines.filter((line) => line.level > 0);
  const top = marked.length === 0 ? 0 : Math.min(...marked.map((line) => line.level));
  const first = Math.max(
    0,
    lines.findIndex((line) => line.level === top),
  );
  const next = lines[first + 1];
  const here = lines[first];
  if (here === undefined || next === undefined || next.level !== top || isDashed(next)) return first;
  return leadsIn(here.text, next.text) ? first + 1 : first;
}

/** Kickers of a place or a standing name: 青石, 巾帼建功. */
const SHORTEST_HEADLINE = 6;
/** A deck is a clause of its own, longer than its headline by this many characters. */
const LONGER_BY = 4;
const COMMA = /[，,]/;

/**
 * Whether the upper of two lines leads into the lower one.
 * “我也是一个母亲” / 39岁司机救下少年 and 一荤两素一汤，自付8元 / 长者食堂开张 do; a clause below completes: 图书馆搬进地铁站 /
 * 早上借书，下班还书.
 */
function leadsIn(upper: string, lower: string): boolean {
  if (/[：:]$/.test(upper) || isDashed({ text: lower, level: 0 })) return false;
  if (upper.length < SHORTEST_HEADLINE) return true;
  const isQuotation = /^[“「][^”」]+[”」]$/.test(upper);
  if (isQuotation && !/^[“「][^”」]+[”」]$/.test(lower)) return true;
  if (COMMA.test(lower) || longestHalf(lower) >= upper.length + LONGER_BY) return false;
  return COMMA.test(upper);
}

/** A headline of two halves, 长者食堂开张␠老人吃上热饭, is no longer clause than each of them. */
function longestHalf(line: string): number {
  return Math.max(...line.split(/\s+/).map((half) => half.length));
}

/** 小巷法官杜若兰： goes on in the line below. */
function opensHeadline(line: TitleLine | undefined): boolean {
  return line !== undefined && /[：:]$/.test(line.text);
}

/** A deck of a feature begins with a dash: ——记青石巷的修表匠. */
function isDashed(line: TitleLine): boolean {
  return /^(?:——|--|—)/.test(line.text);
}
