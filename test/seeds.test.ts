import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { decode } from "../src/decode/decode.ts";
import { verifyPage } from "../src/output/verify.ts";
import type { Page } from "../src/page.ts";
import { restorePage } from "../src/restore.ts";
import { PositionIndex } from "../src/text/position.ts";
import { brokenFacts, describeFacts } from "./helpers/facts.ts";
import { SHARED } from "./helpers/folders.ts";
import { sha256 } from "./helpers/lexicon.ts";

/** What a person wrote down for a seed: the parts of a page that are compared. */
interface Gold {
  readonly source: string;
  readonly articles: readonly {
    readonly section: string | null;
    readonly titleLines: readonly string[];
    readonly headline?: string;
    readonly kicker?: string | null;
    readonly byline: string | null;
    readonly authors: readonly { readonly role: string | null; readonly name: string }[];
    readonly paragraphs: readonly string[];
    readonly captions: readonly string[];
  }[];
}

/**
 * Notices that must be there, each at a place that is looked up in the seed when the test runs: its words stay out of
 * the repository. A seam is known by a hash of the four characters on either side.
 */
const WANTED: readonly {
  readonly seed: string;
  readonly what: string;
  readonly rule: string;
  readonly place: Finder;
}[] = [
  { seed: "000", what: "a gap where a clause is missing", rule: "join/gap", place: seam("5332349dfbd7") },
  { seed: "001", what: "a gap where a sentence is missing", rule: "join/gap", place: seam("66e2f7a8fe6c") },
  {
    seed: "000",
    what: "the hyphen between Han characters",
    rule: "confusable/hyphen",
    place: pattern(/\p{Script=Han}\s*-\s*\p{Script=Han}/u),
  },
  { seed: "001", what: "the doubled name", rule: "doubt/doubled", place: pattern(/(\p{Script=Han}{4})\1/u) },
];

/** The range of the text a notice must point into. */
type Finder = (text: string) => { readonly start: number; readonly end: number } | undefined;

function pattern(wanted: RegExp): Finder {
  return (text) => {
    const found = wanted.exec(text);
    return found === null ? undefined : { start: found.index, end: found.index + found[0].length };
  };
}

/** The eight characters around a run of blanks. */
function seam(hash: string): Finder {
  return (text) => {
    for (const found of text.matchAll(/(\S{4})\s+(?=(\S{4}))/gu)) {
      const [run, tail = "", head = ""] = found;
      const start = found.index;
      if (sha256(tail + head).startsWith(hash)) return { start, end: start + run.length + head.length };
    }
    return undefined;
  };
}

const GOLD = join(SHARED, "gold");
const SEEDS = existsSync(GOLD) ? readdirSync(GOLD).sort().map(readSeed) : [];

function readSeed(name: string): { readonly name: string; readonly gold: Gold; readonly bytes: Uint8Array } {
  const gold: Gold = JSON.parse(readFileSync(join(GOLD, name), "utf8"));
  return { name: name.replace(".json", ""), gold, bytes: readFileSync(join(SHARED, "seeds", gold.source)) };
}

describe.skipIf(SEEDS.length === 0).each(SEEDS)("seed $name", ({ gold, bytes }) => {
  const restored = restorePage(bytes, { file: gold.source, map: true });

  it("comes out as its gold says", () => {
    expect(restored.articles.map((article, i) => comparable(article, gold.articles[i]))).toEqual(
      gold.articles.map(wanted),
    );
  });

  it("owns each character once, keeps it, invents none", () => {
    const { text } = decode(bytes);
    expect(describeFacts(brokenFacts(text, restored))).toBe("");
    expect(verifyPage(text, restored)).toEqual([]);
  });
});

describe.skipIf(SEEDS.length === 0).each(WANTED)("seed $seed", ({ seed, what, rule, place }) => {
  it(`reports ${what}, once and at its place`, () => {
    const found = SEEDS.find(({ name }) => name === seed);
    if (found === undefined) throw new Error(`there is no seed ${seed}`);
    const { text } = decode(found.bytes);
    const range = place(text);
    if (range === undefined) throw new Error("the seed has no such place");
    const places = new PositionIndex(text);
    const { notices } = restorePage(found.bytes, { file: found.gold.source });
    const inside = notices.filter((notice) => {
      const offset = places.offsetOf(notice.line, notice.column) ?? -1;
      return notice.rule === rule && offset >= range.start && offset < range.end;
    });
    expect(inside, JSON.stringify(notices, null, 1)).toHaveLength(1);
  });
});

/** The parts that the gold speaks of, named as it names them. */
function comparable(article: Page["articles"][number], gold: Gold["articles"][number] | undefined): unknown {
  const { sectionLabel, titleLines, headline, kicker, byline, authors, paragraphs, captions } = article;
  return {
    section: sectionLabel,
    titleLines,
    ...(gold?.headline === undefined ? {} : { headline, kicker }),
    byline,
    authors: authors.map(({ role, name }) => ({ role, name })),
    paragraphs,
    captions: captions.map(({ text }) => text),
  };
}

function wanted({
  section,
  titleLines,
  headline,
  kicker,
  byline,
  authors,
  paragraphs,
  captions,
}: Gold["articles"][number]): unknown {
  return {
    section: section ?? null,
    titleLines,
    ...(headline === undefined ? {} : { headline, kicker: kicker ?? null }),
    byline: byline ?? null,
    authors,
    paragraphs,
    captions,
  };
}
