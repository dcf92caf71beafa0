/**
 * A written page in another script: `--script`.
 *
 * In: articles, furniture and set-aside texts with the source of every field. Out: the same, each changed run an edit of
 * its field, so that the original stays in the map. Never: changes the name of a person; exchanges words.
 */
import type { OwnedField, Written } from "../articles/write.ts";
import { readCredits } from "../blocks/credits/credits.ts";
import { creditVocabulary } from "../blocks/credits/vocabulary.ts";
import type { Context } from "../context.ts";
import { type Script, toScript } from "../lexicon/scripts.ts";
import type { Article, PageIdentity } from "../page.ts";
import { append } from "../text/append.ts";
import { isHanCode } from "../text/chars.ts";
import { applyEdits, type Change, type Edit } from "../text/edit.ts";
import { plain, type Sourced } from "../text/sourced.ts";
import { findNames, type Names } from "./names.ts";
import { convertQuotes } from "./quotes.ts";
import { changedRuns, cutAtRemoved, replaced, wholePieces } from "./runs.ts";

export interface ScriptPage extends Written {
  readonly identity: PageIdentity;
}

/** Share of the Han characters that have a simplified form; in simplified text there are hardly any, in traditional a third. */
const TRADITIONAL_SHARE = 0.08;

export function convertPage(page: ScriptPage, script: Script, context: Context, log: Change[] | null): ScriptPage {
  const texts = page.fields.map(({ text }) => plain(text));
  const converter: Converter = {
    script,
    isTraditional: isTraditional(texts, context),
    names: findNames(texts, authorsOf(page, context), context.lexicon),
  };
  const fields = page.fields.map(({ path, text }): OwnedField => ({ path, text: convertField(text, converter, log) }));
  const converted = new Map(fields.map(({ path, text }) => [path, plain(text)]));
  /** The field itself where it owns its text; what repeats or reads others is converted as it stands. */
  const at = (path: string, text: string): string => converted.get(path) ?? convertText(text, converter);
  const orNull = (path: string, text: string | null): string | null => (text === null ? null : at(path, text));
  const { newspaper, weekday, name, staff } = page.identity;
  return {
    articles: page.articles.map((article, i) => convertArticle(article, `/articles/${i}`, at, orNull)),
    furniture: page.furniture.map(({ kind, text }, i) => ({ kind, text: at(`/furniture/${i}/text`, text) })),
    setAside: page.setAside.map(({ text, reason }, i) => ({ text: at(`/setAside/${i}/text`, text), reason })),
    fields,
    identity: {
      ...page.identity,
      newspaper: orNull("", newspaper),
      weekday: orNull("", weekday),
      name: orNull("", name),
      staff: staff.map((member) => ({ role: at("", member.role), name: member.name })),
    },
  };
}

interface Converter {
  readonly script: Script;
  readonly isTraditional: boolean;
  readonly names: Names;
}

function isTraditional(texts: readonly string[], { lexicon }: Context): boolean {
  let han = 0;
  let traditional = 0;
  for (const text of texts) {
    const simple = lexicon.simplify(text);
    for (let i = 0; i < text.length; i += 1) {
      if (!isHanCode(text.charCodeAt(i))) continue;
      han += 1;
      if (text.charCodeAt(i) !== simple.charCodeAt(i)) traditional += 1;
    }
  }
  return traditional > han * TRADITIONAL_SHARE;
}

/** Names from bylines, photo credits and the credits of the page. */
function authorsOf({ articles, identity }: ScriptPage, context: Context): readonly string[] {
  const credits = articles.flatMap(({ captions }) => captions.flatMap(({ credit }) => credit ?? []));
  const read = credits.flatMap(
    (text) => readCredits(text.replace(/^[（(]|[）)]$/g, ""), creditVocabulary(context))?.authors ?? [],
  );
  return [...articles.flatMap(({ authors }) => authors), ...read, ...identity.staff].map(({ name }) => name);
}

type ConvertAt = (path: string, text: string) => string;
type ConvertOrNull = (path: string, text: string | null) => string | null;

function convertArticle(article: Article, path: string, at: ConvertAt, orNull: ConvertOrNull): Article {
  const { dateline, jump } = article;
  return {
    ...article,
    sectionLabel: orNull(`${path}/sectionLabel`, article.sectionLabel),
    kicker: orNull(`${path}/kicker`, article.kicker),
    headline: orNull(`${path}/headline`, article.headline),
    deck: orNull(`${path}/deck`, article.deck),
    titleLines: article.titleLines.map((text, i) => at(`${path}/titleLines/${i}`, text)),
    subheads: article.subheads.map((subhead, i) => ({
      ...subhead,
      text: at(`${path}/subheads/${i}/text`, subhead.text),
    })),
    byline: orNull(`${path}/byline`, article.byline),
    dateline: dateline && {
      agency: orNull("", dateline.agency),
      kind: orNull("", dateline.kind),
      place: orNull("", dateline.place),
      date: orNull("", dateline.date),
    },
    authors: article.authors.map(({ role, name, outlet }) => ({
      role: orNull("", role),
      name,
      ...(outlet === undefined ? {} : { outlet: orNull("", outlet) ?? outlet }),
    })),
    paragraphs: article.paragraphs.map((text, i) => at(`${path}/paragraphs/${i}`, text)),
    captions: article.captions.map(({ text, credit }, i) => ({
      text: at(`${path}/captions/${i}/text`, text),
      credit: orNull("", credit),
    })),
    pullQuotes: article.pullQuotes.map((text, i) => at(`${path}/pullQuotes/${i}`, text)),
    jump: jump && { ...jump, text: at(`${path}/jump/text`, jump.text) },
  };
}

function convertField(text: Sourced, converter: Converter, log: Change[] | null): Sourced {
  const words = plain(text);
  const characters = applyEdits(
    text,
    `script/${converter.script}`,
    wholePieces(text, cutAtRemoved(text, charactersIn(words, converter))),
    log,
  );
  return applyEdits(characters, "script/quotes", wholePieces(characters, quotesIn(words, converter)), log);
}

function convertText(text: string, converter: Converter): string {
  return replaced(replaced(text, charactersIn(text, converter)), quotesIn(text, converter));
}

function quotesIn(text: string, { script }: Converter): readonly Edit[] {
  return convertQuotes(text, script !== "simplified");
}

/** One edit for each run of characters that another script writes differently; the length never changes in characters. */
function charactersIn(text: string, { script, isTraditional, names }: Converter): readonly Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  for (const name of [...names.in(text), { start: text.length, end: text.length }]) {
    const part = text.slice(at, name.start);
    append(edits, changedRuns(part, toScript(part, script, isTraditional), at));
    at = name.end;
  }
  return edits;
}
