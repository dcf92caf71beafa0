import { describe, expect, it } from "vitest";
import { restorePage } from "../src/restore.ts";

/** Byline, authors and number of paragraphs of each article of a page of blocks. */
function signedOf(...blocks: readonly string[]): string[] {
  const { articles } = restorePage(Buffer.from(blocks.join("\n\n")), { file: "page.txt" });
  return articles.map(
    ({ headline, byline, authors, paragraphs }) =>
      `${headline ?? "-"} | ${byline ?? "-"} | ${authors.map(({ role, name }) => `${role ?? "-"} ${name}`).join(", ")} | ${paragraphs.length}`,
  );
}

const FERRY = "从今晚起，渡口到对岸加开两班夜航船，末班船晚上十一点开，方便下夜班的工人和看戏的市民回家，票价不变。";
const STATION = "青石镇的老车站建于上世纪三十年代，昨天开始拆除，许多老人赶来合影，镇里说站前的钟楼会原样留下。";

describe("who signs an article", () => {
  it("is named by a byline below its last paragraph, where nobody has signed above", () => {
    expect(
      signedOf("# 渡口新增两班夜航", FERRY, "岚州晚报记者 石小舟", "# 老车站昨天拆除", "本报记者 贺青", STATION),
    ).toEqual([
      "渡口新增两班夜航 | 岚州晚报记者 石小舟 | 记者 石小舟 | 1",
      "老车站昨天拆除 | 本报记者 贺青 | 记者 贺青 | 1",
    ]);
  });

  it("is not named by a byline that has a text of its own below it", () => {
    expect(signedOf("# 渡口新增两班夜航", "本报记者 贺青", FERRY, "岚州晚报记者 石小舟", STATION)).toEqual([
      "渡口新增两班夜航 | 本报记者 贺青 | 记者 贺青 | 1",
      "- | 岚州晚报记者 石小舟 | 记者 石小舟 | 1",
    ]);
  });

  it("is named behind the last sentence without brackets, where no sentence could go on so", () => {
    expect(
      signedOf("# 渡口新增两班夜航", `${FERRY}石小舟/文`, "# 老车站昨天拆除", `${STATION}　本报评论员 贺青`),
    ).toEqual(["渡口新增两班夜航 | 石小舟/文 | 文 石小舟 | 1", "老车站昨天拆除 | 本报评论员 贺青 | 评论员 贺青 | 1"]);
  });

  it("is named in brackets inside bold marks, too", () => {
    expect(signedOf("# 渡口新增两班夜航", `**${FERRY}（作者石小舟）**`)).toEqual([
      "渡口新增两班夜航 | （作者 石小舟） | 作者 石小舟 | 1",
    ]);
  });

  it("is named in brackets behind the last sentence, editors too", () => {
    expect(
      signedOf("# 渡口新增两班夜航", `${FERRY}（市民 秦玉兰）`, "# 老车站昨天拆除", `${STATION}（责编 贺青）`),
    ).toEqual([
      "渡口新增两班夜航 | （市民 秦玉兰） | 市民 秦玉兰 | 1",
      "老车站昨天拆除 | （责编 贺青） | 责编 贺青 | 1",
    ]);
  });

  it("is named by bare names in brackets, though the list of words has one of them", () => {
    expect(
      signedOf("# 渡口新增两班夜航", `${FERRY}（秦玉兰  贺青）`, "# 老车站昨天拆除", `${STATION}（高清）`),
    ).toEqual(["渡口新增两班夜航 | （秦玉兰 贺青） | - 秦玉兰, - 贺青 | 1", "老车站昨天拆除 | - |  | 1"]);
  });

  it("is a reader below a letter, and the short line below is the title of the next one", () => {
    expect(
      signedOf(
        "■读者来信",
        "站牌为何不见踪影",
        "编辑同志：",
        FERRY,
        "读者 石小舟",
        "请给盲道让条路",
        "编辑同志：",
        STATION,
      ),
    ).toEqual(["站牌为何不见踪影 | 读者 石小舟 | 读者 石小舟 | 2", "请给盲道让条路 | - |  | 2"]);
  });

  it("opens another article in brackets before a text", () => {
    expect(signedOf("# 渡口新增两班夜航", FERRY, `（记者 贺青 通讯员 石小舟）${STATION}`)).toEqual([
      "渡口新增两班夜航 | - |  | 1",
      "- | （记者 贺青 通讯员 石小舟） | 记者 贺青, 通讯员 石小舟 | 1",
    ]);
  });
});
