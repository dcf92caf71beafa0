import { describe, expect, it } from "vitest";
import { creditVocabulary } from "../src/blocks/credits/vocabulary.ts";
import { formBlocks } from "../src/blocks/form.ts";
import { readCreditLines } from "../src/blocks/form-credits.ts";
import { nameBlocks } from "../src/blocks/name.ts";
import type { Context } from "../src/context.ts";
import { readLines } from "../src/lines/lines.ts";
import { loadProfile } from "../src/profiles/load.ts";
import { plain } from "../src/text/sourced.ts";
import { testLexicon } from "./helpers/lexicon.ts";

const CONTEXT: Context = { profile: loadProfile("generic"), lexicon: testLexicon() };
const VOCABULARY = creditVocabulary(CONTEXT);

/** Lines of a dump and what each of them is: `body` opens a body, `byline`, `+` runs on, `-` none of these. */
const TABLE: readonly { readonly lines: readonly string[]; readonly read: readonly string[]; readonly why: string }[] =
  [
    {
      lines: ["本报记者 韩青 实习生", "钱小雅", "镇上的旧车站昨天拆除。"],
      read: ["byline+", "byline", "-"],
      why: "the last role names the line below",
    },
    {
      lines: ["■ 本报记者 石舟", "顾小华", "镇上的旧车站昨天拆除。"],
      read: ["byline+", "byline", "-"],
      why: "a line of nothing but a name",
    },
    {
      lines: ["渔民在滩涂上撒网。 本报记", "者 顾小华 摄", "镇上的旧车站昨天拆除。"],
      read: ["+", "-", "-"],
      why: "the line end cuts the credit of a picture",
    },
    {
      lines: ["渔民在滩涂上撒网。", "顾小华 摄", "镇上的旧车站昨天拆除。"],
      read: ["-", "-", "-"],
      why: "the credit of a picture has a line of its own",
    },
    {
      lines: ["本报记者 石舟", "关注", "镇上的旧车站昨天拆除。"],
      read: ["byline", "-", "-"],
      why: "a word is no name",
    },
    {
      lines: ["本报记者 石舟", "■ 通讯员 顾小华"],
      read: ["byline", "byline"],
      why: "two bylines, each a line of its own",
    },
    {
      lines: ["岚州晚报讯（记者 马", "小舟 通讯员 赖青 汤小", "兰）镇上的旧车站", "昨天拆除。"],
      read: ["body+", "+", "-", "-"],
      why: "the bracket closes on the third line",
    },
    {
      lines: ["本报岚州9月3日", "电 记者韩青报道：旧车站", "昨天拆除。"],
      read: ["body+", "body", "-"],
      why: "the word that shows a dateline is on the second line",
    },
    {
      lines: ["旧车站拆除 本报讯（见习记者 邵", "小青）镇上的旧车站", "昨天拆除。"],
      read: ["+", "-", "-"],
      why: "a headline stands before the dateline",
    },
    {
      lines: ["本报岚州12月9日电", "（贺青 聂小舟）镇上的旧车站"],
      read: ["body+", "-"],
      why: "the bracket stands on the line below",
    },
    { lines: ["镇上的旧车站（建于", "1932年）昨天拆除。"], read: ["-", "-"], why: "a bracket without credits" },
    { lines: ["市民排队。", "褚兰 摄"], read: ["-", "-"], why: "a photo credit is no byline" },
  ];

describe.each(TABLE)("$lines", ({ lines, read, why }) => {
  it(`reads ${read.join(" ")}: ${why}`, () => {
    const rows = lines.map((text) => ({ text, blankLines: 0 }));
    const made = readCreditLines(rows, VOCABULARY, () => false).map(
      ({ opensBody, isByline, runsOn }) =>
        `${opensBody ? "body" : isByline ? "byline" : runsOn ? "" : "-"}${runsOn ? "+" : ""}`,
    );
    expect(made).toEqual(read);
  });
});

it("leaves a byline alone that a blank line ends, unless both parts stood on one line of the dump", () => {
  const rows = [
    { text: "本报记者 韩青 实习生", blankLines: 0 },
    { text: "钱小雅", blankLines: 1 },
  ];
  expect(readCreditLines(rows, VOCABULARY, () => false)[0]?.isByline).toBe(false);
  expect(readCreditLines(rows, VOCABULARY, () => true)[0]?.runsOn).toBe(true);
});

it("names a byline over two lines and a headline with its dateline on one line", () => {
  const text = [
    "青石老车站昨天拆除 市民赶来合影留念",
    "本报记者 韩青 实习生",
    "钱小雅",
    "    青石镇的老车站建于上世纪三十年代，昨天开始拆除，许多老人赶来合影。镇里说，",
    "站前的钟楼会原样留下，改成一间小小的车站博物馆，明年春天向市民开放，不收门票，",
    "馆里要放老站长用过的信号灯和一百多张旧车票。",
    "渡口新增两班夜航 本报讯（记者 邵",
    "小青）从今晚起，渡口到对岸加开两班夜航船，末班船晚上十一点开，方便下夜班的工人",
    "和看戏的市民回家，票价不变，老人和学生照旧半价。",
  ].join("\n");
  const source = { file: "x.txt", text };
  const blocks = nameBlocks(formBlocks(source, readLines(source), "wrapped", CONTEXT).blocks, CONTEXT);
  const named = blocks.map(({ role, text: words }) => `${role}: ${plain(words).replace(/\s/g, "").slice(0, 18)}`);
  expect(named).toContain("byline: 本报记者韩青实习生钱小雅");
  expect(named).toContain("title: 渡口新增两班夜航");
  expect(named).toContain("byline: 本报讯（记者邵小青）");
});
