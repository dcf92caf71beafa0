import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { align, editDistance } from "../src/score/align.ts";
import { commonLength, Places, unitsOf } from "../src/score/bits.ts";
import { measure } from "../src/score/counts.ts";
import { fold } from "../src/score/fold.ts";
import { readArticles } from "../src/score/read.ts";
import { type PageScore, scorePage } from "../src/score/score.ts";
import { folderWith, jianbao } from "./helpers/command.ts";
import { SHARED } from "./helpers/folders.ts";
import { forSeeds, type Random } from "./helpers/random.ts";

/** Two invented articles; the first opens with its byline, as truths have it. */
const LEAD = "本报讯（记者 顾清禾）";
const GEESE = {
  headline: "白鹭湾迎来今冬首批候鸟",
  byline: LEAD,
  leadLen: [...LEAD].length,
  authors: [{ role: "记者", name: "顾清禾" }],
  paragraphs: [`${LEAD}湿地的芦苇丛里，第一批赤麻鸭飞抵这里。`, "护鸟队一共数到46只，比去年早到了6天。"],
  captions: ["护鸟队员在观测棚里记录。"],
};
const RAILS = {
  headline: "楼梯上的“银发扶手”",
  authors: [{ role: "通讯员", name: "邵远" }],
  paragraphs: [
    "社区在老楼里装上了木扶手和折叠凳，老人上楼心里踏实。",
    "剩下的16栋楼年底前装完，钱由居民和驻社区单位一起出。",
  ],
  captions: [],
};
const TRUTH = { articles: [GEESE, RAILS] };

/** What jianbao itself would write: the byline is not repeated in the paragraph. */
function asPage(): { articles: Article[] } {
  const [first, second] = [structuredClone(GEESE), structuredClone(RAILS)];
  const [opening = "", ...rest] = first.paragraphs;
  return {
    articles: [
      {
        ...first,
        paragraphs: [opening.slice(LEAD.length), ...rest],
        captions: first.captions.map((text) => ({ text })),
      },
      { ...second, captions: [] },
    ],
  };
}

interface Article {
  headline: string;
  authors: { role: string; name: string }[];
  paragraphs: string[];
  captions: { text: string }[];
  subheads?: { text: string; beforeParagraph: number }[];
}

function scored(page: unknown, truth: unknown = TRUTH): PageScore {
  return scorePage(readArticles(truth) ?? [], readArticles(page) ?? []);
}

/** The page with one of its articles changed. */
function pageWith(change: (articles: [Article, Article]) => void): unknown {
  const { articles } = asPage();
  const [first, second] = articles;
  if (first === undefined || second === undefined) throw new Error("the page has two articles");
  const both: [Article, Article] = [first, second];
  change(both);
  return { articles: both };
}

describe("score of an invented page", () => {
  it("is perfect for the truth itself, with the byline in the paragraph or out of it", () => {
    for (const page of [TRUTH, asPage()]) {
      const { counts } = scored(page);
      expect(counts).toMatchObject({ articles: 2, found: 2, headlines: 2, authors: 2, captionsFound: 1 });
      expect(counts).toMatchObject({ split: 0, merged: 0, startsRight: 2, startsAdded: 0, startsMissed: 0 });
      for (const rate of Object.values(measure(counts).cer)) expect(rate).toBe(0);
    }
  });

  it("finds nothing in an empty page", () => {
    const { counts, articles } = scored({ articles: [] });
    expect(counts).toMatchObject({ found: 0, output: 0, headlines: 0, startsMissed: 2 });
    expect(measure(counts)).toMatchObject({ articles: 0, found: 0, precision: null, cer: { folded: null } });
    expect(articles.map(({ overlap, outputHeadline }) => ({ overlap, outputHeadline }))).toEqual([
      { overlap: 0, outputHeadline: null },
      { overlap: 0, outputHeadline: null },
    ]);
  });

  it("counts one exchanged character in each kind of error rate", () => {
    const page = pageWith(([, rails]) => {
      rails.paragraphs = rails.paragraphs.map((text) => text.replace("踏实", "蹋实"));
    });
    // Without the lead byline 17 + 18 and 24 + 25 Han and digits, and two marks in each paragraph.
    expect(scored(page).counts.errors).toEqual({
      words: { edits: 1, characters: 84 },
      folded: { edits: 1, characters: 92 },
      printed: { edits: 1, characters: 92 },
      blanks: { edits: 1, characters: 92 },
    });
  });

  it("tells punctuation and blanks apart: half-width commas, then a stray blank", () => {
    const halfWidth = pageWith(([, rails]) => {
      rails.paragraphs = rails.paragraphs.map((text) => text.replaceAll("，", ","));
    });
    const commas = scored(halfWidth).counts.errors;
    expect([commas.words.edits, commas.folded.edits, commas.printed.edits, commas.blanks.edits]).toEqual([0, 0, 2, 2]);
    const stray = pageWith(([, rails]) => {
      rails.paragraphs = rails.paragraphs.map((text) => text.replace("木扶手", "木 扶手"));
    });
    const blank = scored(stray).counts.errors;
    expect([blank.words.edits, blank.folded.edits, blank.printed.edits, blank.blanks.edits]).toEqual([0, 0, 0, 1]);
    const lost = pageWith(([, rails]) => {
      rails.paragraphs = rails.paragraphs.map((text) => text.replace("，", ""));
    });
    const missing = scored(lost).counts.errors;
    expect([missing.words.edits, missing.folded.edits]).toEqual([0, 2]);
  });

  it("calls two articles in one merged, and names both", () => {
    const { articles } = asPage();
    const page = { articles: [{ ...articles[0], paragraphs: articles.flatMap(({ paragraphs }) => paragraphs) }] };
    const { counts, articles: outcome } = scored(page);
    expect(counts).toMatchObject({ merged: 1, split: 0, found: 0, output: 1 });
    expect(outcome.map(({ mergedWith }) => mergedWith)).toEqual([[RAILS.headline], [GEESE.headline]]);
  });

  it("calls an article in two pieces split, and names the pieces", () => {
    const { articles } = asPage();
    const [geese, rails] = articles;
    const pieces = (rails?.paragraphs ?? []).map((text, i) => ({ headline: `之${i + 1}`, paragraphs: [text] }));
    const { counts, articles: outcome } = scored({ articles: [geese, ...pieces] });
    expect(counts).toMatchObject({ split: 1, merged: 0, found: 1, output: 3 });
    expect(outcome[1]?.splitInto).toEqual(["之1", "之2"]);
  });

  it("counts paragraph starts: one not made, one made where print has none", () => {
    const joined = pageWith(([, rails]) => {
      rails.paragraphs = [rails.paragraphs.join("")];
    });
    expect(scored(joined).counts).toMatchObject({ startsRight: 1, startsAdded: 0, startsMissed: 1 });
    const cut = pageWith(([, rails]) => {
      rails.paragraphs = rails.paragraphs.flatMap((text) => [text.slice(0, 9), text.slice(9)]);
    });
    expect(scored(cut).counts).toMatchObject({ startsRight: 2, startsAdded: 2, startsMissed: 0 });
  });

  it("takes subheads of the page back among the paragraphs", () => {
    const truth = { articles: [{ ...RAILS, paragraphs: [RAILS.paragraphs[0], "钱从哪里来", RAILS.paragraphs[1]] }] };
    const page = { articles: [{ ...RAILS, subheads: [{ text: "钱从哪里来", beforeParagraph: 1 }] }] };
    expect(scored(page, truth).counts).toMatchObject({ found: 1, startsRight: 2, startsAdded: 0, startsMissed: 0 });
  });

  it("compares all title lines where the truth does not name the headline", () => {
    const titleLines = ["白鹭湾迎来候鸟", "护鸟队数到46只"];
    const { headline: _, ...nameless } = GEESE;
    const truth = { articles: [{ ...nameless, titleLines }] };
    const page = { articles: [{ ...GEESE, headline: titleLines[0], deck: titleLines[1], titleLines }] };
    expect(scored(page, truth).counts).toMatchObject({ headlines: 1, headlinesInTitles: 1 });
  });

  it("wants all authors and nobody else, and their roles apart from that", () => {
    const other = pageWith(([geese, rails]) => {
      geese.authors = [{ role: "通讯员", name: "顾清禾" }];
      rails.authors = [...rails.authors, { role: "摄", name: "覃石根" }];
    });
    expect(scored(other).counts).toMatchObject({ authors: 1, authorsWithRoles: 0 });
  });

  it("sees a caption that was left in a body", () => {
    const page = pageWith(([geese]) => {
      geese.paragraphs = [...geese.paragraphs, ...geese.captions.map(({ text }) => text)];
      geese.captions = [];
    });
    expect(scored(page).counts).toMatchObject({ captions: 1, captionsFound: 0, captionsInBodies: 1 });
  });
});

describe("folding", () => {
  it("takes widths, quotes and dashes together and leaves words alone", () => {
    expect(fold("“３Ｄ”——打 印…")).toBe('"3D"-打印...');
    expect(fold("臺灣")).toBe("臺灣");
  });
});

/** The textbook table, cell by cell. */
function tableDistance(one: readonly number[], other: readonly number[]): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (const [i, a] of one.entries()) {
    const next = [i + 1];
    for (const [j, b] of other.entries()) {
      next.push(Math.min((row[j] ?? 0) + (a === b ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

function tableCommon(one: readonly number[], other: readonly number[]): number {
  let row = new Array<number>(other.length + 1).fill(0);
  for (const a of one) {
    const next = [0];
    for (const [j, b] of other.entries()) {
      next.push(a === b ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

function sequence(random: Random, symbols: number): number[] {
  return Array.from({ length: random.between(0, 140) }, () => random.between(1, symbols));
}

describe("comparing sequences by bits", () => {
  it("gives what the whole table gives, over word borders too", () => {
    forSeeds(200, (random) => {
      const symbols = random.between(1, 12);
      const [one, other] = [sequence(random, symbols), sequence(random, symbols)];
      const distance = tableDistance(one, other);
      expect(editDistance(one, other)).toBe(distance);
      expect(commonLength(new Places(one), other)).toBe(tableCommon(one, other));
      const stands = [...align(one, other)];
      const used = stands.filter((at) => at >= 0);
      expect([...used].sort((a, b) => a - b)).toEqual(used);
      const exchanged = stands.filter((at, j) => at >= 0 && one[at] !== other[j]).length;
      expect(exchanged + (one.length - used.length) + (other.length - used.length)).toBe(distance);
    });
  });

  it("compares bodies of 150,000 characters, whose table would take minutes", () => {
    const text = Array.from({ length: 150_000 }, (_, i) => String.fromCharCode(0x4e00 + ((i * i) % 977))).join("");
    expect(commonLength(new Places(unitsOf(text)), unitsOf(text.slice(7)))).toBe(149_993);
  });
});

describe("jianbao score", () => {
  const FILES = { "out/a/A03.json": JSON.stringify(asPage()), "gold/a/A03.json": JSON.stringify(TRUTH) };

  it("prints a line for the page and the totals", async () => {
    const cwd = folderWith(FILES);
    const { code, stdout, stderr } = await jianbao(["score", "out", "--gold", "gold"], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/a\/A03\.json +2\/2 +0 +0 +0 +0 +2\/2/);
    expect(stdout).toMatch(/^1 page +2\/2/m);
  });

  it("prints counts and measures as JSON", async () => {
    const cwd = folderWith(FILES);
    const { stdout } = await jianbao(["score", "out/a/A03.json", "--gold", "gold/a/A03.json", "--json"], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({
      total: { counts: { pages: 1, found: 2 }, measures: { articles: 1, cer: { folded: 0 } } },
      pages: [{ page: "A03.json", articles: [{ isFound: true }, { isFound: true }] }],
    });
  });

  it("finds the truth by name and by source, and leaves a variant alone", async () => {
    const cwd = folderWith({
      "out/one/p1.json": JSON.stringify(asPage()),
      "out/two/p1.json": JSON.stringify(asPage()),
      "out/two/2020-04-16_A03.json": JSON.stringify(asPage()),
      "gold/p1.json": JSON.stringify(TRUTH),
      "gold/p1.simp.json": JSON.stringify({ articles: [] }),
      "gold/third.json": JSON.stringify({ ...TRUTH, source: "2020-04-16_A03.txt" }),
    });
    const { code, stdout, stderr } = await jianbao(["score", "out", "--gold", "gold", "-q"], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^one\/ \(1 page\) +2\/2/m);
    expect(stdout).toMatch(/^3 pages +6\/6/m);
  });

  it("counts the articles of a truth without a page as missed, and says so", async () => {
    const cwd = folderWith({ ...FILES, "gold/b/A04.json": JSON.stringify(TRUTH) });
    const { code, stdout, stderr } = await jianbao(["score", "out", "--gold", "gold"], { cwd });
    expect(code).toBe(0);
    expect(stderr).toContain("A04.json: no page was made");
    expect(stdout).toMatch(/^2 pages +2\/4 +2/m);
  });

  it("exits 1 where a measure falls short, and names it", async () => {
    const cwd = folderWith({ ...FILES, "out/a/A03.json": JSON.stringify({ articles: [RAILS] }) });
    const run = (min: string) => jianbao(["score", "out", "--gold", "gold", "--min", min], { cwd });
    expect((await run("articles=0.6,cer=0.01")).code).toBe(0);
    const short = await run("articles=0.95,cer=0.01");
    expect(short.code).toBe(1);
    expect(short.stderr).toBe("jianbao: articles is 0.6667, below 0.95\n");
    expect((await run("artcles=1")).stderr).toContain("did you mean articles?");
    expect((await run("articles=many")).code).toBe(2);
  });

  it("goes on after a page that is none, and exits 2", async () => {
    const cwd = folderWith({ ...FILES, "out/b.json": "[]", "gold/b.json": JSON.stringify(TRUTH) });
    const { code, stdout, stderr } = await jianbao(["score", "out", "--gold", "gold"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain("out/b.json is no page");
    expect(stdout).toMatch(/^1 page +2\/2/m);
  });
});

const DEVSET = join(SHARED, "devset");

describe.skipIf(!existsSync(join(DEVSET, "score.mjs")))("beside the devset's own scorer", () => {
  /** Kinds of dump, each with its pages in simplified and in traditional characters. */
  const KINDS = ["sim000", "pdf-raw", "tess-psm1"];

  it("agrees on every measure that both have, page by page", async () => {
    const out = mkdtempSync(join(tmpdir(), "jianbao-score-"));
    for (const kind of KINDS) {
      const made = await jianbao([join(DEVSET, "dumps", kind), "-o", join(out, kind), "-q"]);
      expect(made.code).toBe(0);
      // The scorer looks for traditional pages in a folder of their own.
      symlinkSync(kind, join(out, `${kind}-tra`));
    }
    const theirs = theirScores(out);
    expect(theirs.length).toBeGreaterThan(60);
    for (const kind of KINDS) {
      const run = await jianbao(["score", join(out, kind), "--gold", join(DEVSET, "truth"), "--json"]);
      const ours: { pages: { page: string; measures: unknown }[] } = JSON.parse(run.stdout);
      for (const { page, measures } of ours.pages) {
        const their = theirs.find((item) => item.page === page && item.kind === kind);
        // A page that this kind has no dump of counts as missed here and not at all there.
        if (their !== undefined) expect(measures, `${kind}/${page}`).toMatchObject(their.measures);
      }
    }
  }, 120_000);

  interface Score {
    readonly kind: string;
    readonly page: string;
    readonly measures: Readonly<Record<string, unknown>>;
  }

  function theirScores(out: string): readonly Score[] {
    const kinds = KINDS.flatMap((kind) => [kind, `${kind}-tra`]).join(",");
    const args = [
      "--set",
      DEVSET,
      "--cand-dir",
      out,
      "--adapter",
      join(DEVSET, "adapter.mjs"),
      "--kinds",
      kinds,
      "--json",
    ];
    const json = execFileSync(process.execPath, [join(DEVSET, "score.mjs"), ...args], {
      encoding: "utf8",
      maxBuffer: 1 << 27,
    });
    const { pages }: { pages: { kind: string; page: string; m: Record<string, number | null> }[] } = JSON.parse(json);
    return pages.map(({ kind, page, m }) => ({
      kind: kind.replace(/-tra$/, ""),
      page: `${page}.json`,
      measures: {
        articles: near(m.articleF1),
        headlines: near(m.headline),
        titles: near(m.headlineLoose),
        authors: near(m.authors),
        roles: near(m.authorsRoles),
        paragraphs: near(m.paraF1),
        captions: near(m.captionR),
        cer: { folded: near(m.cer), printed: near(m.cerStrict) },
      },
    }));
  }

  function near(value: number | null | undefined): unknown {
    return value === null || value === undefined ? null : expect.closeTo(value, 10);
  }
});
