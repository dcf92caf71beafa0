/** What a layout model calls a block is believed where its words do not tell: a caption without a photographer. */
import { expect, it } from "vitest";
import { restorePage } from "../src/index.ts";
import { verifyPage } from "../src/output/verify.ts";

const BLOCKS = [
  ["doc_title", "渡口重新开船"],
  ["text", "本报讯（记者 石小舟）停了八年的青石渡口昨天重新开船，第一班船载着四十名赶集的村民过了河。"],
  ["figure_title", "老艄公解下缆绳，准备摆渡。"],
  ["text", "渡口一天开六班，最晚一班傍晚六点离岸，遇上大雾停航。"],
  ["text", "船票仍是两元，六十岁以上老人免费。"],
] as const;

it.each(["figure_title", "image_caption", "Caption"])("reads a caption that is labelled %s", (name) => {
  const raw = JSON.stringify(BLOCKS.map(([label, text]) => ({ label: label === "figure_title" ? name : label, text })));
  const page = restorePage(Buffer.from(raw), { file: "a.txt", map: true });
  expect(
    page.articles.map(({ headline, paragraphs, captions }) => ({ headline, texts: paragraphs.length, captions })),
  ).toEqual([{ headline: "渡口重新开船", texts: 3, captions: [{ text: "老艄公解下缆绳，准备摆渡。", credit: null }] }]);
  expect(verifyPage(raw, page)).toEqual([]);
});
