/**
 * The page JSON as a type. `output/schema.json` says the same for other languages and describes every field;
 * a test keeps the two together. Key order here is key order in the file.
 */
import type { Script } from "./lexicon/scripts.ts";
import type { Notice } from "./notice.ts";

export const SCHEMA_VERSION = 1;

export interface Page {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly generator: Generator;
  readonly source: PageSource;
  readonly page: PageIdentity;
  readonly articles: readonly Article[];
  readonly furniture: readonly Furniture[];
  readonly setAside: readonly SetAside[];
  readonly notices: readonly Notice[];
  /** Only with `--map`. */
  readonly map?: PageMap;
}

export interface Generator {
  readonly name: "jianbao";
  readonly version: string;
  readonly profile: string;
  /** Only with `--script`. */
  readonly script?: Script;
}

export interface PageSource {
  /** File name without its folder, or `<stdin>`: the same page gives the same bytes wherever it lies. */
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly encoding: string;
  /** Only where form feeds part the dump into several pages. */
  readonly part?: SourcePart;
}

/** One page of a dump that holds several. Everything that counts lines or offsets counts in the whole dump. */
export interface SourcePart {
  /** From 1, blank pages counted. */
  readonly number: number;
  readonly of: number;
  /** Range of the page in the decoded dump, in UTF-16 code units, without the form feeds. */
  readonly start: number;
  readonly end: number;
}

export interface PageIdentity {
  readonly newspaper: string | null;
  /** ISO 8601 date. */
  readonly date: string | null;
  /** As printed: 星期四. */
  readonly weekday: string | null;
  readonly number: string | null;
  readonly name: string | null;
  readonly staff: readonly StaffMember[];
}

/** Who edited the page. */
export interface StaffMember {
  /** 责编, 美编, 校对 …, as printed, without 本版. */
  readonly role: string;
  readonly name: string;
}

export interface Article {
  readonly id: string;
  readonly sectionLabel: string | null;
  readonly kicker: string | null;
  readonly headline: string | null;
  readonly deck: string | null;
  readonly titleLines: readonly string[];
  readonly subheads: readonly Subhead[];
  readonly byline: string | null;
  readonly dateline: Dateline | null;
  readonly authors: readonly Author[];
  readonly paragraphs: readonly string[];
  readonly captions: readonly Caption[];
  readonly pullQuotes: readonly string[];
  /** Only with `--keywords`; heaviest first. */
  readonly keywords?: readonly Keyword[];
  readonly jump: Jump | null;
  /** 0 to 1: the least sure of the joins, roles and splits the article rests on. */
  readonly confidence: number;
}

export interface Subhead {
  readonly text: string;
  /** Index of the paragraph that follows. */
  readonly beforeParagraph: number;
}

export interface Dateline {
  /** Source named before 讯 or 电: 本报, 新华社, 星城报/橘网. */
  readonly agency: string | null;
  /** 讯, 电, 专电. */
  readonly kind: string | null;
  readonly place: string | null;
  /** As printed: 4月15日. */
  readonly date: string | null;
}

export interface Author {
  readonly role: string | null;
  readonly name: string;
  /** Who sent the person, where the byline says so right before the role: 本报, 星城报/橘网. */
  readonly outlet?: string;
}

export interface Caption {
  readonly text: string;
  readonly credit: string | null;
}

/** A word the article is about, as it stands there. */
export interface Keyword {
  readonly word: string;
  /** TF-IDF: how often it comes, times how rare it is elsewhere. */
  readonly weight: number;
}

export interface Jump {
  readonly to: string | null;
  readonly from: string | null;
  /** As printed, cleaned: （下转A05版）. */
  readonly text: string;
}

export type FurnitureKind =
  | "nameplate"
  | "folio"
  | "staffCredit"
  | "contents"
  | "contact"
  | "advert"
  | "notice"
  | "imprint";

export interface Furniture {
  readonly kind: FurnitureKind;
  readonly text: string;
}

export interface SetAside {
  readonly text: string;
  readonly reason: string;
}

/** Where every character came from and why it changed. */
export interface PageMap {
  readonly dump: { readonly kind: DumpKind; readonly columnWidths: readonly number[] };
  /** Every field that owns source text, in page order. Fields that only repeat or read others are not listed. */
  readonly fields: readonly FieldMap[];
  readonly edits: readonly EditRecord[];
  readonly joins: readonly JoinRecord[];
}

/** Shape of the dump, from the page itself. */
export type DumpKind = "blocks" | "markdown" | "wrapped" | "spaced" | "side-by-side" | "boxes";

export interface FieldMap {
  /** JSON Pointer (RFC 6901) into the page: `/articles/0/paragraphs/1`, `/articles/0/jump/text`. */
  readonly path: string;
  /**
   * The value in order: `[start, end]` for text equal to that source range, `[start, end, text, rules]` for text
   * that rules have changed. Empty text is a removed range, an empty range is text put in. Offsets are UTF-16
   * code units of the decoded source.
   */
  readonly pieces: readonly MapPiece[];
}

export type MapPiece =
  | readonly [start: number, end: number]
  | readonly [start: number, end: number, text: string, rules: readonly string[]];

export interface EditRecord {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
  readonly line: number;
  readonly column: number;
  /** Why: `width 26, on the period`. Null where the rule itself is the reason. */
  readonly evidence: string | null;
  /** 0 to 1. */
  readonly confidence: number;
}

export interface JoinRecord {
  readonly rule: string;
  /** Source offset of the last character before the seam. */
  readonly tail: number;
  /** Source offset of the first character after the seam. */
  readonly head: number;
  readonly line: number;
  readonly column: number;
  /** 0 to 1. */
  readonly confidence: number;
  readonly evidence: readonly { readonly clue: string; readonly weight: number; readonly reason: string }[];
}
