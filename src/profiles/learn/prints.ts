/**
 * Which dumps are of one printed page: an archive may hold a page twice, from two readers or two runs, and then each of
 * its lines would seem to recur. Two dumps are of one print if they show one day and page number, or share a good part of
 * their text.
 */

/**
 * Characters of a sample, Han only; one in `RARITY` of all samples is kept. With 12 characters 95 % of the dumps that
 * Tesseract and pdftotext made of one page shared 0.28 of their samples with another one, and dumps of different pages
 * of one paper, written after the same few models, 0.23 at most.
 */
const SAMPLE = 12;
const RARITY = 8;
/** So much of a dump's samples must be known from one print. */
const SAME_PRINT = 0.25;
const FEWEST_SAMPLES = 4;

export class Prints {
  readonly #printsWith = new Map<number, number[]>();
  readonly #printWithKey = new Map<string, number>();
  #count = 0;

  /**
   * Number of the print that the dump is of, from 1: a new one, or that of an earlier dump.
   * @param key day and page number; null where the dump shows not both.
   */
  printOf(text: string, key: string | null): number {
    const samples = samplesOf(text);
    const shared = new Map<number, number>();
    for (const sample of samples) {
      for (const print of this.#printsWith.get(sample) ?? []) shared.set(print, (shared.get(print) ?? 0) + 1);
    }
    let same = 0;
    let most = Math.max(FEWEST_SAMPLES, samples.size * SAME_PRINT) - 1;
    for (const [print, count] of shared) {
      if (count <= most) continue;
      same = print;
      most = count;
    }
    if (same === 0) same = (key === null ? undefined : this.#printWithKey.get(key)) ?? 0;
    if (same === 0) {
      this.#count += 1;
      same = this.#count;
    }
    if (key !== null && !this.#printWithKey.has(key)) this.#printWithKey.set(key, same);
    for (const sample of samples) {
      const prints = this.#printsWith.get(sample);
      if (prints === undefined) this.#printsWith.set(sample, [same]);
      else if (!prints.includes(same)) prints.push(same);
    }
    return same;
  }
}

function samplesOf(text: string): Set<number> {
  const han = text.replace(/[^〇㐀-鿿]+/g, "");
  const samples = new Set<number>();
  for (let i = 0; i + SAMPLE <= han.length; i += 1) {
    const hash = hashOf(han, i);
    if (hash % RARITY === 0) samples.add(hash);
  }
  return samples;
}

/** FNV-1a over code units. */
function hashOf(text: string, start: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < start + SAMPLE; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
