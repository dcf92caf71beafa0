/**
 * Kicker, headline and deck among the title lines of an article.
 *
 * A line that a line end has cut in a phrase is one with the line below it. Then heading levels decide: a line of a lower
 * level above one of a higher level is the kicker. Among lines of one level their words decide, as far as they can: of all
 * ways to read them as kickers, headline and decks, the one with the best odds is taken (`title-clues.ts`). Where nothing tells
 * the lines apart, the first is the headline and the rest the deck.
 */
import type { TypeOdds } from "../lines/lines.ts";
import { itemAt, lastOf } from "../text/list.ts";
import { isOccasion, kickerOdds, opensHeadline } from "./title-clues.ts";
import { halfOdds } from "./title-halves.ts";

export interface TitleLine {
  /** In simplified characters. */
  readonly text: string;
  /** `##` is 2; 0 where the dump has no heading marks. */
  readonly level: number;
  /** The line above ends in the phrase that goes on here. */
  readonly goesOn?: boolean;
  /** Its type against that of the line above, and how long each of its printed lines is, where places tell. */
  readonly type?: TypeOdds | undefined;
  readonly lengths?: readonly number[] | undefined;
}

export type TitleRole = "kicker" | "headline" | "deck";

export function titleRoles(printed: readonly TitleLine[]): TitleRole[] {
  const lines: TitleLine[] = [];
  const lineOf = printed.map((line) => {
    const above = lastOf(lines);
    if (line.goesOn !== true || above === undefined) return lines.push(line) - 1;
    lines[lines.length - 1] = joined(above, line);
    return lines.length - 1;
  });
  const roles = rolesOfWhole(lines);
  return lineOf.map((line) => roles[line] ?? "deck");
}

function joined(above: TitleLine, below: TitleLine): TitleLine {
  const lengths = [...(above.lengths ?? []), ...(below.lengths ?? [])];
  return { ...above, text: above.text + below.text, level: Math.min(above.level, below.level), lengths };
}

function rolesOfWhole(lines: readonly TitleLine[]): TitleRole[] {
  const top = lines.reduce((least, { level }) => (level > 0 && (least === 0 || level < least) ? level : least), 0);
  const first = lines.findIndex((line) => line.level === top);
  if (first < 0) return [];
  let end = first + 1;
  while (end < lines.length && lines[end]?.level === top) end += 1;
  const { kickers, halves } = bestReading(lines.slice(first, end));
  const headline = first + kickers;
  const below = headline + halves;
  return lines.map((_, i) => (i < headline ? "kicker" : i < below ? "headline" : "deck"));
}

function halvesAt(lines: readonly TitleLine[], border: number, kickerAt: (border: number) => number): number {
  const [upper, lower] = [textAt(lines, border - 1), textAt(lines, border)];
  if (isOccasion(lower) && !isOccasion(upper)) return -NEVER;
  return halfOdds(upper, lower) - UNLIKE * Math.abs(kickerAt(border));
}

function textAt(lines: readonly TitleLine[], at: number): string {
  return itemAt(lines, at)?.text ?? "";
}

/** A headline is broken over two lines where its type is large: what fits on one line and is longer, is set smaller. */
const BROKEN = 2;

/** Log-odds that the lower line is in larger type than the upper one, as far as places tell. */
function largerOdds(upper?: TitleLine, lower?: TitleLine): number {
  return (lower?.type?.larger ?? 0) + (isBroken(lower, upper) ? BROKEN : 0) - (isBroken(upper, lower) ? BROKEN : 0);
}

function isBroken(large?: TitleLine, small?: TitleLine): boolean {
  const [longest, length] = [Math.max(...(large?.lengths ?? [])), small?.lengths?.[0] ?? 0];
  return (large?.lengths?.length ?? 0) > 1 && small?.lengths?.length === 1 && length > longest;
}

interface Reading {
  readonly kickers: number;
  /** Lines of the headline: one, or two halves. */
  readonly halves: number;
}

/** More lines than this lead in to no headline. */
const MOST_KICKERS = 2;
/** Where the clues say next to nothing, the first line is the headline. */
export const PRIOR_OF_KICKER = -0.1;
/** Three lines have rather a kicker and a deck than one of them twice. */
const PRIOR_OF_SECOND_DECK = -1.75;
const PRIOR_OF_SECOND_KICKER = -4;
/** Of two lines of which one leads in or adds, it is the less likely that they are halves. */
const UNLIKE = 0.4;

/** The likeliest of all ways to read lines of one level, by the log-odds at each border between two roles. */
function bestReading(lines: readonly TitleLine[]): Reading {
  let best: Reading = { kickers: 0, halves: 1 };
  let most = Number.NEGATIVE_INFINITY;
  // Every border is part of several readings.
  const known: number[] = [];
  const kickerAt = (border: number): number => {
    known[border] ??=
      kickerOdds(textAt(lines, border - 1), textAt(lines, border)) + largerOdds(lines[border - 1], lines[border]);
    return known[border];
  };
  for (let kickers = 0; kickers <= Math.min(MOST_KICKERS, lines.length - 1); kickers += 1) {
    for (let halves = 1; halves <= Math.min(2, lines.length - kickers); halves += 1) {
      const odds = readingOdds(lines, { kickers, halves }, kickerAt);
      if (odds > most) {
        most = odds;
        best = { kickers, halves };
      }
    }
  }
  return best;
}

/** @param kickerAt `kickerOdds` of a line and the one above it. */
function readingOdds(
  lines: readonly TitleLine[],
  { kickers, halves }: Reading,
  kickerAt: (border: number) => number,
): number {
  const decks = lines.length - kickers - halves;
  let odds = Math.max(0, kickers - 1) * PRIOR_OF_SECOND_KICKER + Math.max(0, decks - 1) * PRIOR_OF_SECOND_DECK;
  if (kickers > 0) odds += PRIOR_OF_KICKER + kickerAt(kickers);
  if (halves > 1) odds += halvesAt(lines, kickers + 1, kickerAt);
  if (decks > 0) odds -= kickerAt(kickers + halves);
  return opensHeadline(textAt(lines, kickers + halves - 1)) || opensHeadline(textAt(lines, kickers - 1))
    ? odds - NEVER
    : odds;
}

/** 小巷法官杜若兰： goes on in the headline, whatever is below it. */
const NEVER = 100;
