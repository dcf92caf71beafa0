/**
 * Drafts to the articles of the page JSON, with the source of every field.
 *
 * In: drafts. Out: articles, furniture, set-aside texts, and the map of every field that owns source text.
 * Never: changes words; what a field repeats or reads from another owns nothing.
 */
import type { Block } from "../blocks/block.ts";
import { readJump } from "../blocks/jump.ts";
import { isFurniture } from "../blocks/role.ts";
import type { Context } from "../context.ts";
import type { Article, Caption, Furniture, SetAside } from "../page.ts";
import { concatAll, ofPieces, plain, type Sourced } from "../text/sourced.ts";
import { creditOf, gatherCredits } from "./credits.ts";
import type { Draft } from "./draft.ts";
import { withLinesOfTitles } from "./joined-titles.ts";
import { withoutMarks } from "./label-marks.ts";
import { readTitle } from "./read-title.ts";
import type { Split } from "./split.ts";

/** A field that owns source text. */
export interface OwnedField {
  /** JSON Pointer into the page. */
  readonly path: string;
  readonly text: Sourced;
}

export interface Written {
  readonly articles: readonly Article[];
  readonly furniture: readonly Furniture[];
  readonly setAside: readonly SetAside[];
  readonly fields: readonly OwnedField[];
}

/** Finishes one text: widths, marks, quotes. */
export type Finish = (block: Block) => Sourced;

export function writeArticles(split: Split, stem: string, context: Context, finish: Finish): Written {
  const fields: OwnedField[] = [];
  const own = (path: string, text: Sourced): string => {
    fields.push({ path, text });
    return plain(text);
  };
  const labels = new Map<Block, string>();
  const misreadMarks: Sourced[] = [];
  const articles = withLinesOfTitles(split.drafts, context).map((draft, i) =>
    writeArticle({ draft, index: i, stem, context, finish, own, labels, misreadMarks }),
  );
  const furniture = split.furniture.map((block, i): Furniture => {
    const text = own(`/furniture/${i}/text`, finish(block));
    return { kind: isFurniture(block.role) ? block.role : "notice", text };
  });
  const aside = [
    ...split.setAside.map(({ block, reason }) => ({ text: finish(block), reason })),
    ...misreadMarks.map((text) => ({ text, reason: "the mark of a section label, as the scan read it" })),
  ];
  const setAside = aside.map(({ text, reason }, i): SetAside => ({ text: own(`/setAside/${i}/text`, text), reason }));
  return { articles, furniture, setAside, fields };
}

interface ArticleTask {
  readonly draft: Draft;
  readonly index: number;
  readonly stem: string;
  readonly context: Context;
  readonly finish: Finish;
  readonly own: (path: string, text: Sourced) => string;
  /** Text of each label, for the briefs that inherit it. */
  readonly labels: Map<Block, string>;
  /** Marks that the scan read as characters: no rule takes a character away, so they are set aside. */
  readonly misreadMarks: Sourced[];
}

function writeArticle(task: ArticleTask): Article {
  const { draft, index, stem, context, finish, own } = task;
  const at = `/articles/${index}`;
  const sectionLabel = writeLabel(at, task);
  const titleLines = draft.titles.map((block, i) => own(`${at}/titleLines/${i}`, finish(block)));
  const title = readTitle(draft.titles, titleLines, context);
  const subheads = draft.subheads.map(({ block, beforeParagraph }, i) => ({
    text: own(`${at}/subheads/${i}/text`, finish(block)),
    beforeParagraph,
  }));
  const bylineText = draft.bylines.length === 0 ? null : joined(draft.bylines.map(finish), "credit/lines");
  const byline = bylineText === null ? null : own(`${at}/byline`, bylineText);
  const { dateline, authors } = gatherCredits(draft.bylines);
  const paragraphs = draft.paragraphs.map(({ block }, i) => own(`${at}/paragraphs/${i}`, finish(block)));
  const captions = draft.captions.map((block, i): Caption => {
    const text = own(`${at}/captions/${i}/text`, finish(block));
    return { text, credit: creditOf(text, context) };
  });
  const pullQuotes = draft.pullQuotes.map((block, i) => own(`${at}/pullQuotes/${i}`, finish(block)));
  const jumpTexts = draft.jumps.map(finish);
  const jumps = jumpTexts.map((text) => readJump(plain(text)));
  return {
    id: `${stem}-${index + 1}`,
    sectionLabel,
    ...title,
    titleLines,
    subheads,
    byline,
    dateline,
    authors,
    paragraphs,
    captions,
    pullQuotes,
    jump:
      jumpTexts.length === 0
        ? null
        : {
            to: jumps.find((jump) => jump?.to != null)?.to ?? null,
            from: jumps.find((jump) => jump?.from != null)?.from ?? null,
            text: own(`${at}/jump/text`, joined(jumpTexts, "jump/lines")),
          },
    confidence: confidenceOf(draft),
  };
}

function writeLabel(at: string, { draft, context, finish, own, labels, misreadMarks }: ArticleTask): string | null {
  if (draft.label === null) return null;
  const { block, isInherited } = draft.label;
  const known = labels.get(block);
  if (isInherited && known !== undefined) return known;
  const label = own(`${at}/sectionLabel`, withoutMarks(finish(block), context, misreadMarks));
  labels.set(block, label);
  return label;
}

/** Several blocks of one field, one blank between them, and none where print has none. */
function joined(texts: readonly Sourced[], rule: string): Sourced {
  const parts: Sourced[] = [];
  for (const [i, text] of texts.entries()) {
    const above = texts[i - 1];
    const start = text.pieces[0]?.start ?? 0;
    const isTight = above === undefined || (OPENS.test(plain(text)) && !CLOSES.test(plain(above)));
    if (!isTight) parts.push(ofPieces(text.source, [{ start, end: start, text: " ", rules: [rule] }]));
    parts.push(text);
  }
  return concatAll(parts);
}

/** 本报讯 over （记者 杜若兰）; not two credits in brackets. */
const OPENS = /^[（(]/;
const CLOSES = /[）)]$/;

/** As sure as its least sure join or role. */
function confidenceOf(draft: Draft): number {
  let least = draft.titles.length === 0 ? 0.5 : 1;
  for (const { block, joins } of draft.paragraphs) {
    least = Math.min(least, block.confidence === 0 ? 1 : block.confidence);
    for (const { confidence } of joins) least = Math.min(least, confidence);
  }
  for (const block of [...draft.titles, ...draft.bylines, ...draft.captions]) least = Math.min(least, block.confidence);
  return Math.round(least * 100) / 100;
}
