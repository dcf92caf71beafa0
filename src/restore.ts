/**
 * One page, from bytes to JSON value. Read this first, then `reading.ts`, which has the stages from form to join.
 *
 *     bytes ─ decode ─▶ text ─ undress ─▶ lines ─▶ kind of dump ─ form ─▶ blocks ─ name ─▶ blocks with roles
 *                                                                                            │ repair blanks
 *     page ◀─ write ─ articles ◀─ split ─ units in reading order ◀──────── join ─────────────┘
 *
 * Roles come before repairs, because a byline and a paragraph need different ones. Blanks are repaired before the
 * joins, which look at clean ends; marks and quotes after them, because a quotation may run over a column end.
 */
import { doubtDay, readIdentity } from "./articles/identity.ts";
import { keywordsOf } from "./articles/keywords.ts";
import { splitArticles } from "./articles/split.ts";
import { writeArticles } from "./articles/write.ts";
import type { Block } from "./blocks/block.ts";
import { isPicture } from "./blocks/markup.ts";
import type { Context } from "./context.ts";
import { findDoubts } from "./doubt/doubt.ts";
import { type Dump, readDump } from "./dump.ts";
import { loadKeywords } from "./lexicon/keywords.ts";
import type { Lexicon } from "./lexicon/lexicon.ts";
import { loadLexicon } from "./lexicon/load.ts";
import type { Script } from "./lexicon/scripts.ts";
import { closeUp } from "./lines/double-spaced.ts";
import { recogniseDump } from "./lines/dump.ts";
import { readLines } from "./lines/lines.ts";
import { refuseEndless } from "./lines/most-lines.ts";
import { type PagePart, partsOf } from "./lines/pages.ts";
import { placeLines } from "./lines/placed.ts";
import type { Finding } from "./notice.ts";
import { mapPage } from "./output/map.ts";
import { VERSION } from "./output/version.ts";
import { type Article, type Page, SCHEMA_VERSION } from "./page.ts";
import { chooseProfile } from "./profiles/choose.ts";
import { foldProfile } from "./profiles/fold.ts";
import type { Profile } from "./profiles/schema.ts";
import { readInOrder } from "./reading.ts";
import { correctText, repairText } from "./repair/repair.ts";
import { asCorrected, damageIn, sayFindings, setAsideFindings } from "./say.ts";
import { convertPage, type ScriptPage } from "./script/convert-page.ts";
import { append } from "./text/append.ts";
import { applyEdits, type Change } from "./text/edit.ts";
import { plain, type Sourced } from "./text/sourced.ts";

export interface RestoreOptions {
  /** Name for people and for article ids; the folder part is not used. Default `<stdin>`. */
  readonly file?: string;
  /** `utf-8`, `gb18030`, `big5`, `utf-16le`, `utf-16be`, or another name of one of them. Default: found from the bytes. */
  readonly encoding?: string;
  /** Default: found from the page among the built-in profiles, else `generic`. */
  readonly profile?: Profile;
  /** Add `map`: the source spans of every field, the edits and the joins. */
  readonly map?: boolean;
  /** Apply likely misreadings instead of only reporting them. */
  readonly correct?: boolean;
  /** Write the page in this script, names of people left as they are. Default: as printed. */
  readonly script?: Script;
  /** Add so many keywords to each article; needs the addon nodejieba. Default: none. */
  readonly keywords?: number;
}

const STDIN = "<stdin>";
let sharedLexicon: Lexicon | undefined;

/**
 * Restores the pages of a dump: one, or several where form feeds part them. Same bytes and options, same pages.
 * @param bytes the dump as it lies on disk.
 * @throws {UserError} if the bytes are no text that jianbao reads, or a page has more lines than any page has.
 */
export function restorePages(bytes: Uint8Array, options: RestoreOptions = {}): readonly Page[] {
  const dump = readDump(bytes, options.file ?? STDIN, options.encoding);
  const parts = partsOf(dump.text);
  return parts.length === 0 ? [restore(dump, options)] : parts.map((part) => restore(dump, options, part));
}

/**
 * Restores a dump as one page, form feeds being line ends. Same bytes and options, same page.
 * @param bytes the dump as it lies on disk.
 * @throws {UserError} if the bytes are no text in any encoding, or there is no encoding of that name.
 */
export function restorePage(bytes: Uint8Array, options: RestoreOptions = {}): Page {
  return restore(readDump(bytes, options.file ?? STDIN, options.encoding), options);
}

/** @param part the page of several that is restored; all offsets are those of the whole dump. */
function restore(dump: Dump, options: RestoreOptions, part?: PagePart): Page {
  const { source, coat, about, positions, damage } = dump;
  const { file, text } = source;
  sharedLexicon ??= loadLexicon();
  const range = coat === null || part === undefined ? part : coat.rangeOf(part);
  const chosen = options.profile ?? chooseProfile(range === undefined ? text : text.slice(range.start, range.end));
  const profile = foldProfile(chosen, sharedLexicon);
  const context: Context = { profile, lexicon: sharedLexicon };

  const lines = closeUp(source, readLines(source, range));
  refuseEndless(lines);
  const placed = placeLines(lines, dump.places, coat);
  const kind = placed === null ? recogniseDump(source, lines) : "boxes";
  const reading = readInOrder({ source, lines: placed ?? lines, kind, isLogged: options.map === true }, context);
  const log: Change[] | null = options.map === true ? [...reading.changes] : null;
  const split = splitArticles(reading.units);
  const findings: Finding[] = [...reading.findings];
  const finish = (block: Block): Sourced => {
    const repaired = repairText(block.text, block.role, kind, context, log);
    const doubts = findDoubts(repaired, context);
    if (options.correct !== true) {
      append(findings, doubts);
      return repaired;
    }
    append(findings, doubts.map(asCorrected));
    return correctText(repaired, context, log);
  };
  const printed = writeArticles(split, pageName(file, part), context, finish);
  const asPrinted: ScriptPage = { ...printed, identity: readIdentity(printed, context) };
  const { script } = options;
  const written = script === undefined ? asPrinted : convertPage(asPrinted, script, context, log);
  const removed = [...reading.removed, ...split.rules].map((text) => ({ path: "", text: withoutMarkup(text, log) }));
  const said = [...findings, ...setAsideFindings(written), ...doubtDay(asPrinted, asPrinted.identity)];

  return {
    schemaVersion: SCHEMA_VERSION,
    generator: { name: "jianbao", version: VERSION, profile: profile.id, ...(script === undefined ? {} : { script }) },
    source: part === undefined ? about : { ...about, part },
    page: written.identity,
    articles: withKeywords(written.articles, options.keywords, context),
    furniture: written.furniture,
    setAside: written.setAside,
    notices: sayFindings(
      [...damageIn(damage, part), ...(coat === null ? said : said.map((one) => coat.findingOfDump(one)))],
      positions,
    ),
    ...(log === null
      ? {}
      : {
          map: mapPage({
            text: dump.text,
            kind,
            blocks: reading.formed,
            fields: written.fields,
            removed,
            log,
            joins: reading.joins,
            places: positions,
            coat,
            part: part ?? { start: 0, end: dump.text.length },
          }),
        }),
  };
}

function withKeywords(
  articles: readonly Article[],
  most: number | undefined,
  { lexicon }: Context,
): readonly Article[] {
  if (most === undefined) return articles;
  const extract = loadKeywords();
  return articles.map((article) => ({ ...article, keywords: keywordsOf(article, most, extract, lexicon) }));
}

/** What is left of a line of mark-up: nothing. */
function withoutMarkup(text: Sourced, log: Change[] | null): Sourced {
  const words = plain(text);
  if (words === "") return text;
  const rule = isPicture(words) ? "markup/picture" : "markup/line";
  return applyEdits(text, rule, [{ start: 0, end: words.length, text: "" }], log);
}

/** `A03` for A03.txt; `A03.p2` for its second page. What articles and outputs are called after. */
export function pageName(file: string, part: { readonly number: number } | undefined): string {
  return file.replace(/\.[^.]*$/u, "") + (part === undefined ? "" : `.p${part.number}`);
}
