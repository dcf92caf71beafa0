import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readBylineLine, readCredits } from "../src/blocks/credits/credits.ts";
import { readLead } from "../src/blocks/credits/lead.ts";
import { readPhotoCredit } from "../src/blocks/credits/photo.ts";
import { creditVocabulary } from "../src/blocks/credits/vocabulary.ts";
import type { Context } from "../src/context.ts";
import type { Author } from "../src/page.ts";
import { loadProfile } from "../src/profiles/load.ts";
import { bylineBlanks } from "../src/repair/credit/byline.ts";
import { applyEdits } from "../src/text/edit.ts";
import { fromSource, plain } from "../src/text/sourced.ts";
import { testLexicon } from "./helpers/lexicon.ts";

const CONTEXT: Context = { profile: loadProfile("generic"), lexicon: testLexicon() };
const VOCABULARY = creditVocabulary(CONTEXT);

/** `记者 何雅清, 通讯员 孟帆`: roles and names as the tables write them; `-` is no role. */
function written(authors: readonly Author[]): string {
  return authors.map(({ role, name }) => `${role ?? "-"} ${name}`).join(", ");
}

/** A text of the tables, `␠` being a blank. */
interface Row {
  readonly text: string;
  /** What the row shows, where the text alone does not say so. */
  readonly note?: string;
  /** Why it does not come out so yet. */
  readonly notYet?: string;
}

interface BylineRow extends Row {
  /** Authors in order, or null where the text is no byline. */
  readonly authors: string | null;
  /** The byline with its blanks put right; default the text itself. */
  readonly clean?: string;
  /** Papers that datelines of the page name. */
  readonly outlets?: readonly string[];
  /** The outlet of each author, `-` being none. */
  readonly sentBy?: string;
}

interface LeadRow extends Row {
  /** What the lead is, to its last character; null where there is none. */
  readonly lead: string | null;
  readonly agency?: string | null;
  readonly kind?: string | null;
  readonly place?: string | null;
  readonly date?: string | null;
  readonly authors?: string;
}

interface PhotoRow extends Row {
  /** The credit at the end of the caption, or null where there is none. */
  readonly credit: string | null;
}

interface Tables {
  readonly bylines: readonly BylineRow[];
  readonly brackets: readonly BylineRow[];
  readonly leads: readonly LeadRow[];
  readonly photos: readonly PhotoRow[];
}

/** Nobody of these names is meant. */
const { bylines, brackets, leads, photos }: Tables = JSON.parse(
  readFileSync(fileURLToPath(new URL("./data/bylines.json", import.meta.url)), "utf8"),
);

const loose = (text: string): string => text.replaceAll("␠", " ");

/** The suite complains when a row that could not be read yet comes out right. */
const testOf = (row: Row): typeof it | typeof it.fails => (row.notYet === undefined ? it : it.fails);

describe.each(bylines)("byline $text", (row) => {
  const test = testOf(row);
  const vocabulary = row.outlets === undefined ? VOCABULARY : creditVocabulary(CONTEXT, row.outlets);
  const { authors } = row;

  test(authors === null ? "is none" : `names ${authors}`, () => {
    const credits = readBylineLine(loose(row.text), vocabulary) ?? readCredits(loose(row.text), vocabulary, true);
    // Without a role or a mark, bare names alone are only a guess, which others confirm by the place.
    if (authors === null) expect(readBylineLine(loose(row.text), vocabulary)).toBeNull();
    else expect(credits === null ? null : written(credits.authors)).toBe(authors);
    if (row.sentBy !== undefined)
      expect(credits?.authors.map(({ outlet }) => outlet ?? "-").join(", ")).toBe(row.sentBy);
  });

  if (authors !== null && row.notYet === undefined) {
    const wanted = loose(row.clean ?? row.text);
    test(`is written ${row.clean ?? "as it stands"}`, () => {
      expect(tidy(loose(row.text), vocabulary)).toBe(wanted);
      expect(tidy(wanted, vocabulary)).toBe(wanted);
    });
  }
});

describe.each(brackets)("in the bracket of a dateline $text", (row) => {
  testOf(row)(row.authors === null ? "is none" : `names ${row.authors}`, () => {
    const credits = readCredits(loose(row.text), VOCABULARY, true);
    expect(credits === null ? null : written(credits.authors)).toBe(row.authors);
    if (credits === null) return;
    const source = fromSource({ file: "byline", text: loose(row.text) });
    const clean = plain(applyEdits(source, "credit/blanks", bylineBlanks(loose(row.text), credits.parts)));
    expect(clean).toBe(loose(row.clean ?? row.text));
  });
});

describe.each(leads)("opening $text", (row) => {
  testOf(row)(row.lead === null ? "has no lead" : `has the lead ${row.lead}`, () => {
    const words = loose(row.text);
    const found = readLead(words, VOCABULARY);
    if (row.lead === null) expect(found).toBeNull();
    else {
      expect(found === null ? null : words.slice(0, found.end)).toBe(loose(row.lead));
      const { agency = null, kind = null, place = null, date = null } = row;
      const none = { agency: null, kind: null, place: null, date: null };
      expect(found?.dateline ?? none).toEqual({ agency, kind, place, date });
      expect(written(found?.authors ?? [])).toBe(row.authors ?? "");
    }
  });
});

describe.each(photos)("caption $text", (row) => {
  testOf(row)(row.credit === null ? "has no credit" : `has the credit ${row.credit}`, () => {
    const words = loose(row.text);
    const found = readPhotoCredit(words, VOCABULARY);
    expect(found === null ? null : words.slice(found.start, found.end)).toBe(
      row.credit === null ? null : loose(row.credit),
    );
  });
});

describe("the tables", () => {
  it.each([{ bylines }, { brackets }, { leads }, { photos }])("list each text once", (table) => {
    const texts = Object.values(table).flatMap((rows: readonly Row[]) => rows.map(({ text }) => text));
    expect(texts.filter((text, i) => texts.indexOf(text) !== i)).toEqual([]);
  });

  it("hold two hundred texts and more, bylines and lookalikes", () => {
    expect(bylines.length + brackets.length + leads.length + photos.length).toBeGreaterThanOrEqual(200);
    expect(bylines.filter(({ authors }) => authors === null).length).toBeGreaterThanOrEqual(30);
    expect(leads.filter(({ lead }) => lead === null).length).toBeGreaterThanOrEqual(15);
  });
});

/** The byline with the edits of its blanks made. */
function tidy(text: string, vocabulary: typeof VOCABULARY): string {
  const parts = (readBylineLine(text, vocabulary) ?? readCredits(text, vocabulary, true))?.parts ?? [];
  return plain(applyEdits(fromSource({ file: "byline", text }), "credit/blanks", bylineBlanks(text, parts)));
}
