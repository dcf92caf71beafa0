/** The issue JSON as a type. `schema.json` beside this file says the same for other languages; a test keeps them together. */
import type { Article, Jump } from "../page.ts";

export const ISSUE_SCHEMA_VERSION = 1;

export interface Issue {
  readonly schemaVersion: typeof ISSUE_SCHEMA_VERSION;
  readonly generator: { readonly name: "jianbao"; readonly version: string };
  readonly issue: { readonly newspaper: string | null; readonly date: string | null };
  readonly pages: readonly IssuePage[];
  /** Every article of the issue, those that run over several pages whole, in the order of their first parts. */
  readonly articles: readonly WholeArticle[];
  readonly links: readonly Link[];
  readonly notices: readonly IssueNotice[];
}

export interface IssuePage {
  /** Path of the page JSON from the folder of the issue file. */
  readonly json: string;
  /** Name of the dump. */
  readonly file: string;
  readonly sha256: string;
  /** As the page or its file name says; null if neither does. */
  readonly number: string | null;
  readonly name: string | null;
}

export interface WholeArticle extends Omit<Article, "jump" | "keywords"> {
  /** What leads out of the issue, or to a half that was not found; null if nothing does. */
  readonly jump: Jump | null;
  readonly parts: readonly Part[];
}

/** What one page has of an article. */
export interface Part {
  readonly json: string;
  readonly page: string | null;
  /** Id of the article in its page. */
  readonly article: string;
  /** The title of this part as printed: a continuation repeats or shortens that of the first one. */
  readonly titleLines: readonly string[];
  readonly byline: string | null;
  /** The jump line as printed. */
  readonly jump: string | null;
  /** Index of the first paragraph of the whole article that has text of this part. */
  readonly firstParagraph: number;
  readonly paragraphCount: number;
  /** Whether its first paragraph is the end of the one that the part before left open. */
  readonly continuesParagraph: boolean;
}

export interface Link {
  readonly from: LinkEnd;
  readonly to: LinkEnd;
  /** 0 to 1. */
  readonly confidence: number;
  readonly evidence: readonly LinkEvidence[];
}

export interface LinkEnd {
  readonly json: string;
  readonly article: string;
}

export interface LinkEvidence {
  readonly clue: "numbers" | "title" | "words" | "seam" | "remaining";
  readonly reason: string;
}

export interface IssueNotice {
  readonly rule: string;
  readonly level: "info" | "warning";
  readonly json: string;
  /** Id in its page; null where the page is meant. */
  readonly article: string | null;
  readonly message: string;
}
