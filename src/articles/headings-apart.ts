/**
 * Puts headings above their texts where a dump gives all texts first and all headings after them, or the other way round.
 *
 * In: units in the order of the dump. Out: the same units, each text below the heading that belongs to it; other pages stay
 * as they are. Programs that set a page write their frames layer by layer: body text, pictures, titles. Both layers keep
 * the order of the page, so that one alignment of the two finds all pairs at once (`align.ts`).
 */
import { changed } from "../blocks/block.ts";
import { look } from "../blocks/neighbours/question.ts";
import { isFurniture } from "../blocks/role.ts";
import type { Unit } from "../join/join.ts";
import type { Finding } from "../notice.ts";
import { append } from "../text/append.ts";
import { tighten } from "../text/chars.ts";
import { pairsOf, shared, weigh } from "../text/common-pairs.ts";
import { itemAt } from "../text/list.ts";
import { originOf, plain } from "../text/sourced.ts";
import { align, type HeadingLine, type Pairing } from "./align.ts";
import { isLead, isSignature } from "./frame-role.ts";
import { partsOf, rejoined } from "./heading-parts.ts";
import type { TextPart } from "./text-borders.ts";

export interface Ordered {
  readonly units: readonly Unit[];
  readonly findings: readonly Finding[];
}

/** Fewer title lines in one place are the heading of one article. */
const LEAST_TITLES = 4;
/** Title lines that may stand elsewhere: the last line of a text, a subhead or verse is taken for one now and then. */
const MOST_ELSEWHERE = 1;
/** On a page with many headings such a share of them. */
const SHARE_ELSEWHERE = 0.25;
/** More lines of headings and parts of text than a page has; the alignment takes the product of both. */
const MOST_LINES = 150;
const MOST_PARTS = 300;
/** Longer blocks that end a sentence are text, and shorter ones that are known to begin a paragraph. */
const LONGEST_LINE = 30;
/** Below this share of its words in its text a heading was placed by order alone. */
const WELL_MATCHED = 0.2;

export function headingsApart(units: readonly Unit[]): Ordered | null {
  const content = units.filter(({ block }) => !isFurniture(block.role));
  const zone = headingZone(content);
  if (zone === null) return null;
  const captions = content.filter((unit, i) => isCaption(unit, i, zone));
  const isAside = new Set(captions);
  const heading = content
    .slice(zone.from, zone.to)
    .filter((unit) => !isAside.has(unit))
    .flatMap(partsOf);
  const texts = content.filter((unit, i) => (i < zone.from || i >= zone.to) && !isAside.has(unit));
  const lines = heading.map(({ unit, isRest }) => readHeading(unit, isRest));
  const parts = readParts(texts, units);
  if (lines.length > MOST_LINES || parts.length > MOST_PARTS) return null;
  const pairings = align(lines, parts);
  if (pairings.length === 0) return null;
  const out: Unit[] = units.filter(({ block }) => isFurniture(block.role));
  const homes = captionHomes(captions, pairings, texts);
  const findings: Finding[] = [];
  for (const [k, pairing] of pairings.entries()) {
    const own = rejoined(heading.slice(pairing.lines.start, pairing.lines.end)).map(asHeading);
    const first = own.find(({ block }) => block.role === "title");
    const isDoubtful = pairing.match < WELL_MATCHED;
    if (first !== undefined && isDoubtful) findings.push(doubt(first));
    append(out, isDoubtful ? own.map(asGuess) : own);
    append(out, texts.slice(pairing.parts.start, pairing.parts.end));
    append(out, captions.filter((_, i) => homes[i] === k).map(asCaption));
  }
  return { units: out, findings };
}

interface Zone {
  readonly from: number;
  readonly to: number;
}

/** Where all the headings stand: behind the last text, or before the first. */
function headingZone(content: readonly Unit[]): Zone | null {
  const isText = content.map(isTextUnit);
  const last = isText.lastIndexOf(true);
  const first = isText.indexOf(true);
  if (last < 0) return null;
  for (const zone of [
    { from: last + 1 + (isBracketed(content[last + 1]) ? 1 : 0), to: content.length },
    { from: 0, to: leadOf(content, first) },
  ]) {
    const titles = (from: number, to: number): number =>
      content.slice(from, to).filter(({ block }) => block.role === "title").length;
    const inside = titles(zone.from, zone.to);
    const elsewhere = titles(0, content.length) - inside;
    if (inside >= LEAST_TITLES && elsewhere <= Math.max(MOST_ELSEWHERE, inside * SHARE_ELSEWHERE)) return zone;
  }
  return null;
}

/** （通讯员 景明）: a signature below the last text. */
function isBracketed(unit: Unit | undefined): boolean {
  return unit !== undefined && isSignature(unit);
}

/** A dateline above the first text belongs to it. */
function leadOf(content: readonly Unit[], first: number): number {
  return itemAt(content, first - 1)?.block.startsParagraph === true ? first - 1 : first;
}

function isTextUnit({ block }: Unit): boolean {
  if (block.role === "jump") return true;
  if (block.role === "byline") return block.startsParagraph === true;
  if (block.role !== "body") return false;
  const { length, endsSentence } = look(block);
  return (length > LONGEST_LINE || block.startsParagraph === true) && endsSentence;
}

/** A caption, or in the zone a whole sentence: no heading ends with a full stop. */
function isCaption({ block }: Unit, index: number, zone: Zone): boolean {
  if (block.role === "caption" || block.role === "pullQuote") return true;
  return index >= zone.from && index < zone.to && block.role === "body" && plain(block.text).includes("。");
}

function readHeading({ block }: Unit, isRest: boolean): HeadingLine {
  const kind = block.role === "byline" ? "byline" : block.role === "sectionLabel" ? "label" : "title";
  return { kind, isRest, pairs: pairsOf(tighten(plain(block.text))) };
}

function readParts(texts: readonly Unit[], units: readonly Unit[]): TextPart[] {
  const places = new Map(units.map((unit, i) => [unit, i]));
  return texts.map((unit, i) => {
    const { block } = unit;
    const above = units[(places.get(unit) ?? 0) - 1];
    const endsAbove =
      i > 0 &&
      above !== undefined &&
      (isFurniture(above.block.role) || above.block.role === "jump" || isSignature(above));
    return {
      pairs: pairsOf(tighten(plain(block.text))),
      length: block.role === "body" && !isSignature(unit) ? plain(block.text).length : 0,
      isLead: isLead(unit),
      isSigned: isSignature(unit),
      canOpen: isLead(unit) || block.role === "body",
      endsAbove,
    };
  });
}

/** The article that a caption shares most with; where it shares nothing, the first. */
function captionHomes(captions: readonly Unit[], pairings: readonly Pairing[], texts: readonly Unit[]): number[] {
  const articles = pairings.map(({ parts }) =>
    pairsOf(
      texts
        .slice(parts.start, parts.end)
        .map(({ block }) => tighten(plain(block.text)))
        .join("|"),
    ),
  );
  const weights = weigh(articles);
  return captions.map(({ block }) => {
    const own = pairsOf(tighten(plain(block.text)));
    const scores = articles.map((article) => shared(own, article, weights));
    return scores.indexOf(Math.max(...scores));
  });
}

/** Beside the headings a short line is one, whatever it looked like below a text. */
function asHeading(unit: Unit): Unit {
  const { role } = unit.block;
  if (role === "byline" || role === "sectionLabel" || role === "title") return unit;
  return { block: changed(unit.block, { role: "title" }), joins: unit.joins };
}

function asCaption(unit: Unit): Unit {
  return unit.block.role === "body" ? { block: changed(unit.block, { role: "caption" }), joins: unit.joins } : unit;
}

function asGuess(unit: Unit): Unit {
  return { block: changed(unit.block, { confidence: Math.min(unit.block.confidence, GUESSED) }), joins: unit.joins };
}

const GUESSED = 0.5;

function doubt({ block }: Unit): Finding {
  return {
    rule: "articles/heading-apart",
    level: "warning",
    offset: originOf(block.text, 0),
    message:
      "this headline stands apart from its text, and only the order of the page says which it is; compare the scan",
  };
}
