/**
 * The order of paragraphs that the heights of their columns tell.
 *
 * In: the paragraphs of one article, each with its lines between the column ends that cut it. Out: the paragraphs in the
 * order in which the columns come out most alike: the columns of an article are of one height, so that between two column
 * ends stand as many lines as between the next two. What no column end tells stays as it was.
 */
import { lastOf } from "../../text/list.ts";

/** Lines before the first column end inside a paragraph, between two of them, and behind the last; one number where there is none. */
export type Stretches = readonly number[];

const LOWEST_COLUMN = 5;
const HIGHEST_COLUMN = 80;
/** So many heights are tried, those first that most neighbours would give. */
const MOST_HEIGHTS = 12;
/** More paragraphs are no article, or one in small pieces. */
const MOST_PARAGRAPHS = 24;
/** Orders that are followed up at once. */
const BEAM = 30;
/** What speaks against an order: a column a line lower than the others, one that a picture shortens as it does another, any other. */
const ONE_LESS = 0.5;
const AGAIN = 1;
const OTHER = 2.5;
/** Several columns together, whose ends fell between paragraphs. */
const SEVERAL = 1.5;
/** As much must speak for another order than that of the dump. */
const LEAST_GAIN = 1;
/** A paragraph that stands elsewhere than in the dump. */
const EACH_MOVED = 0.05;

interface Order {
  readonly order: readonly number[];
  /** Lines since the last column end. */
  readonly since: number;
  readonly columns: readonly number[];
  readonly cost: number;
}

const NOTHING: Order = { order: [], since: 0, columns: [], cost: 0 };

/** @param fixed so many paragraphs at the beginning stay there. */
export function orderByHeights(paragraphs: readonly Stretches[], fixed: number): readonly number[] {
  const given = paragraphs.map((_, i) => i);
  if (paragraphs.length > MOST_PARAGRAPHS || paragraphs.every(({ length }) => length === 1)) return given;
  let best = { order: given, cost: leastCostOf(given, paragraphs) - LEAST_GAIN };
  for (const height of likelyHeights(paragraphs)) {
    const found = orderFor(height, paragraphs, fixed, best.cost);
    if (found !== undefined) best = { order: [...found.order], cost: found.cost };
  }
  return best.order;
}

/** What speaks against an order, whichever of its columns is as high as columns are. */
function leastCostOf(order: readonly number[], paragraphs: readonly Stretches[]): number {
  const inOrder = (height: number): Order =>
    order.reduce((above, i) => followedBy(above, i, paragraphs[i] ?? [], height), NOTHING);
  return Math.min(...inOrder(LOWEST_COLUMN).columns.map((height) => inOrder(height).cost));
}

/** A whole column inside a paragraph, or what a paragraph has left, another one, and the beginning of a third. */
function likelyHeights(paragraphs: readonly Stretches[]): number[] {
  const votes = new Map<number, number>();
  const vote = (height: number): void => {
    if (height >= LOWEST_COLUMN && height <= HIGHEST_COLUMN) votes.set(height, (votes.get(height) ?? 0) + 1);
  };
  const between = [0, ...paragraphs.filter(({ length }) => length === 1).map(([lines = 0]) => lines)];
  for (const [i, upper] of paragraphs.entries()) {
    for (const inner of upper.slice(1, -1)) vote(inner);
    const tail = lastOf(upper) ?? 0;
    const above = upper.length === 1 ? [0] : between;
    for (const [k, lower] of paragraphs.entries()) {
      if (k === i || lower.length === 1) continue;
      const [head = 0] = lower;
      for (const lines of above) vote(tail + lines + head);
    }
  }
  return [...votes.entries()]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MOST_HEIGHTS)
    .map(([height]) => height);
}

/** @param limit what as much speaks against is not followed up: nothing that comes behind speaks for an order. */
function orderFor(height: number, paragraphs: readonly Stretches[], fixed: number, limit: number): Order | undefined {
  let orders: Order[] = [NOTHING];
  for (let step = 0; step < paragraphs.length; step += 1) {
    const next: Order[] = [];
    for (const above of orders)
      for (const [i, stretches] of paragraphs.entries()) {
        if (step < fixed ? i !== step : above.order.includes(i)) continue;
        const order = followedBy(above, i, stretches, height);
        if (order.cost < limit) next.push(order);
      }
    orders = next.sort((a, b) => a.cost - b.cost).slice(0, BEAM);
  }
  return orders[0];
}

function followedBy(above: Order, index: number, stretches: Stretches, height: number): Order {
  let { since, columns, cost } = above;
  if (index !== (lastOf(above.order) ?? -1) + 1) cost += EACH_MOVED;
  for (const [k, lines] of stretches.entries()) {
    if (k > 0) {
      cost += costOf(since, columns, height);
      columns = [...columns, since];
      since = 0;
    }
    since += lines;
  }
  return { order: [...above.order, index], since, columns, cost };
}

function costOf(lines: number, columns: readonly number[], height: number): number {
  if (lines === height) return 0;
  if (lines === height - 1) return ONE_LESS;
  if (columns.includes(lines)) return AGAIN;
  const rest = lines % height;
  return lines > height && (rest === 0 || rest === height - 1) ? SEVERAL : OTHER;
}
