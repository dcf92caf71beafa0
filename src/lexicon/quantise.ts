/** Logarithms of counts as small integers. */

/** Steps of a one-byte logarithm. At 16, a count of 7 million fits and the error stays within 3.2%. */
const BYTE_STEPS = 16;
/** Steps of a two-byte logarithm: e^21.8, three billion, fits. */
const FIXED_STEPS = 3000;

/** One byte for a count; 0 stands for "not listed". */
export function quantise(count: number): number {
  if (count < 1) return 0;
  return Math.min(255, 1 + Math.round(Math.log(count) * BYTE_STEPS));
}

/** ln of the count for each byte. Entry 0 is NaN, so that using it unasked shows. */
export const LN_COUNT: Float64Array = Float64Array.from({ length: 256 }, (_, byte) =>
  byte === 0 ? Number.NaN : (byte - 1) / BYTE_STEPS,
);

/** Two bytes for a sum of counts of 1 and more. */
export function fixedLn(count: number): number {
  return Math.round(Math.log(count) * FIXED_STEPS);
}

/** ln of the sum that `fixedLn` made two bytes of. */
export function lnOfFixed(fixed: number): number {
  return fixed / FIXED_STEPS;
}
