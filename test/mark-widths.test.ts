import { describe, expect, it } from "vitest";
import { readLines } from "../src/lines/lines.ts";
import { hasMarksOfPrint } from "../src/lines/mark-widths.ts";

/** Marks that open and close, as they were set. */
const QUOTED = "“木船”（旧的）《渡口》".repeat(2);

describe("half-width marks of a scan", () => {
  it.each([
    { what: "none, where all are full-width", text: "渡口的船停了，老船工走了。", none: true },
    { what: "a bracket of two kinds", text: "老船工〈县城西\n关人) 走了，船停了。", none: false },
    { what: "none, where a title stands before a bracket", text: "《渡口》老船工(西关人)走了。", none: true },
    { what: "a comma in a sentence", text: "渡口的船停了,老船工走了。", none: false },
    { what: "a stop at a line end", text: "渡口的船停了.", none: false },
    { what: "none, where a role is typed with a colon", text: "责编: 尹长河 美编:余国", none: true },
    { what: "none, before a telephone number", text: "热线:0731-8000000, 投稿; 0731", none: true },
    { what: "none, before an address", text: "详见官网,www.lanzhou-wb.cn", none: true },
    {
      what: "some, where others are full-width",
      text: `${QUOTED}${"渡口的船停了，".repeat(12)}老船工走了!`,
      none: false,
    },
    {
      what: "none, where one of many was typed so",
      text: `${QUOTED}${"渡口的船停了，".repeat(40)}老船工走了!`,
      none: true,
    },
    {
      what: "none, where a program has folded all of them",
      text: `${QUOTED}${"渡口的船停了,".repeat(12)}`,
      none: true,
    },
    {
      what: "some, where full stops are dots too",
      text: `${QUOTED}${"渡口的船停了,".repeat(12)}老船工走了.`,
      none: false,
    },
    { what: "some, where a quote was lost", text: `“${QUOTED}${"渡口的船停了,".repeat(12)}`, none: false },
  ])("there are $what", ({ text, none }) => {
    expect(hasMarksOfPrint(text, readLines({ file: "a.txt", text }))).toBe(none);
  });
});
