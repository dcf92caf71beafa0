import { describe, expect, it } from "vitest";
import { readFrame } from "../src/coat/frame.ts";
import { applyEdits } from "../src/text/edit.ts";
import { fromSource, plain } from "../src/text/sourced.ts";

function unframed(text: string): string {
  return plain(applyEdits(fromSource({ file: "a.txt", text }), "markup/frame", readFrame(text).edits));
}

const LINES = [
  "渡口的老船工",
  "渡口的老船工把缆绳系在",
  "3根木桩上，回头对我说：“",
  "从前这里一天过300人",
  "。”",
  "1998年修的桥，现在",
  "通了车。",
  "[图见右]",
  "他的话不多。",
  "手里的活儿没有停，99",
];

describe("the frame of a line", () => {
  it.each<{ readonly what: string; readonly put: (line: string, i: number) => string }>([
    { what: "numbers of lines", put: (line, i) => `${i + 1}: ${line}` },
    { what: "numbers in brackets", put: (line, i) => `[${i + 7}] ${line}` },
    { what: "a box", put: (line, i) => `${i},20,300,${i + 18},${line}` },
    { what: "a box behind the line", put: (line, i) => `${line} (${i}, 20, 300, 18)` },
    { what: "a record of Python", put: (line, i) => `[[[1.0, ${i}.5]], ('${line}', 0.9${i})]` },
    { what: "a log", put: (line) => `[2031/03/04 08:15:00] ocr INFO: {${line}` },
  ])("goes, and what the paper prints stays: $what", ({ put }) => {
    expect(unframed(LINES.map(put).join("\n"))).toBe(LINES.join("\n"));
  });

  it("keeps the indents behind it, and leaves no mark on blank lines", () => {
    expect(unframed(["> 题", ">", ">   渡口的", ...LINES.map((line) => `> ${line}`)].join("\n"))).toBe(
      ["题", "", "  渡口的", ...LINES].join("\n"),
    );
  });

  it.each([
    {
      what: "a printed list below its title",
      text: `渡口名录\n${LINES.map((line, i) => `${i + 1}. ${line}`).join("\n")}`,
    },
    { what: "a printed list and nothing else", text: LINES.map((line, i) => `${i + 1}. ${line}`).join("\n") },
    { what: "a programme", text: LINES.map((line, i) => `${i + 8}:00-${i + 9}:00 ${line}`).join("\n") },
    { what: "half-width full stops", text: LINES.map((line) => `${line}.`).join("\n") },
    { what: "headings", text: LINES.map((line) => `## ${line}`).join("\n") },
    { what: "years", text: LINES.map((line, i) => `${2000 + i * i}年${line}`).join("\n") },
    { what: "prices", text: LINES.map((line, i) => `${line} ${i}.50`).join("\n") },
    { what: "too few lines", text: "1. 渡口\n2. 老船工\n3. 缆绳" },
  ])("is not what a paper prints on many lines: $what", ({ text }) => {
    expect(readFrame(text).edits).toEqual([]);
  });
});
