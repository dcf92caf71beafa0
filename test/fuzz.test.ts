import { expect, it } from "vitest";
import { type Drawing, inputOf, ownSources } from "./fuzz/inputs.ts";
import { judge } from "./fuzz/judge.ts";
import { MUTATIONS } from "./fuzz/mutate.ts";
import { Random } from "./helpers/random.ts";

const DRAWING: Drawing = { seed: 1, sources: ownSources(), largeShare: 0.002 };
/** In parts, so that the run can be followed and a part can be run alone. */
const PARTS = 10;
const PART_SIZE = 200;

it.each(Array.from({ length: PARTS }, (_, part) => ({ part })))(
  "answers hostile inputs without a loss, part $part",
  // A part takes seconds; only a hang takes this long. How long each input takes, `fuzz.mjs` measures.
  { timeout: 300_000 },
  ({ part }) => {
    const wrong: string[] = [];
    for (let index = part * PART_SIZE; index < (part + 1) * PART_SIZE; index += 1) {
      const { bytes, story } = inputOf(index, DRAWING);
      const { outcome, faults } = judge(bytes, index % 4 !== 0);
      if (outcome === "faulty") wrong.push(`${story}: ${faults.slice(0, 3).join("; ")}`);
    }
    expect(wrong).toEqual([]);
  },
);

it("tries every change of a page", () => {
  const used = new Set<string>();
  for (let index = 0; index < PARTS * PART_SIZE * 2; index += 1) {
    for (const step of inputOf(index, DRAWING).story.split(", then ")) used.add(step);
  }
  expect(MUTATIONS.filter(({ name }) => !used.has(name))).toEqual([]);
});

it("draws the same input from the same seed", () => {
  expect(inputOf(17, DRAWING)).toEqual(inputOf(17, DRAWING));
  expect(new Random(3).next()).not.toBe(new Random(4).next());
});
