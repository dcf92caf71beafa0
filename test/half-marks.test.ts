import { describe, expect, it } from "vitest";
import { hasNoHalfMark } from "../src/lines/half-marks.ts";
import { readLines } from "../src/lines/lines.ts";

describe("half-width marks of a scan", () => {
  it.each([
    { what: "none, where all are full-width", text: "渡口的船停了，老船工走了。", none: true },
    { what: "a comma in a sentence", text: "渡口的船停了,老船工走了。", none: false },
    { what: "a stop at a line end", text: "渡口的船停了.", none: false },
    { what: "none, where a role is typed with a colon", text: "责编: 尹长河 美编:余国", none: true },
    { what: "none, before a telephone number", text: "热线:0731-8000000, 投稿; 0731", none: true },
    { what: "none, before an address", text: "详见官网,www.lanzhou-wb.cn", none: true },
  ])("there are $what", ({ text, none }) => {
    expect(hasNoHalfMark(text, readLines({ file: "a.txt", text }))).toBe(none);
  });
});
