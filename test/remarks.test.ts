import { describe, expect, it } from "vitest";
import { restorePage } from "../src/restore.ts";

const TEXT = "石桥镇修好三座便民桥\n\n本报讯（记者 郦川）昨天，石桥镇三座便民桥通车，沿河六百多户村民出门不用再绕路。";

/** What is set aside of a page with a line before it and one behind it. */
function remarksIn(before: string, behind: string): string[] {
  const page = restorePage(Buffer.from(`${before}\n\n${TEXT}\n\n${behind}\n`));
  return page.setAside.filter(({ reason }) => reason.startsWith("not printed")).map(({ text }) => text);
}

describe("what a model says around a page", () => {
  it.each([
    { what: "what it has read", before: "以下是识别结果：", behind: "以上为图片全部文字，请核对原图。" },
    { what: "what it was asked for", before: "好的，这是您要的内容：", behind: "如果您需要进一步的帮助，请告诉我！" },
  ])("is set aside where it speaks of $what", ({ before, behind }) => {
    expect(remarksIn(before, behind)).toEqual([before, behind]);
  });

  it("is not what a column may begin or end with", () => {
    expect(remarksIn("当然，这样做也有风险。", "希望有关部门尽快作进一步的处理。")).toEqual([]);
  });
});
