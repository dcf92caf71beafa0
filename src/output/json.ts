/**
 * The page as the file that lies on disk: keys in the order of `page.ts`, two blanks of indent, one final newline.
 * In the map each field, edit and join takes one line, so that it can be read, searched and compared by line.
 */
import type { Article, EditRecord, FieldMap, Generator, JoinRecord, Page, PageMap, PageSource } from "../page.ts";

/**
 * DEL and the C1 controls: JSON may hold them raw, but a terminal would obey them.
 * Matches U+009B (a terminal's CSI); leaves U+00A0.
 */
const TERMINAL_CONTROL = /[\u007f-\u009f]/g;

/** The text of a page file. The same page always gives the same text, whatever order its keys were made in. */
export function pageToJson(page: Page): string {
  const ordered = inOrder(page);
  const body = JSON.stringify(ordered, null, 2);
  const text = page.map === undefined ? body : `${body.slice(0, -"\n}".length)},\n  "map": ${mapToJson(page.map)}\n}`;
  return `${escapeControls(text)}\n`;
}

/** The page on one line, without its line end; the same keys and values as in the file. */
export function pageToLine(page: Page): string {
  return escapeLines(JSON.stringify({ ...inOrder(page), ...(page.map === undefined ? {} : { map: page.map }) }));
}

/** JSON may hold them raw, but many readers take them for line ends. */
const LINE_SEPARATORS = /[\u2028\u2029]/g;

/** JSON text that every reader of lines takes for one line. */
export function escapeLines(json: string): string {
  return escapeControls(json).replace(LINE_SEPARATORS, (unit) => `\\u${unit.charCodeAt(0).toString(16)}`);
}

/** JSON text with the controls that JSON may hold raw as escapes. */
export function escapeControls(json: string): string {
  return json.replace(TERMINAL_CONTROL, (control) => `\\u00${control.charCodeAt(0).toString(16)}`);
}

function inOrder(page: Page): Omit<Page, "map"> {
  const { generator, source, page: identity } = page;
  return {
    schemaVersion: page.schemaVersion,
    generator: generatorInOrder(generator),
    source: sourceInOrder(source),
    page: {
      newspaper: identity.newspaper,
      date: identity.date,
      weekday: identity.weekday,
      number: identity.number,
      name: identity.name,
      staff: identity.staff.map(({ role, name }) => ({ role, name })),
    },
    articles: page.articles.map(articleInOrder),
    furniture: page.furniture.map(({ kind, text }) => ({ kind, text })),
    setAside: page.setAside.map(({ text, reason }) => ({ text, reason })),
    notices: page.notices.map(({ rule, level, line, column, message }) => ({ rule, level, line, column, message })),
  };
}

export function generatorInOrder({ name, version, profile, script }: Generator): Generator {
  return { name, version, profile, ...(script === undefined ? {} : { script }) };
}

function sourceInOrder({ file, sha256, bytes, encoding, part }: PageSource): PageSource {
  const source = { file, sha256, bytes, encoding };
  if (part === undefined) return source;
  return { ...source, part: { number: part.number, of: part.of, start: part.start, end: part.end } };
}

/** The keys of an article in the order of `page.ts`. */
export function articleInOrder(article: Article): Article {
  const { dateline, jump } = article;
  return {
    id: article.id,
    sectionLabel: article.sectionLabel,
    kicker: article.kicker,
    headline: article.headline,
    deck: article.deck,
    titleLines: article.titleLines,
    subheads: article.subheads.map(({ text, beforeParagraph }) => ({ text, beforeParagraph })),
    byline: article.byline,
    dateline: dateline && {
      agency: dateline.agency,
      kind: dateline.kind,
      place: dateline.place,
      date: dateline.date,
    },
    authors: article.authors.map(({ role, name, outlet }) => ({
      role,
      name,
      ...(outlet === undefined ? {} : { outlet }),
    })),
    paragraphs: article.paragraphs,
    captions: article.captions.map(({ text, credit }) => ({ text, credit })),
    pullQuotes: article.pullQuotes,
    ...(article.keywords === undefined
      ? {}
      : { keywords: article.keywords.map(({ word, weight }) => ({ word, weight })) }),
    jump: jump && { to: jump.to, from: jump.from, text: jump.text },
    confidence: article.confidence,
  };
}

function mapToJson(map: PageMap): string {
  const { kind, columnWidths } = map.dump;
  return [
    "{",
    `    "dump": ${JSON.stringify({ kind, columnWidths })},`,
    `    "fields": ${lineEach(map.fields.map(fieldInOrder))},`,
    `    "edits": ${lineEach(map.edits.map(editInOrder))},`,
    `    "joins": ${lineEach(map.joins.map(joinInOrder))}`,
    "  }",
  ].join("\n");
}

function lineEach(records: readonly object[]): string {
  if (records.length === 0) return "[]";
  return `[\n${records.map((record) => `      ${JSON.stringify(record)}`).join(",\n")}\n    ]`;
}

function fieldInOrder({ path, pieces }: FieldMap): FieldMap {
  return { path, pieces };
}

function editInOrder({ rule, start, end, before, after, line, column, evidence, confidence }: EditRecord): EditRecord {
  return { rule, start, end, before, after, line, column, evidence, confidence };
}

function joinInOrder({ rule, tail, head, line, column, confidence, evidence }: JoinRecord): JoinRecord {
  const clues = evidence.map(({ clue, weight, reason }) => ({ clue, weight, reason }));
  return { rule, tail, head, line, column, confidence, evidence: clues };
}
