/**
 * The profile of a paper from a folder of its pages, for a person to edit.
 *
 * In: what was counted over the pages. Out: a profile file with evidence: every entry with its count and two places.
 * Only what recurs, and only what `generic` does not know. Never: what one page alone shows.
 */
import { recogniseFurniture } from "../../blocks/furniture.ts";
import type { Context } from "../../context.ts";
import type { ProfileFile, WordList } from "../schema.ts";
import type { Count, Tally } from "./tally.ts";

export interface LearnOptions {
  readonly id: string;
  /** Pages on which an entry must stand; default 3, and 2 where there are fewer than 20 pages. */
  readonly leastPages?: number;
}

const FEW_PAGES = 20;
/** A line recurs by chance on this part of the pages: wire stories, series. */
const CHANCE_LINE = 0.05;
/** However few the pages are: a sentence may well stand twice. */
const FEWEST_FOR_LINE = 3;
const MOST_WIDTHS = 8;

export function learnProfile(tally: Tally, { lexicon, profile }: Context, options: LearnOptions): ProfileFile {
  const least = options.leastPages ?? (tally.pages < FEW_PAGES ? 2 : 3);
  const name = tally.seenOn("name", 1)[0]?.text ?? null;
  const isNew = (list: WordList, { text }: Count): boolean =>
    !profile[list].includes(lexicon.simplify(text)) && !profile[list].includes(text);
  const agencies = new Set(profile.datelines.map(agencyOf));
  const isOwnDateline = ({ text }: Count): boolean => !agencies.has(agencyOf(lexicon.simplify(text)));
  const words = (list: WordList, leastPages = least): readonly Count[] =>
    tally.seenOn(list, leastPages).filter((count) => isNew(list, count));
  const leastForLine = Math.max(least, FEWEST_FOR_LINE, Math.ceil(tally.pages * CHANCE_LINE));
  const lines = words("furnitureLines", leastForLine).filter(
    ({ text }) => recogniseFurniture(text, { lexicon, profile }) === null,
  );
  return {
    id: options.id,
    name,
    datelines: words("datelines").filter(isOwnDateline).map(entry),
    bylinePrefixes: words("bylinePrefixes").map(entry),
    creditRoles: words("creditRoles").map(entry),
    sectionLabels: words("sectionLabels").map(entry),
    sectionMarks: words("sectionMarks").map(entry),
    staffCredits: words("staffCredits").map(entry),
    furnitureLines: lines.map(entry),
    columnWidths: tally
      .seenOn("columnWidths", least)
      .slice(0, MOST_WIDTHS)
      .map(({ text, count, seen }) => ({ cells: Number(text), count, seen })),
  };
}

/** 新华社 of 新华社讯 and 新华社电. */
function agencyOf(dateline: string): string {
  return dateline.replace(/[讯电]$/, "");
}

function entry({ text, count, seen }: Count): { text: string; count: number; seen: readonly string[] } {
  return { text, count, seen };
}
