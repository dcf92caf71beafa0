/**
 * What pieces of text have in common, each with each.
 *
 * In: texts of one page. Out: for every two, how much they share of the pairs of Han characters that not all have.
 * Never: looks at places.
 *
 * Pairs are counted in slots of a table, where two may meet by chance: one in twenty on a page of 4,000 characters, which
 * changes no answer and spares a map of objects.
 */
import { isHanCode } from "../../text/chars.ts";

const SLOT_BITS = 16;
const SLOTS = 1 << SLOT_BITS;
/** Spreads a pair over the slots (Knuth, multiplicative hashing). */
const SPREAD = 0x9e3779b1;

/** Square table of `texts.length` rows: weights of common pairs over the geometric mean of both sizes. */
export function commonTopics(texts: readonly string[]): Float64Array {
  const count = texts.length;
  const common = new Float64Array(count * count);
  // One text has nothing in common with none: most parts of a page have a title and a column.
  if (texts.filter((text) => text !== "").length < 2) return common;
  const counts = new Uint16Array(SLOTS);
  const seenIn = new Uint16Array(SLOTS);
  const sizes = new Uint32Array(count);
  const slotsOf = texts.map((text, i) => {
    const slots: number[] = [];
    for (const slot of readSlots(text)) {
      if (seenIn[slot] === i + 1) continue;
      seenIn[slot] = i + 1;
      counts[slot] = (counts[slot] ?? 0) + 1;
      slots.push(slot);
    }
    sizes[i] = slots.length;
    return slots;
  });
  const told = sizes.reduce((sum, size) => sum + (size > 0 ? 1 : 0), 0);
  const holders = new Map<number, number[]>();
  for (const [i, slots] of slotsOf.entries()) {
    for (const slot of slots) {
      const texts = counts[slot] ?? 0;
      if (texts < 2) continue;
      const before = holders.get(slot);
      if (before === undefined) {
        holders.set(slot, [i]);
        continue;
      }
      const weight = Math.log((told + 1) / texts);
      for (const j of before) common[i * count + j] = (common[i * count + j] ?? 0) + weight;
      before.push(i);
    }
  }
  for (let i = 0; i < count; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const share = (common[i * count + j] ?? 0) / Math.sqrt(Math.max(1, (sizes[i] ?? 0) * (sizes[j] ?? 0)));
      common[i * count + j] = share;
      common[j * count + i] = share;
    }
  }
  return common;
}

/** One slot for each pair of Han characters next to each other; line ends and blanks part none. */
function readSlots(text: string): number[] {
  const slots: number[] = [];
  let before = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 32) continue;
    const here = isHanCode(code) ? code : 0;
    if (before > 0 && here > 0)
      slots.push(Math.imul(Math.imul(before, 0x10001) ^ (here << 7), SPREAD) >>> (32 - SLOT_BITS));
    before = here;
  }
  return slots;
}
