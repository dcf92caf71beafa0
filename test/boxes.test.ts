import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Box } from "../src/coat/boxes.ts";
import { undress } from "../src/coat/undress.ts";
import { type Page, restorePage } from "../src/index.ts";

/** Of two columns of four lines, below a headline. */
const LINES: readonly { readonly text: string; readonly box: Box }[] = [
  { text: "渡口又响起摇橹声", box: { x: 60, y: 40, width: 400, height: 56 } },
  ..."老艄公解下缆绳说|水位比去年高两尺|这样的好天气不多|他把竹篙插进滩头|对岸的人在招手呢|孩子们赶着去上学|一船只坐十二个人|船票是两角钱一张"
    .split("|")
    .map((text, i) => ({
      text,
      box: { x: 60 + 200 * Math.floor(i / 4), y: 120 + 30 * (i % 4), width: 162, height: 23 },
    })),
];

type Spelling = (line: (typeof LINES)[number]) => string;

function undressed(spell: Spelling) {
  const text = `${LINES.map(spell).join("\n")}\n`;
  return { text, ...undress({ file: "a.txt", text }) };
}

const corners = ({ x, y, width, height }: Box) => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
];

describe("boxes of lines", () => {
  it.each([
    {
      how: "corner and sides",
      spell: ({ text, box: { x, y, width, height } }) => `${x},${y},${width},${height}\t${text}`,
    },
    {
      how: "two corners",
      spell: ({ text, box: { x, y, width, height } }) => `${text} ${x} ${y} ${x + width} ${y + height}|`,
    },
    { how: "four corners", spell: ({ text, box }) => `[${JSON.stringify(corners(box))}, ('${text}', 0.98)]` },
    { how: "corners behind a number", spell: ({ text, box }) => `7: ${corners(box).flat().join(",")},${text}` },
    {
      how: "a record a line",
      spell: ({ text, box }) => JSON.stringify({ text, score: 0.9, box: corners(box).flat() }),
    },
  ] as readonly { readonly how: string; readonly spell: Spelling }[])("$how", ({ spell }) => {
    const { places, text } = undressed(spell);
    expect(places.map(({ start, end, box }) => ({ text: text.slice(start, end), box }))).toEqual(LINES);
  });

  it("in lists of their own beside the texts", () => {
    const text = JSON.stringify({
      page: 3,
      texts: LINES.map((line) => line.text),
      polys: LINES.map(({ box }) => corners(box)),
    });
    expect(undress({ file: "a.txt", text }).places.map(({ box }) => box)).toEqual(LINES.map(({ box }) => box));
  });

  it.each([
    { how: "numbers that say nothing of places", spell: ({ text }) => `[3,118,7,${text.length}] ${text}` },
    { how: "a confidence alone", spell: ({ text }) => `('${text}', 0.9871)` },
  ] as readonly { readonly how: string; readonly spell: Spelling }[])("not $how", ({ spell }) => {
    expect(undressed(spell).places).toEqual([]);
  });

  it("are read from right to left where lines run down", () => {
    const raw = readFileSync("fixtures/pages/boxes-of-four-corners/raw.txt", "utf8");
    const turned = raw.replace(
      /\[(\d+)\.0, (\d+)\.0\]/g,
      (_, x: string, y: string) => `[${2000 - Number(y)}.0, ${x}.0]`,
    );
    const articles = (text: string): Page["articles"] =>
      restorePage(new TextEncoder().encode(text), { file: "a.txt" }).articles;
    expect(articles(turned)).toEqual(articles(raw));
  });
});
