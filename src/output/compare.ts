/** Two JSON values, field by field. */

export interface Difference {
  /** JSON Pointer: into the expected value where something is missing, else into the actual one. */
  readonly path: string;
  readonly kind: "changed" | "missing" | "added";
  /** Undefined only where `kind` is added. */
  readonly expected?: unknown;
  /** Undefined only where `kind` is missing. */
  readonly actual?: unknown;
}

/** Share of common character pairs from which two list entries count as one that changed. */
const ALIKE = 0.4;

/** UTF-16 units of an entry that its likeness is measured on. */
const SAMPLE = 1500;

/** All differences in document order; empty if the values are equal. The order of keys does not count. */
export function compareValues(expected: unknown, actual: unknown, path = ""): readonly Difference[] {
  if (Array.isArray(expected) && Array.isArray(actual)) return compareLists(expected, actual, path);
  if (isRecord(expected) && isRecord(actual)) {
    return [...new Set([...Object.keys(expected), ...Object.keys(actual)])].flatMap((key) => {
      const below = `${path}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      if (!Object.hasOwn(actual, key)) return [{ path: below, kind: "missing" as const, expected: expected[key] }];
      if (!Object.hasOwn(expected, key)) return [{ path: below, kind: "added" as const, actual: actual[key] }];
      return compareValues(expected[key], actual[key], below);
    });
  }
  return Object.is(expected, actual) ? [] : [{ path, kind: "changed", expected, actual }];
}

/** An entry put in or taken out is one difference, and does not make all that follow differ. */
function compareLists(expected: readonly unknown[], actual: readonly unknown[], path: string): readonly Difference[] {
  return align(expected, actual).flatMap(([left, right]): readonly Difference[] => {
    if (left === undefined) return [{ path: `${path}/${right}`, kind: "added", actual: actual[right ?? 0] }];
    if (right === undefined) return [{ path: `${path}/${left}`, kind: "missing", expected: expected[left] }];
    return compareValues(expected[left], actual[right], `${path}/${right}`);
  });
}

/** Index in the one list and index in the other; undefined where an entry has no partner. */
type Pair = readonly [left: number | undefined, right: number | undefined];

function align(expected: readonly unknown[], actual: readonly unknown[]): readonly Pair[] {
  const left = expected.map(textOf);
  const right = actual.map(textOf);
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start += 1;
  let end = 0;
  const room = Math.min(left.length, right.length) - start;
  while (end < room && left[left.length - 1 - end] === right[right.length - 1 - end]) end += 1;

  const pairs: Pair[] = [];
  for (let i = 0; i < start; i += 1) pairs.push([i, i]);
  const middle = pairMiddle(left.slice(start, left.length - end), right.slice(start, right.length - end));
  for (const [l, r] of middle) {
    pairs.push([l === undefined ? undefined : l + start, r === undefined ? undefined : r + start]);
  }
  for (let i = end; i > 0; i -= 1) pairs.push([left.length - i, right.length - i]);
  return pairs;
}

/** Pairs of entries that are held against each other; longer lists are paired by place. */
const MOST_COMPARED = 250_000;

/** The pairing in order with the greatest likeness in all. */
function pairMiddle(leftTexts: readonly string[], rightTexts: readonly string[]): readonly Pair[] {
  if (leftTexts.length === 1 && rightTexts.length === 1) return [[0, 0]];
  if (leftTexts.length * rightTexts.length > MOST_COMPARED) return pairByPlace(leftTexts.length, rightTexts.length);
  const left = leftTexts.map(summarise);
  const right = rightTexts.map(summarise);
  const likeness = left.map((one) => right.map((other) => alike(one, other)));
  /** best[i][k]: greatest likeness of the entries from i and from k on. */
  const best = Array.from({ length: left.length + 1 }, () => new Float64Array(right.length + 1));
  const bestAt = (i: number, k: number): number => best[i]?.[k] ?? 0;
  const paired = (i: number, k: number): number => {
    const value = likeness[i]?.[k] ?? 0;
    return value >= ALIKE ? value + bestAt(i + 1, k + 1) : 0;
  };
  for (let i = left.length - 1; i >= 0; i -= 1) {
    const row = best[i];
    if (row === undefined) continue;
    for (let k = right.length - 1; k >= 0; k -= 1) {
      row[k] = Math.max(bestAt(i + 1, k), bestAt(i, k + 1), paired(i, k));
    }
  }
  const pairs: Pair[] = [];
  let i = 0;
  let k = 0;
  while (i < left.length || k < right.length) {
    if (i < left.length && k < right.length && paired(i, k) > 0 && paired(i, k) >= bestAt(i, k)) {
      pairs.push([i, k]);
      i += 1;
      k += 1;
    } else if (i < left.length && (k === right.length || bestAt(i + 1, k) >= bestAt(i, k + 1))) {
      pairs.push([i, undefined]);
      i += 1;
    } else {
      pairs.push([undefined, k]);
      k += 1;
    }
  }
  return pairs;
}

interface Summary {
  readonly text: string;
  readonly couples: ReadonlySet<string>;
}

function pairByPlace(leftCount: number, rightCount: number): readonly Pair[] {
  return Array.from({ length: Math.max(leftCount, rightCount) }, (_, i) => [
    i < leftCount ? i : undefined,
    i < rightCount ? i : undefined,
  ]);
}

function textOf(value: unknown): string {
  return JSON.stringify(value) ?? "";
}

function summarise(text: string): Summary {
  const couples = new Set<string>();
  for (let i = 0; i + 1 < Math.min(text.length, SAMPLE); i += 1) couples.add(text.slice(i, i + 2));
  return { text, couples };
}

/** Dice coefficient of the character pairs, 0 to 1; above 1 for equals, so that they find each other first. */
function alike(one: Summary, other: Summary): number {
  if (one.text === other.text) return 2;
  let common = 0;
  for (const couple of one.couples) if (other.couples.has(couple)) common += 1;
  return (2 * common) / Math.max(1, one.couples.size + other.couples.size);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
