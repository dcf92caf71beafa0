/**
 * Where one article ends and the next begins, when neither its heading nor its opening stands first.
 *
 * In: units in the order of the dump, those of an article together. Out: the units of each article. All cuts at once, by a
 * dynamic program: an article has one heading, is signed once, and keeps to its words.
 */
import { isFurniture } from "../blocks/role.ts";
import type { Unit } from "../join/join.ts";
import { tighten } from "../text/chars.ts";
import { type Pairs, pairsOf, shared, weigh } from "../text/common-pairs.ts";
import { itemAt } from "../text/list.ts";
import { plain } from "../text/sourced.ts";
import { isHeading, isLead } from "./frame-role.ts";

/** What the clues say, in log-odds, by judgement. */
const ONE_TOPIC = 30;
const EACH_ARTICLE = -1.5;
const NO_HEADING = -3;
const SECOND_HEADING = -5;
const HEADING_CUT = -6;
/** A dateline stands at the beginning of its text, in whatever order the frames are. */
const LEAD_CUT = -8;
/** Fewer characters of text are no article. */
const SHORTEST_TEXT = 60;
const SHORT_TEXT = -3;
const UNSIGNED = -1;
const SIGNED_TWICE = -5;
const FURNITURE_INSIDE = -3;
/** Units of one article, at most. */
const MOST_UNITS = 40;

export function cutIntoArticles(content: readonly Unit[], units: readonly Unit[]): Unit[][] {
  const likeness = likenesses(content);
  const places = new Map(units.map((unit, i) => [unit, i]));
  const best = [0];
  const from = [0];
  for (let to = 1; to <= content.length; to += 1) {
    let most = Number.NEGATIVE_INFINITY;
    let start = to - 1;
    let sum = 0;
    let headings = 0;
    let leads = 0;
    let bylines = 0;
    let chars = 0;
    let furniture = 0;
    for (let i = to - 1; i >= Math.max(0, to - MOST_UNITS); i -= 1) {
      const unit = content[i];
      const below = content[i + 1];
      if (unit === undefined) break;
      for (let k = i + 1; k < to; k += 1) sum += likeness[i]?.[k] ?? 0;
      if (isHeading(unit) && (i + 1 >= to || !isSameHeading(unit, below))) headings += 1;
      if (unit.block.role === "body") chars += plain(unit.block.text).length;
      if (isLead(unit)) leads += 1;
      else if (unit.block.role === "byline") bylines += 1;
      if (i + 1 < to && below !== undefined && hasFurniture(units, places.get(unit) ?? 0, places.get(below) ?? 0))
        furniture += 1;
      const count = to - i;
      const score =
        (best[i] ?? 0) +
        EACH_ARTICLE +
        (count > 1 ? (ONE_TOPIC * 2 * sum) / (count - 1) : 0) +
        (isSameHeading(itemAt(content, i - 1), unit) ? HEADING_CUT : 0) +
        (isBehindLead(content, i) ? LEAD_CUT : 0) +
        (chars < SHORTEST_TEXT ? SHORT_TEXT : 0) +
        (headings === 0 ? NO_HEADING : SECOND_HEADING * (headings - 1)) +
        (leads + bylines === 0 ? UNSIGNED : SIGNED_TWICE * (leads + bylines - 1)) +
        FURNITURE_INSIDE * furniture;
      if (score > most) {
        most = score;
        start = i;
      }
    }
    best.push(most);
    from.push(start);
  }
  const out: Unit[][] = [];
  for (let to = content.length; to > 0; ) {
    const start = from[to] ?? to - 1;
    out.unshift(content.slice(start, to));
    to = start;
  }
  return out;
}

function isBehindLead(content: readonly Unit[], index: number): boolean {
  const above = itemAt(content, index - 1);
  return above !== undefined && isLead(above);
}

/** Lines of one heading: a label opens the next one, and below a byline nothing is left of it. */
function isSameHeading(above: Unit | undefined, below: Unit | undefined): boolean {
  if (above === undefined || below === undefined || !isHeading(above) || !isHeading(below)) return false;
  return above.block.role !== "byline" && below.block.role !== "sectionLabel";
}

function hasFurniture(units: readonly Unit[], from: number, to: number): boolean {
  for (let i = from + 1; i < to; i += 1) if (isFurniture(units[i]?.block.role ?? "body")) return true;
  return false;
}

/** For each pair of units what they have in common, above what two units of the page have on average. */
function likenesses(content: readonly Unit[]): number[][] {
  const pairs = content.map(({ block }) =>
    block.role === "byline" ? new Set<number>() : pairsOf(tighten(plain(block.text))),
  );
  const weights = weigh(pairs);
  const totals = pairs.map((own) => sumOf(own, weights));
  let all = 0;
  let count = 0;
  const out = pairs.map((own, i) =>
    pairs.map((other, k) => {
      if (k <= i || own.size === 0 || other.size === 0) return 0;
      const likeness = shared(own, other, weights) / Math.sqrt((totals[i] ?? 1) * (totals[k] ?? 1));
      all += likeness;
      count += 1;
      return likeness;
    }),
  );
  const average = count === 0 ? 0 : all / count;
  return out.map((row, i) =>
    row.map((likeness, k) => (k <= i || pairs[i]?.size === 0 || pairs[k]?.size === 0 ? 0 : likeness - average)),
  );
}

function sumOf(pairs: Pairs, weights: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const pair of pairs) sum += weights.get(pair) ?? 0;
  return Math.max(sum, 0.1);
}
