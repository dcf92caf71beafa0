/**
 * Gives an article back its text that an engine read behind another one.
 *
 * Where a brief is set into an article, or headlines stand side by side, the rest of an article, or its beginning, may be read
 * behind the end of another one, and with a new paragraph. No word goes on there, but the text has many of the words of its
 * article, and hardly any of those above it.
 *
 * In: blocks of printed lines, with roles. Out: the same blocks, and a finding for each text that moved. Never: cuts a sentence.
 */
import type { Block } from "../blocks/block.ts";
import type { Finding } from "../notice.ts";
import { originOf, plain } from "../text/sourced.ts";
import { articlesOf, isText } from "./article-blocks.ts";
import type { Reordered } from "./reordered.ts";
import { type Bars, subjectOf, Tails } from "./tail-about.ts";

/** Of twelve texts of made pages that say so much ten are the other article's. */
const BARS: Bars = { shared: 0.13, timesShared: 5, sure: 14 };
/** So far up or down. */
const MOST_STEPS = 4;
/** A page has some dozens of articles. */
const MOST_ARTICLES = 200;

export function returnStrayed(blocks: readonly Block[]): Reordered {
  const articles = articlesOf(blocks);
  const findings: Finding[] = [];
  if (articles.length > MOST_ARTICLES) return { blocks, findings };
  const subjects = articles.map((article) => (article.some(isText) ? subjectOf(article) : null));
  for (const [i, article] of articles.entries()) {
    const tails = new Tails(article);
    let [most, from, home] = [0, 0, -1];
    for (let other = Math.max(0, i - MOST_STEPS); other <= i + MOST_STEPS; other += 1) {
      const subject = other === i ? null : subjects[other];
      const tail = subject == null ? null : tails.about(subject, BARS);
      if (tail !== null && tail.odds > most) [most, from, home] = [tail.odds, tail.from, other];
    }
    const target = articles[home];
    if (target === undefined) continue;
    const strayed = article.slice(from);
    articles[i] = article.slice(0, from);
    articles[home] = home < i ? [...target, ...strayed] : target.toSpliced(target.findIndex(isText), 0, ...strayed);
    findings.push(strayedFinding(strayed[0] as Block));
  }
  return { blocks: findings.length > 0 ? articles.flat() : blocks, findings };
}

/** Characters of a text that a message shows. */
const SHOWN = 8;

function strayedFinding({ text }: Block): Finding {
  return {
    rule: "join/strayed-text",
    level: "warning",
    offset: originOf(text, 0),
    message:
      `“${plain(text).slice(0, SHOWN)}…” stands behind another article and was given to the one whose words it has; ` +
      "compare the scan",
  };
}
