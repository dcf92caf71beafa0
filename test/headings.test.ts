import { describe, expect, it } from "vitest";
import { escapedMarks, figureFormulas, writtenLineEnds } from "../src/coat/escapes.ts";
import { fieldEdits } from "../src/coat/fields.ts";
import { headingEdits } from "../src/coat/headings.ts";
import { readJson } from "../src/coat/json.ts";
import { lineMarkEdits } from "../src/coat/line-marks.ts";
import { applyEdits, type Edit } from "../src/text/edit.ts";
import { fromSource, plain } from "../src/text/sourced.ts";

function read(text: string, find: (text: string) => readonly Edit[]): string {
  return plain(applyEdits(fromSource({ file: "a.txt", text }), "markup/test", find(text)));
}

describe("headings are written in one way", () => {
  it.each([
    { before: "#新茶下山\n\n##茶路", after: "# 新茶下山\n\n## 茶路" },
    { before: "# 新茶下山 #\n\n## 茶路 ##", after: "# 新茶下山\n\n## 茶路" },
    { before: "新茶下山\n=====\n\n茶路\n-----\n\n挑夫", after: "# 新茶下山\n\n## 茶路\n\n挑夫" },
    { before: "## Page 3\n\n# 新茶下山", after: "Page 3\n\n# 新茶下山" },
    { before: "#1楼\n\n挑夫说", after: "#1楼\n\n挑夫说" },
    { before: "#新茶下山#\n\n#茶路#", after: "#新茶下山#\n\n#茶路#" },
    { before: "新茶下山\n-----\n\n挑夫", after: "新茶下山\n-----\n\n挑夫" },
  ])("$before", ({ before, after }) => {
    expect(read(before, headingEdits)).toBe(after);
  });
});

describe("escapes and formulas", () => {
  it.each([
    { before: "增长$3.5\\%$，共$1 2 0$人", after: "增长3.5%，共120人", find: figureFormulas },
    { before: "售价$5-$6，或$5 $6", after: "售价$5-$6，或$5 $6", find: figureFormulas },
    { before: "1\\. 新茶\\-下山\\*", after: "1. 新茶-下山*", find: escapedMarks },
    { before: "C:\\茶路\\\\-", after: "C:\\茶路\\\\-", find: escapedMarks },
    { before: "一\\n二\\n三", after: "一\\n二\\n三", find: writtenLineEnds },
    { before: '"一\\n二\\n三\\n\\"四\\"\\n五\\n六"', after: '一\n二\n三\n"四"\n五\n六', find: writtenLineEnds },
  ])("$before", ({ before, after, find }) => {
    expect(read(before, find)).toBe(after);
  });
});

describe("JSON", () => {
  it.each([
    { before: '[{"text": "新茶", "text_level": 1}, {"text": "\\u5c71\\"路"}]', after: '# 新茶\n山"路\n' },
    { before: '{"page": 1, "lines": ["新茶", "2031", "山路"]}', after: "新茶\n2031\n山路\n" },
    { before: "[图见右]\n\n“新茶”", after: "[图见右]\n\n“新茶”" },
    { before: '{"text": "新茶"} 山路 {}', after: '{"text": "新茶"} 山路 {}' },
  ])("$before", ({ before, after }) => {
    expect(read(before, (text) => readJson(text).edits)).toBe(after);
  });
});

describe("names of fields", () => {
  it.each([
    {
      before: "标题：新茶下山\n作者：尹长河；谯丽\n正文：\n　　挑夫说",
      after: "# 新茶下山\n作者：尹长河、谯丽\n\n　　挑夫说",
    },
    { before: "【标题】新茶下山\n【正文】挑夫说", after: "# 新茶下山\n挑夫说" },
    { before: "标题：\n新茶下山\n副题：——茶路见闻\n内容：挑夫说", after: "# 新茶下山\n## ——茶路见闻\n挑夫说" },
    {
      before: "<标题>=新茶下山\n<来源>=岚州日报\n<版次>=3\n<正文>=\n挑夫说",
      after: "# 新茶下山\n岚州日报 | 3\n\n挑夫说",
    },
    { before: "标题：新茶下山\n作者：\n挑夫说", after: "# 新茶下山\n\n挑夫说" },
    { before: "第2版()\n专栏：\n\n　　新茶下山", after: "第2版()\n\n\n　　新茶下山" },
    { before: "第2版 要闻\n专栏：\n\n　　新茶下山", after: "第2版 要闻\n专栏：\n\n　　新茶下山" },
    { before: "栏目：乡情\n标题：新茶下山\n正文：挑夫说", after: "#### 乡情\n# 新茶下山\n挑夫说" },
    { before: "[标题]新茶下山\n[栏目]乡情\n[正文]挑夫说", after: "# 新茶下山\n[栏目]乡情\n挑夫说" },
    { before: "标题：新茶下山\n挑夫说", after: "标题：新茶下山\n挑夫说" },
    { before: "内容：挑夫说\n作者：尹长河", after: "内容：挑夫说\n作者：尹长河" },
  ])("$before", ({ before, after }) => {
    expect(read(before, fieldEdits)).toBe(after);
  });
});

describe("marks before lines", () => {
  it.each([
    { before: "# 新茶下山\n\n> 图为茶路。", after: "# 新茶下山\n\n图为茶路。" },
    { before: "# 新茶下山\n\n- 挑夫说\n- 茶农说", after: "# 新茶下山\n\n挑夫说\n茶农说" },
    { before: "# 新茶下山\n\n- 茶路见闻\n\n挑夫说", after: "# 新茶下山\n\n- 茶路见闻\n\n挑夫说" },
    { before: ">>记者观察\n\n- 挑夫说\n- 茶农说", after: ">>记者观察\n\n- 挑夫说\n- 茶农说" },
  ])("$before", ({ before, after }) => {
    expect(read(before, lineMarkEdits)).toBe(after);
  });
});
