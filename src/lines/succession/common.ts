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

/** The last entry of each slot, 0 for none; empty between two calls. A table made anew for each would cost more than its use. */
let lastOf: Int32Array | undefined;

/** Square table of `texts.length` rows: weights of common pairs over the geometric mean of both sizes. */
export function commonTopics(texts: readonly string[]): Float64Array {
  const count = texts.length;
  const common = new Float64Array(count * count);
  // One text has nothing in common with none: most parts of a page have a title and a column.
  if (texts.filter((text) => text !== "").length < 2) return common;
  lastOf ??= new Int32Array(SLOTS);
  const last = lastOf;
  // Entry 0 is none; each other is a slot and one of the texts that have it.
  const slotOf = [0];
  const textOf = [-1];
  /** The entry of the same slot before this one, and how many the slot has up to here. */
  const before = [0];
  const placeOf = [0];
  const sizes = new Uint32Array(count);
  for (let i = 0; i < count; i += 1) {
    for (const slot of readSlots(texts[i] ?? "")) {
      const above = last[slot] ?? 0;
      if (textOf[above] === i) continue;
      last[slot] = slotOf.length;
      slotOf.push(slot);
      textOf.push(i);
      before.push(above);
      placeOf.push((placeOf[above] ?? 0) + 1);
      sizes[i] = (sizes[i] ?? 0) + 1;
    }
  }
  const told = sizes.reduce((sum, size) => sum + (size > 0 ? 1 : 0), 0);
  for (let entry = 1; entry < slotOf.length; entry += 1) {
    let other = before[entry] ?? 0;
    if (other === 0) continue;
    const weight = Math.log((told + 1) / (placeOf[last[slotOf[entry] ?? 0] ?? 0] ?? 1));
    const row = (textOf[entry] ?? 0) * count;
    for (; other !== 0; other = before[other] ?? 0) {
      const cell = row + (textOf[other] ?? 0);
      common[cell] = (common[cell] ?? 0) + weight;
    }
  }
  for (const slot of slotOf) last[slot] = 0;
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
