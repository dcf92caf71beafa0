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

/** What is known of an entry: its slot, its text, the entry of the same slot before it, and how many the slot has up to it. */
const FIELDS = 4;
const TEXT = 1;
const BEFORE = 2;
const PLACE = 3;

/** Square table of `texts.length` rows: weights of common pairs over the geometric mean of both sizes. */
export function commonTopics(texts: readonly string[]): Float64Array {
  const count = texts.length;
  const common = new Float64Array(count * count);
  // One text has nothing in common with none: most parts of a page have a title and a column.
  if (texts.filter((text) => text !== "").length < 2) return common;
  lastOf ??= new Int32Array(SLOTS);
  const last = lastOf;
  // Entry 0 is none; each other is a slot and one of the texts that have it.
  const entries = new Int32Array(FIELDS * (1 + texts.reduce((sum, text) => sum + text.length, 0)));
  let end = 1;
  const sizes = new Uint32Array(count);
  for (let i = 0; i < count; i += 1) {
    const text = texts[i] ?? "";
    let before = 0;
    for (let k = 0; k < text.length; k += 1) {
      const code = text.charCodeAt(k);
      // Line ends and blanks part no pair.
      if (code === 10 || code === 32) continue;
      const here = isHanCode(code) ? code : 0;
      const slot = before > 0 && here > 0 ? slotOf(before, here) : -1;
      before = here;
      if (slot < 0) continue;
      const above = last[slot] ?? 0;
      if (above > 0 && entries[FIELDS * above + TEXT] === i) continue;
      const entry = FIELDS * end;
      entries[entry] = slot;
      entries[entry + TEXT] = i;
      entries[entry + BEFORE] = above;
      entries[entry + PLACE] = (entries[FIELDS * above + PLACE] ?? 0) + 1;
      last[slot] = end;
      end += 1;
      sizes[i] = (sizes[i] ?? 0) + 1;
    }
  }
  const told = sizes.reduce((sum, size) => sum + (size > 0 ? 1 : 0), 0);
  for (let entry = FIELDS; entry < FIELDS * end; entry += FIELDS) {
    let other = entries[entry + BEFORE] ?? 0;
    if (other === 0) continue;
    const most = entries[FIELDS * (last[entries[entry] ?? 0] ?? 0) + PLACE] ?? 1;
    const weight = Math.log((told + 1) / most);
    const row = (entries[entry + TEXT] ?? 0) * count;
    for (; other !== 0; other = entries[FIELDS * other + BEFORE] ?? 0) {
      const cell = row + (entries[FIELDS * other + TEXT] ?? 0);
      common[cell] = (common[cell] ?? 0) + weight;
    }
  }
  for (let entry = FIELDS; entry < FIELDS * end; entry += FIELDS) last[entries[entry] ?? 0] = 0;
  for (let i = 0; i < count; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const share = (common[i * count + j] ?? 0) / Math.sqrt(Math.max(1, (sizes[i] ?? 0) * (sizes[j] ?? 0)));
      common[i * count + j] = share;
      common[j * count + i] = share;
    }
  }
  return common;
}

/** The slot of a pair of Han characters next to each other. */
function slotOf(before: number, here: number): number {
  return Math.imul(Math.imul(before, 0x10001) ^ (here << 7), SPREAD) >>> (32 - SLOT_BITS);
}
