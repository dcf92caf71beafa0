import { expect, test } from "vitest";
import { measurePrinted } from "../src/blocks/printed-line.ts";
import { readLines } from "../src/lines/lines.ts";

const FULL_LINE = "老街的灯每晚都亮到河边去，";

function partsOf(line: string): string[] {
  const source = { file: "page.txt", text: [...Array(8).fill(FULL_LINE), line, FULL_LINE].join("\n") };
  return measurePrinted(source, readLines(source))
    .map(({ text }) => text)
    .filter((text) => text !== FULL_LINE);
}

test("a caption that runs on in the last line of a paragraph is a line of its own", () => {
  expect(partsOf("都坐着。 9月3日，老街茶馆里坐满听书的客人。")).toEqual([
    "都坐着。",
    "9月3日，老街茶馆里坐满听书的客人。",
  ]);
});

test("a caption keeps its credit", () => {
  const caption = "老街茶馆里坐满听书的客人。 本报记者 顾小华 摄";
  expect(partsOf(caption)).toEqual([caption]);
});

test("a line that fits its column is one line", () => {
  expect(partsOf("都坐着。 后来灯灭了。")).toEqual(["都坐着。 后来灯灭了。"]);
});
