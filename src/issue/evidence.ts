/** What speaks for one text being the continuation of another, beside the page numbers. */
import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Article } from "../page.ts";
import { isHanCode, isSentenceEnd } from "../text/chars.ts";
import type { LinkEvidence } from "./issue.ts";

export interface Likeness {
  /** Adds up what the clues say; 0 is no opinion. */
  readonly score: number;
  readonly evidence: readonly LinkEvidence[];
}

/** Share of a continuation's title that stands in the other title, from which it repeats it. */
const REPEATED = 0.6;
/** Scores of the clues; only their order and the two limits in `link.ts` matter. */
const SCORE = { repeatedTitle: 3, titleInText: 1.5, sharedRun: 0.5, mostShared: 3, mostSeam: 2 };
/** Characters in a run that two texts are held against each other by. */
const RUN = 3;

/** Runs of characters that only a few articles of the issue have: names, places, terms. */
export interface RareRuns {
  of(article: Article): ReadonlySet<string>;
}

/** In more than this, a run says nothing about which belong together; an article seldom has more parts. */
const MOST_ARTICLES = 3;

export function findRareRuns(articles: readonly Article[], lexicon: Lexicon): RareRuns {
  const runs = new Map(articles.map((article) => [article, runsOf(article.paragraphs.join("\n"), lexicon)]));
  const counts = new Map<string, number>();
  for (const own of runs.values()) for (const run of own) counts.set(run, (counts.get(run) ?? 0) + 1);
  return {
    of: (article) => new Set([...(runs.get(article) ?? [])].filter((run) => (counts.get(run) ?? 0) <= MOST_ARTICLES)),
  };
}

export function likenessOf(head: Article, tail: Article, rare: RareRuns, lexicon: Lexicon): Likeness {
  const evidence: LinkEvidence[] = [];
  let score = 0;
  const title = tail.titleLines.join("");
  const titleShare = shareOf(title, head.titleLines.join(""), lexicon);
  if (titleShare >= REPEATED) {
    score += SCORE.repeatedTitle;
    evidence.push({ clue: "title", reason: `“${title}” repeats the title` });
  } else if (shareOf(title, head.paragraphs.join(""), lexicon) >= REPEATED) {
    score += SCORE.titleInText;
    evidence.push({ clue: "title", reason: `“${title}” stands in the text` });
  }
  const theirs = rare.of(tail);
  const shared = [...rare.of(head)].filter((run) => theirs.has(run));
  if (shared.length > 0) {
    score += Math.min(SCORE.mostShared, shared.length * SCORE.sharedRun);
    evidence.push({ clue: "words", reason: `both have ${shared.slice(0, 3).join(", ")}` });
  }
  const before = head.paragraphs.at(-1);
  const after = tail.paragraphs[0];
  if (before !== undefined && after !== undefined && !isSentenceEnd(before)) {
    const seam = Math.max(-SCORE.mostSeam, Math.min(SCORE.mostSeam, lexicon.seam(before, after)));
    score += seam;
    const says = seam > 0 ? "runs on" : "hardly runs on";
    evidence.push({ clue: "seam", reason: `“${before.slice(-3)}|${after.slice(0, 3)}” ${says}` });
  }
  return { score, evidence };
}

/** Share of the pairs of characters of one text that the other has; 0 for a text of one character or none. */
function shareOf(text: string, other: string, lexicon: Lexicon): number {
  const pairs = [...runsOf(text, lexicon, 2)];
  if (pairs.length === 0) return 0;
  const theirs = runsOf(other, lexicon, 2);
  return pairs.filter((pair) => theirs.has(pair)).length / pairs.length;
}

/** Runs of Han characters, simplified, that no mark or blank interrupts. */
function runsOf(text: string, lexicon: Lexicon, size: number = RUN): ReadonlySet<string> {
  const simple = lexicon.simplify(text);
  const runs = new Set<string>();
  let length = 0;
  for (let i = 0; i < simple.length; i += 1) {
    length = isHanCode(simple.charCodeAt(i)) ? length + 1 : 0;
    if (length >= size) runs.add(simple.slice(i + 1 - size, i + 1));
  }
  return runs;
}
