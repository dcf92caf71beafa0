/**
 * A fixed map from pairs of small integers to dense ids, in typed arrays that are read in place.
 *
 * Chained, it holds character runs: the id of a pair is the left part of the key of a run of three, and so on.
 * A pair is put into one of 2^bits buckets by a reversible mix, so an entry needs to keep only what the bucket does
 * not already tell: the right part and the two highest bits of the left part, sixteen bits in all.
 */
import type { SectionReader } from "./binary.ts";

/** Keys: `left` below 2^(bits + 2), `right` below 2^14. */
export interface PairMap {
  /** log2 of the number of buckets. */
  readonly bits: number;
  /** First entry of each block of 256 buckets. */
  readonly blocks: Uint32Array;
  /** First entry of each bucket, counted from that of its block; one more bucket ends the last. */
  readonly starts: Uint16Array;
  /** Rest of each entry's key: `left >>> bits` above `right`. An entry's index is its id. */
  readonly rests: Uint16Array;
}

export const RIGHT_BITS = 14;
const BLOCK_BITS = 8;
/** Odd, so that multiplication is reversible modulo a power of two; large, so that neighbours spread. */
const LEFT_FACTOR = 0x9e3779b1;
const RIGHT_FACTOR = 0x85ebca6b;

function bucketOf(bits: number, left: number, right: number): number {
  return (Math.imul(left, LEFT_FACTOR) + Math.imul(right, RIGHT_FACTOR)) & ((1 << bits) - 1);
}

/** The id of a pair, or -1; a negative `left` (a prefix not found) has none. Called thousands of times a page. */
export function findPair({ bits, blocks, starts, rests }: PairMap, left: number, right: number): number {
  if (left < 0) return -1;
  const bucket = bucketOf(bits, left, right);
  const next = bucket + 1;
  const rest = ((left >>> bits) << RIGHT_BITS) | right;
  const end = (blocks[next >>> BLOCK_BITS] ?? 0) + (starts[next] ?? 0);
  for (let i = (blocks[bucket >>> BLOCK_BITS] ?? 0) + (starts[bucket] ?? 0); i < end; i += 1) {
    if (rests[i] === rest) return i;
  }
  return -1;
}

/** Sections in the order blocks, starts, rests. */
export function readPairMap(sections: SectionReader): PairMap {
  const blocks = sections.words();
  const starts = sections.shorts();
  return { bits: 31 - Math.clz32(starts.length - 1), blocks, starts, rests: sections.shorts() };
}

/**
 * Builds the map of distinct pairs.
 * @returns the map, and for each entry the index of its pair in the input.
 */
export function buildPairMap(
  lefts: readonly number[],
  rights: readonly number[],
): { map: PairMap; order: readonly number[] } {
  const highestLeft = lefts.reduce((highest, left) => Math.max(highest, left), 0);
  const leftBits = 32 - Math.clz32(highestLeft);
  // About four entries a bucket keep the start table small beside the entries.
  const bits = Math.max(BLOCK_BITS, leftBits - 2, 30 - Math.clz32(lefts.length));
  const buckets = Uint32Array.from(lefts, (left, i) => bucketOf(bits, left, rights[i] ?? 0));
  const restsOf = Uint16Array.from(lefts, (left, i) => ((left >>> bits) << RIGHT_BITS) | (rights[i] ?? 0));
  const order = lefts.map((_, i) => i);
  order.sort((a, b) => (buckets[a] ?? 0) - (buckets[b] ?? 0) || (restsOf[a] ?? 0) - (restsOf[b] ?? 0));

  const firsts = new Uint32Array((1 << bits) + 1);
  for (const bucket of buckets) firsts[bucket + 1] = (firsts[bucket + 1] ?? 0) + 1;
  for (let i = 1; i < firsts.length; i += 1) firsts[i] = (firsts[i] ?? 0) + (firsts[i - 1] ?? 0);
  const blocks = firsts.filter((_, bucket) => bucket % (1 << BLOCK_BITS) === 0);
  const starts = Uint16Array.from(firsts, (first, bucket) => {
    const start = first - (blocks[bucket >>> BLOCK_BITS] ?? 0);
    if (start > 0xffff) throw new RangeError(`bucket ${bucket} starts ${start} entries into its block`);
    return start;
  });
  return { map: { bits, blocks, starts, rests: Uint16Array.from(order, (i) => restsOf[i] ?? 0) }, order };
}
