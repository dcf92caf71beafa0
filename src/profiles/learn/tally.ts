/** Adds up sightings over many pages: how often, on how many printed pages, and where first. */
import type { Observation, Observed } from "./observe.ts";
import { Prints } from "./prints.ts";

export interface Count {
  readonly text: string;
  /** How often it was seen. */
  readonly count: number;
  /** On how many printed pages: two dumps of one page are one. */
  readonly pages: number;
  /** The first two pages it was seen on, `A03.txt:12`. */
  readonly seen: readonly string[];
}

interface Growing {
  count: number;
  readonly places: Places;
  readonly seen: string[];
}

const MOST_PLACES = 2;

export class Tally {
  readonly #lists = new Map<Observed, Map<string, Growing>>();
  readonly #prints = new Prints();
  readonly #seenPrints = new Set<number>();
  #dumps = 0;

  /** Dumps added so far. */
  get dumps(): number {
    return this.#dumps;
  }

  /** Printed pages added so far. */
  get pages(): number {
    return this.#seenPrints.size;
  }

  /** @param file how places name the page. */
  addPage(file: string, { text: pageText, key, sightings }: Observation): void {
    const print = this.#prints.printOf(pageText, key);
    this.#seenPrints.add(print);
    this.#dumps += 1;
    for (const { list, text, line, over } of sightings) {
      let counts = this.#lists.get(list);
      if (counts === undefined) {
        counts = new Map();
        this.#lists.set(list, counts);
      }
      let known = counts.get(text);
      if (known === undefined) {
        known = { count: 0, places: new Places(), seen: [] };
        counts.set(text, known);
      }
      known.count += 1;
      const isNew = known.places.add(print, over);
      if (isNew && known.seen.length < MOST_PLACES) known.seen.push(`${file}:${line}`);
    }
  }

  /** What was seen on so many pages at least, most pages first. */
  seenOn(list: Observed, leastPages: number): readonly Count[] {
    return [...(this.#lists.get(list) ?? [])]
      .map(([text, { count, places, seen }]) => ({ text, count, pages: places.count, seen }))
      .filter(({ pages }) => pages >= leastPages)
      .sort((a, b) => b.pages - a.pages || b.count - a.count || (a.text < b.text ? -1 : 1));
  }
}

/**
 * Printed pages that one line was seen on. Pages where it stands over the same text count as one: an article that was
 * printed twice brings its kicker along, which is no label for that.
 */
class Places {
  /** Each print and each text below leads to another of its group; the last one leads to itself. */
  readonly #links = new Map<string, string>();
  readonly #prints = new Set<number>();
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** @returns whether the print is new. */
  add(print: number, over: string | undefined): boolean {
    const isNew = !this.#prints.has(print);
    this.#prints.add(print);
    const page = this.#group(`#${print}`);
    if (isNew) this.#count += 1;
    if (over === undefined) return isNew;
    const isKnown = this.#links.has(over);
    const group = this.#group(over);
    if (group === page) return isNew;
    this.#links.set(group, page);
    if (isKnown) this.#count -= 1;
    return isNew;
  }

  #group(node: string): string {
    let at = node;
    for (let next = this.#links.get(at) ?? at; next !== at; next = this.#links.get(at) ?? at) at = next;
    this.#links.set(node, at);
    return at;
  }
}
