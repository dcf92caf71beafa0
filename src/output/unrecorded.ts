/**
 * Changes that no record tells: stages take marks of headings and labels off while they form blocks, and set line ends
 * between the lines of a block. In: the fields of a map, the changes that were recorded. Out: the rest.
 */
import type { FieldMap } from "../page.ts";
import type { Change } from "../text/edit.ts";
import { firstFrom } from "../text/list.ts";

/** Puts line ends where rules that change texts shall look; what one of them makes of it is that one's change. */
const LINE_END = "lines/end";

/** @param recorded in the order of the dump. @param text the dump. */
export function unrecordedChanges(
  fields: readonly FieldMap[],
  recorded: readonly Change[],
  text: string,
): readonly Change[] {
  const known = new Map<string, Reach>();
  for (const change of recorded) {
    const reach = known.get(change.rule) ?? new Reach();
    if (!known.has(change.rule)) known.set(change.rule, reach);
    reach.add(change);
  }
  const changes: Change[] = [];
  for (const { pieces } of fields) {
    for (const [start, end, after, rules = []] of pieces) {
      const before = text.slice(start, end);
      if (after === undefined || after === before) continue;
      for (const rule of rules) {
        if (rule === LINE_END && rules.some((other) => known.get(other)?.touches(start, end))) continue;
        if (known.get(rule)?.touches(start, end) !== true)
          changes.push({ rule, start, end, before, after, why: null, confidence: 1 });
      }
    }
  }
  return changes;
}

/** What the changes of one rule cover, added in the order of their starts. */
class Reach {
  readonly #starts: number[] = [];
  /** Of each change and those before it, the last end. */
  readonly #ends: number[] = [];

  add({ start, end }: Change): void {
    this.#starts.push(start);
    this.#ends.push(Math.max(end, this.#ends.at(-1) ?? 0));
  }

  touches(start: number, end: number): boolean {
    const behind = firstFrom(this.#starts, end + 1, (place) => place);
    return behind > 0 && (this.#ends[behind - 1] as number) >= start;
  }
}
