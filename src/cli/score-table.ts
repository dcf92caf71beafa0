/** Scores in columns, one line a page. */
import { cellsOf, padEnd, padStart } from "../explain/cells.ts";
import type { Paint } from "../output/report.ts";
import { type Counts, measure } from "../score/counts.ts";
import { visible } from "./log.ts";

export interface Row {
  readonly name: string;
  readonly counts: Counts;
  /** A sum: its line is set apart and followed by one of shares. */
  readonly isTotal: boolean;
}

interface Column {
  readonly heading: string;
  readonly value: (counts: Counts) => string;
  /** The fraction above as a percentage; empty where there is none. */
  readonly share: (counts: Counts) => string;
}

const none = (): string => "";

const COLUMNS: readonly Column[] = [
  {
    heading: "articles",
    value: ({ found, articles }) => `${found}/${articles}`,
    share: (counts) => percent(measure(counts).found),
  },
  { heading: "missed", value: ({ found, articles }) => String(articles - found), share: none },
  { heading: "extra", value: ({ found, output }) => String(output - found), share: none },
  { heading: "split", value: ({ split }) => String(split), share: none },
  { heading: "merged", value: ({ merged }) => String(merged), share: none },
  {
    heading: "headlines",
    value: ({ headlines, articles }) => `${headlines}/${articles}`,
    share: (counts) => percent(measure(counts).headlines),
  },
  {
    heading: "authors",
    value: ({ authors, articles }) => `${authors}/${articles}`,
    share: (counts) => percent(measure(counts).authors),
  },
  {
    heading: "paragraphs",
    value: ({ startsRight, startsMissed, startsAdded }) => {
      const wrong = startsAdded === 0 ? "" : `+${startsAdded}`;
      return `${startsRight}/${startsRight + startsMissed}${wrong}`;
    },
    share: ({ startsRight, startsMissed }) => {
      const starts = startsRight + startsMissed;
      return percent(starts === 0 ? null : startsRight / starts);
    },
  },
  {
    heading: "captions",
    value: ({ captionsFound, captions }) => `${captionsFound}/${captions}`,
    share: (counts) => percent(measure(counts).captions),
  },
  ...(["words", "folded", "printed", "blanks"] as const).map((strictness): Column => {
    const rate = (counts: Counts): string => percent(measure(counts).cer[strictness], 2);
    return { heading: strictness, value: rate, share: none };
  }),
];

/** Stands over the last columns. */
const ERRORS = "character errors:";
const ERROR_COLUMNS = 4;

/** Blanks between two columns. */
const GAP = "  ";

export function scoreTable(rows: readonly Row[], paint: Paint): string {
  const lines = rows.flatMap(({ name, counts, isTotal }) => {
    const values = { name: visible(name), cells: COLUMNS.map(({ value }) => value(counts)), isTotal };
    const shares = { name: "", cells: COLUMNS.map(({ share }) => share(counts)), isTotal: false };
    return isTotal ? [values, shares] : [values];
  });
  const heading = { name: "page", cells: COLUMNS.map((column) => column.heading), isTotal: true };
  const all = [heading, ...lines];
  const nameWidth = widest(all.map(({ name }) => name));
  const widths = COLUMNS.map((_, i) => widest(all.map(({ cells }) => cells[i] ?? "")));
  const errorsWidth = sumOf(widths.slice(-ERROR_COLUMNS)) + (ERROR_COLUMNS - 1) * GAP.length;
  const totalWidth = nameWidth + sumOf(widths) + widths.length * GAP.length;
  const over = " ".repeat(totalWidth - errorsWidth) + ERRORS;
  const body = all
    .map(({ name, cells, isTotal }) => {
      const text = [padEnd(name, nameWidth), ...cells.map((cell, i) => padStart(cell, widths[i] ?? 0))].join(GAP);
      return `${isTotal ? paint.strong(text.trimEnd()) : text.trimEnd()}\n`;
    })
    .join("");
  return `${paint.faint(over)}\n${body}`;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function widest(texts: readonly string[]): number {
  return Math.max(...texts.map(cellsOf));
}

function percent(share: number | null, digits = 1): string {
  return share === null ? "–" : `${(share * 100).toFixed(digits)}%`;
}
