/**
 * Generated pages: invented articles, laid into columns as a paper does and dumped as a scan does, with the true joins.
 *
 * Everything follows from the seed. Positions of the truth are offsets of the dump, as in the map of a page.
 */
import { caption, headline, lead, Writer } from "./generate-text.ts";
import type { Random } from "./random.ts";

export const FORMS = ["blocks", "markdown", "wrapped", "spaced"] as const;
export type Form = (typeof FORMS)[number];

/** Offset of the last character before a seam and of the first one after it. */
export interface Seam {
  readonly tail: number;
  readonly head: number;
}

export interface GeneratedPage {
  readonly form: Form;
  readonly text: string;
  /** Places where a column end cut a paragraph. */
  readonly seams: readonly Seam[];
  /** For each printed character of a paragraph the one that follows it in print. */
  readonly follows: ReadonlyMap<number, number>;
  readonly paragraphs: readonly string[];
  /** A piece stands on top of the page that belongs elsewhere. */
  readonly isDisplaced: boolean;
}

/** A block of the dump before it is placed: printed lines. */
interface Printed {
  readonly kind: "kicker" | "title" | "body" | "caption";
  readonly lines: readonly string[];
  /** Number of the paragraph over the page, to know which pieces belong together; −1 where it is no paragraph. */
  readonly paragraph: number;
  /** Which piece of the paragraph. */
  readonly part: number;
}

export function generatePage(random: Random, form: Form): GeneratedPage {
  const paragraphs: string[] = [];
  const blocks: Printed[] = [];
  const writer = new Writer(random);
  const articles = random.between(1, 4);
  for (let i = 0; i < articles; i += 1) blocks.push(...printArticle({ random, writer, form, paragraphs }));
  const isDisplaced = displace(blocks, random);
  return { form, paragraphs, isDisplaced, ...dump(blocks, form, random) };
}

interface Printing {
  readonly random: Random;
  readonly writer: Writer;
  readonly form: Form;
  /** Receives the paragraphs as printed. */
  readonly paragraphs: string[];
}

function printArticle({ random, writer, form, paragraphs }: Printing): Printed[] {
  const blocks: Printed[] = [];
  if (form === "markdown" && random.isLucky(0.3)) {
    blocks.push({ kind: "kicker", lines: [headline(random)], paragraph: -1, part: 0 });
  }
  blocks.push({ kind: "title", lines: [headline(random)], paragraph: -1, part: 0 });
  const width = random.between(12, 22) * 2;
  const height = random.between(5, 16);
  let left = height;
  const count = random.between(2, 5);
  for (let i = 0; i < count; i += 1) {
    const words = spoil((i === 0 ? lead(random) : "") + writer.paragraph(), random);
    paragraphs.push(words);
    let lines = setLines(words, width);
    let part = 0;
    while (lines.length > left) {
      // A column that is full before the paragraph begins cuts nothing: an empty join.
      if (left > 0) blocks.push({ kind: "body", lines: lines.slice(0, left), paragraph: paragraphs.length, part });
      if (left > 0 && random.isLucky(0.12)) {
        blocks.push({ kind: "caption", lines: setLines(caption(random), 16, false), paragraph: -1, part: 0 });
      }
      lines = lines.slice(left);
      part += 1;
      left = height;
    }
    blocks.push({ kind: "body", lines, paragraph: paragraphs.length, part });
    left -= lines.length;
  }
  return blocks;
}

/** What print and readers do to a text now and then: a quote that never closes, a rare character. */
function spoil(words: string, random: Random): string {
  let out = words;
  if (random.isLucky(0.04)) out = out.replace("”", "");
  if (random.isLucky(0.04)) out = out.replace("“", "");
  if (random.isLucky(0.03)) out = out.replace("，", "😀，");
  return out;
}

/** Cells of a character in print. */
function cells(char: string): number {
  return /[\x20-\x7e]/u.test(char) ? 1 : 2;
}

/** Printed lines of a paragraph: indented by two characters, figures not cut, no closing mark at the start of a line. */
function setLines(words: string, width: number, isIndented = true): string[] {
  const lines: string[] = [];
  let line = "";
  let used = isIndented ? 4 : 0;
  for (const [token] of words.matchAll(/[\dA-Za-z.:%]+|./gsu)) {
    const size = [...token].reduce((sum, char) => sum + cells(char), 0);
    if (used + size > width && line !== "" && !/^[，。、；：！？）”’]/u.test(token)) {
      lines.push(line);
      line = "";
      used = 0;
    }
    line += token;
    used += size;
  }
  return line === "" ? lines : [...lines, line];
}

/** Sometimes a piece from inside a paragraph is read first and stands on top of the page. */
function displace(blocks: Printed[], random: Random): boolean {
  if (!random.isLucky(0.15)) return false;
  const inner = blocks.findIndex(
    (block, i) =>
      i > 1 &&
      block.paragraph > 0 &&
      blocks[i - 1]?.paragraph === block.paragraph &&
      blocks[i + 1]?.paragraph === block.paragraph,
  );
  const [piece] = inner < 0 ? [] : blocks.splice(inner, 1);
  if (piece !== undefined) blocks.unshift(piece);
  return piece !== undefined;
}

function dump(
  blocks: readonly Printed[],
  form: Form,
  random: Random,
): Pick<GeneratedPage, "text" | "seams" | "follows"> {
  let text = random.isLucky(0.2) ? "\n\n" : "";
  const places: Place[] = [];
  for (const [i, block] of blocks.entries()) {
    const start = text.length;
    text += dumpBlock(block, form, random);
    places.push({ ...block, start, end: text.length });
    // A picture leaves a hole above its caption; elsewhere one or two empty lines part the blocks.
    const isAboveCaption = blocks[i + 1]?.kind === "caption";
    text += "\n".repeat(isAboveCaption ? 4 : random.isLucky(0.1) ? 3 : 2);
    // A column with nothing in it leaves a line of blanks.
    if (random.isLucky(0.03) && !text.endsWith("\n\n\n")) text += "\u3000\n";
  }
  return { text, ...readingOrder(places, text) };
}

interface Place extends Printed {
  readonly start: number;
  readonly end: number;
}

function readingOrder(places: readonly Place[], text: string): Pick<GeneratedPage, "seams" | "follows"> {
  const seams: Seam[] = [];
  const follows = new Map<number, number>();
  const bodies = places.filter(({ paragraph }) => paragraph > 0);
  let previous: { paragraph: number; tail: number } | undefined;
  for (const { paragraph, start, end } of bodies.sort((a, b) => a.paragraph - b.paragraph || a.part - b.part)) {
    const printed = printedOffsets(text, start, end);
    for (const [i, offset] of printed.entries()) {
      const next = printed[i + 1];
      if (next !== undefined) follows.set(offset, next);
    }
    const [head] = printed;
    const tail = printed[printed.length - 1];
    if (head === undefined || tail === undefined) continue;
    if (previous?.paragraph === paragraph) {
      seams.push({ tail: previous.tail, head });
      follows.set(previous.tail, head);
    }
    previous = { paragraph, tail };
  }
  return { seams, follows };
}

/** Offsets of what was printed: no blanks, no mark-up. */
function printedOffsets(text: string, start: number, end: number): number[] {
  const offsets: number[] = [];
  for (let i = start; i < end; i += 1) if (!/[\s*#]/u.test(text.charAt(i))) offsets.push(i);
  return offsets;
}

function dumpBlock({ kind, lines }: Printed, form: Form, random: Random): string {
  switch (form) {
    case "blocks": {
      const joined = lines.map((line) => halved(line, random)).join(" ");
      return kind === "title" ? joined : joined.replace(/,(?=\S)/gu, () => (random.isLucky(0.15) ? ", " : ","));
    }
    case "markdown": {
      const words = lines.join("");
      if (kind === "kicker") return `## ${words}`;
      if (kind === "title") return `# ${words}`;
      return random.isLucky(0.05) ? `**${words}**` : words;
    }
    case "wrapped":
      return lines.map((line) => halved(line, random)).join("\n");
    case "spaced":
      return lines.map((line) => spaced(line, random)).join("\n");
  }
}

const HALF: Readonly<Record<string, string>> = {
  "，": ",",
  "：": ":",
  "；": ";",
  "（": "(",
  "）": ")",
  "？": "?",
  "“": '"',
  "”": '"',
  "‘": "'",
  "’": "'",
};

/** Half-width marks and straight quotes, as most readers write them; now and then a full-width one stays. */
function halved(line: string, random: Random): string {
  return line.replace(/[，：；（）？“”‘’]/gu, (mark) =>
    /[，：；]/u.test(mark) && random.isLucky(0.1) ? mark : (HALF[mark] ?? mark),
  );
}

function spaced(line: string, random: Random): string {
  return [...line]
    .map((char) => (random.isLucky(0.75) ? `${char} ` : char))
    .join("")
    .trimEnd();
}
