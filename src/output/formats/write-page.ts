/**
 * One page in the format that was asked for. The page JSON is the whole of it; the others are made from the same value
 * for readers who want something else, and leave out what is not known.
 */
import type { Page } from "../../page.ts";
import { pageToJson } from "../json.ts";
import type { Format } from "./format.ts";
import { pageToJsonLd } from "./json-ld.ts";
import { pageToMarkdown } from "./markdown.ts";
import { pageToNdjson } from "./ndjson.ts";
import { pageToText } from "./plain-text.ts";
import { pageToTei } from "./tei.ts";

const WRITERS: Readonly<Record<Format, (page: Page) => string>> = {
  json: pageToJson,
  md: pageToMarkdown,
  txt: pageToText,
  ndjson: pageToNdjson,
  jsonld: pageToJsonLd,
  tei: pageToTei,
};

/**
 * The text of a file. The same page and format always give the same text, which ends with a line end.
 * `ndjson` has a line for each article, so a page without articles gives the empty text.
 */
export function writePage(page: Page, format: Format): string {
  return WRITERS[format](page);
}
