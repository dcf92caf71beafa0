/** Words that stand twice in a row, as in 岚山机械岚山机械: a misprint of the scan, or of the paper. */

/** Characters of the shortest and of the longest run looked for. */
const SHORTEST = 4;
const LONGEST = 10;
/** More than this in one text are no misprints but a text that repeats itself. */
const MOST = 20;
const FIRST_HAN = 0x3400;

export interface DoubledRun {
  /** Offset of the first of the two. */
  readonly start: number;
  /** Characters of one of them. */
  readonly length: number;
}

/** Runs of Han that are followed by themselves, shortest first, not overlapping. */
export function doubledRuns(words: string): DoubledRun[] {
  return mayHoldOne(words) ? allRuns(words) : [];
}

/**
 * Whether any run can be doubled at all; hardly any text passes. A run of 4 or more holds an offset that 4 divides, and
 * the character there returns one period later, so a quarter of the text is looked at.
 */
function mayHoldOne(words: string): boolean {
  for (let i = 0; i + SHORTEST < words.length; i += SHORTEST) {
    const code = words.charCodeAt(i);
    if (code < FIRST_HAN) continue;
    const longest = Math.min(LONGEST, words.length - 1 - i);
    for (let period = SHORTEST; period <= longest; period += 1) {
      if (words.charCodeAt(i + period) === code && repeatsAround(words, i, period)) return true;
    }
  }
  return false;
}

/** Whether `period` characters in a row, `at` among them, equal those one period later. */
function repeatsAround(words: string, at: number, period: number): boolean {
  let from = at;
  while (from > 0 && at - from < period && words.charCodeAt(from - 1) === words.charCodeAt(from - 1 + period))
    from -= 1;
  let to = at + 1;
  while (to - from < period && words.charCodeAt(to) === words.charCodeAt(to + period)) to += 1;
  return to - from >= period;
}

function allRuns(words: string): DoubledRun[] {
  const found: DoubledRun[] = [];
  for (let length = SHORTEST; length <= LONGEST; length += 1) {
    // How many characters in a row, up to here, equal those `length` before them.
    let run = 0;
    for (let i = length; i < words.length; i += 1) {
      const code = words.charCodeAt(i);
      run = code === words.charCodeAt(i - length) && code >= FIRST_HAN ? run + 1 : 0;
      if (run < length) continue;
      const start = i - 2 * length + 1;
      run = 0;
      if (!/^[〇㐀-鿿]+$/.test(words.slice(start, start + length))) continue;
      if (found.length >= MOST) return found;
      if (!found.some((other) => start < other.start + 2 * other.length && other.start < i + 1))
        found.push({ start, length });
    }
  }
  return found;
}
