import { describe, expect, it } from "vitest";
import { readLines } from "../src/lines/lines.ts";
import { readStrips } from "../src/lines/succession/strip.ts";

function reports(text: string): boolean | undefined {
  const source = { file: "page.txt", text };
  return readStrips(source, readLines(source))[0]?.reports;
}

describe("a line in which a report begins", () => {
  it.each(["石埠晚报讯（记者", "石埠晚报讯 记者 尹长河", "本报讯 杜若兰报道：", "据新华社石埠4月1日电 春分"])(
    "is %s",
    (text) => {
      expect(reports(text)).toBe(true);
    },
  );

  it.each(["据石埠晚报讯，渡口今", "老船工读报，讯问船期", "渡口4月1日通电，船工"])("is not %s", (text) => {
    expect(reports(text)).toBe(false);
  });
});
