import { describe, expect, it } from "vitest";
import { seamOfTitle } from "../src/articles/title-seam.ts";
import { titleRoles } from "../src/articles/titles.ts";
import { typeOdds } from "../src/lines/columns/layout/title-type.ts";
import type { Strand } from "../src/lines/columns/strands.ts";
import { testLexicon } from "./helpers/lexicon.ts";

/** Over columns from 20 to 80. */
const SIDES = { left: 20, right: 80 };

function line(x: number, width: number): Strand {
  return { x, width, top: 0, bottom: 0, cells: [] };
}

describe("two lines of a title", () => {
  it.each([
    { why: "one measure", above: line(35, 10), below: line(35, 9) },
    { why: "centred, each as far from the middle as its length is", above: line(35, 10), below: line(41, 6) },
    { why: "from the edge of the text, equally long", above: line(20, 12), below: line(20, 12) },
  ])("are in one type: $why", ({ above, below }) => {
    expect(typeOdds(above, below, SIDES).same).toBeGreaterThan(0);
  });

  it.each([
    { why: "as long, and begins further right", above: line(44, 9), below: line(30, 9), larger: 1 },
    {
      why: "comes out so much smaller over the middle of the text",
      above: line(32, 8),
      below: line(40, 13),
      larger: -1,
    },
  ])("are not: one is $why", ({ above, below, larger }) => {
    const odds = typeOdds(above, below, SIDES);
    expect(odds.same).toBeLessThan(0);
    expect(Math.sign(odds.larger)).toBe(larger);
  });

  it("tell nothing of their sizes where one is a label, or both begin with the text", () => {
    expect(typeOdds(line(26, 3), line(30, 11), SIDES).larger).toBe(0);
    expect(typeOdds(line(20, 8), line(20, 15), SIDES)).toEqual({ same: 0, larger: 0 });
  });
});

describe("lines of a title in one type", () => {
  const lexicon = testLexicon();

  it("are one line of it, although no word goes on over the line end", () => {
    expect(seamOfTitle("青石山区的守林人", "三十年走遍沟谷", lexicon)).toBeNull();
    expect(seamOfTitle("青石山区的守林人", "三十年走遍沟谷", lexicon, { same: 2.5, larger: 0 })).not.toBeNull();
  });

  it("are two where the lower one begins with a dash, or is in other type", () => {
    expect(seamOfTitle("青石山区的守林人", "——记护林站长杜若兰", lexicon, { same: 2.5, larger: 0 })).toBeNull();
    expect(seamOfTitle("青石山区的守林人", "三十年走遍沟谷", lexicon, { same: -2.6, larger: 0 })).toBeNull();
  });

  it("are the headline, and what is longer on one line is set smaller", () => {
    const roles = titleRoles([
      { text: "青石山区的守林", level: 0, lengths: [7] },
      { text: "人三十年走沟谷", level: 0, lengths: [7], goesOn: true, type: { same: 2.5, larger: 0 } },
      { text: "他记下了两百种草木的花期", level: 0, lengths: [12], type: { same: -2.6, larger: 0 } },
    ]);
    expect(roles).toEqual(["headline", "headline", "deck"]);
  });
});

describe("the larger one of two title lines", () => {
  it.each([
    { larger: 3, roles: ["kicker", "headline"] },
    { larger: -3, roles: ["headline", "deck"] },
  ])("is the headline: $roles", ({ larger, roles }) => {
    const lines = [
      { text: "山区护林站换上了新哨塔", level: 0 },
      { text: "守林人三十年走遍沟谷", level: 0, type: { same: -2.6, larger } },
    ];
    expect(titleRoles(lines)).toEqual(roles);
  });
});
