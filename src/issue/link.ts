/**
 * Jump lines between the pages of one issue: 下转A03版 on A01 and 上接A01版 on A03 are the two halves of a link.
 *
 * In: pages with their articles. Out: links, and a notice for every half whose other half is missing or could be one of
 * several. Never: links a half that has no other one; decides between several without evidence in their texts.
 */
import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Article } from "../page.ts";
import { findRareRuns, type Likeness, likenessOf, type RareRuns } from "./evidence.ts";
import type { FiledPage } from "./group.ts";
import type { IssueNotice, Link, LinkEvidence } from "./issue.ts";
import { pagesMeant, readPageNumber, showPageNumber } from "./page-number.ts";

export interface OpenPage extends FiledPage {
  readonly articles: readonly Article[];
}

export interface Linked {
  readonly links: readonly Link[];
  readonly notices: readonly IssueNotice[];
}

/** Likeness from which one of several candidates is the right one, and by how much it must lead every other. */
const LEAST_SCORE = 1.5;
const LEAST_LEAD = 1.5;

const CONFIDENCE = { alone: 0.9, aloneAndAlike: 0.98, aloneButUnlike: 0.7, chosen: 0.9, remaining: 0.8 };

interface Half {
  readonly page: OpenPage;
  readonly article: Article;
  /** Page that the jump line names, as printed. */
  readonly named: string;
}

export function linkPages(pages: readonly OpenPage[], lexicon: Lexicon): Linked {
  const links: Link[] = [];
  const notices: IssueNotice[] = [];
  let rare: RareRuns | undefined;
  const likeness = (head: Half, tail: Half): Likeness => {
    rare ??= findRareRuns(
      pages.flatMap(({ articles }) => articles),
      lexicon,
    );
    return likenessOf(head.article, tail.article, rare, lexicon);
  };
  const tails = halves(pages, "from");
  const taken = new Set<Article>();
  for (const { page, other, heads } of byPages(halves(pages, "to"), pages, notices)) {
    const candidates = tails.filter((tail) => tail.page === other && leadsTo(tail, page, pages));
    const chosen = choose(heads, candidates, likeness);
    for (const { head, tail, confidence, evidence } of chosen) {
      taken.add(tail.article);
      const numbers: LinkEvidence = {
        clue: "numbers",
        reason: `${nameOf(head.page)} says to ${head.named}, ${nameOf(tail.page)} says from ${tail.named}`,
      };
      links.push({ from: endOf(head), to: endOf(tail), confidence, evidence: [numbers, ...evidence] });
    }
    const left = candidates.filter((tail) => !chosen.some((pair) => pair.tail === tail));
    for (const head of heads) {
      if (chosen.some((pair) => pair.head === head)) continue;
      if (left.length === 0) notices.push(missing(head, `no article on ${nameOf(other)} says that it comes from here`));
      else notices.push(ambiguous(head, left));
    }
    for (const tail of left) {
      taken.add(tail.article);
      if (heads.length > chosen.length) notices.push(ambiguous(tail, heads));
      else notices.push(missing(tail, `no other article on ${nameOf(page)} says that it goes on here`));
    }
  }
  for (const tail of tails) {
    if (taken.has(tail.article)) continue;
    const meant = pagesOf(tail, pages);
    notices.push(
      meant.length === 1
        ? missing(tail, `no article on ${nameOf(meant[0])} says that it goes on here`)
        : missing(tail, pageTrouble(tail, meant)),
    );
  }
  return { links, notices };
}

function halves(pages: readonly OpenPage[], way: "to" | "from"): readonly Half[] {
  return pages.flatMap((page) =>
    page.articles.flatMap((article) => {
      const named = article.jump?.[way] ?? null;
      return named === null ? [] : [{ page, article, named }];
    }),
  );
}

interface PagePair {
  readonly page: OpenPage;
  readonly other: OpenPage;
  readonly heads: readonly Half[];
}

/** The heads by the page they stand on and the page they lead to; one that leads nowhere is reported. */
function byPages(heads: readonly Half[], pages: readonly OpenPage[], notices: IssueNotice[]): readonly PagePair[] {
  const pairs: { page: OpenPage; other: OpenPage; heads: Half[] }[] = [];
  for (const head of heads) {
    const meant = pagesOf(head, pages);
    const [other] = meant;
    if (other === undefined || meant.length > 1) {
      notices.push(missing(head, pageTrouble(head, meant)));
      continue;
    }
    const known = pairs.find((pair) => pair.page === head.page && pair.other === other);
    if (known === undefined) pairs.push({ page: head.page, other, heads: [head] });
    else known.heads.push(head);
  }
  return pairs;
}

function pagesOf({ page, named }: Half, pages: readonly OpenPage[]): readonly OpenPage[] {
  const target = readPageNumber(named);
  if (target === null) return [];
  return pagesMeant(target, page.number, pages).filter((other) => other !== page);
}

function leadsTo(half: Half, page: OpenPage, pages: readonly OpenPage[]): boolean {
  return pagesOf(half, pages).includes(page);
}

interface Choice {
  readonly head: Half;
  readonly tail: Half;
  readonly confidence: number;
  readonly evidence: readonly LinkEvidence[];
}

/** The pairs that nothing contradicts: the only two, or two that are more alike than either is to any other. */
function choose(
  heads: readonly Half[],
  tails: readonly Half[],
  likeness: (head: Half, tail: Half) => Likeness,
): readonly Choice[] {
  const [head] = heads;
  const [tail] = tails;
  if (head === undefined || tail === undefined) return [];
  if (heads.length === 1 && tails.length === 1) {
    const { score, evidence } = likeness(head, tail);
    const { alone, aloneAndAlike, aloneButUnlike } = CONFIDENCE;
    const confidence = score >= LEAST_SCORE ? aloneAndAlike : score < 0 ? aloneButUnlike : alone;
    return [{ head, tail, confidence, evidence }];
  }
  const table = heads.map((one) => tails.map((other) => likeness(one, other)));
  const chosen: Choice[] = [];
  for (const [i, row] of table.entries()) {
    for (const [k, { score, evidence }] of row.entries()) {
      const rivals = [
        ...row.filter((_, other) => other !== k),
        ...table.flatMap((r, j) => (j === i ? [] : (r[k] ?? []))),
      ];
      const leads = rivals.every((rival) => score - rival.score >= LEAST_LEAD);
      const [one, other] = [heads[i], tails[k]];
      if (score < LEAST_SCORE || !leads || one === undefined || other === undefined) continue;
      chosen.push({ head: one, tail: other, confidence: CONFIDENCE.chosen, evidence });
    }
  }
  return [...chosen, ...remaining(heads, tails, chosen)];
}

/** As many heads as tails, and all but one pair found: the last two belong together. */
function remaining(heads: readonly Half[], tails: readonly Half[], chosen: readonly Choice[]): readonly Choice[] {
  if (heads.length !== tails.length || chosen.length !== heads.length - 1) return [];
  const head = heads.find((half) => !chosen.some((pair) => pair.head === half));
  const tail = tails.find((half) => !chosen.some((pair) => pair.tail === half));
  if (head === undefined || tail === undefined) return [];
  const evidence: LinkEvidence = { clue: "remaining", reason: "the only two that are left" };
  return [{ head, tail, confidence: CONFIDENCE.remaining, evidence: [evidence] }];
}

function endOf({ page, article }: Half): Link["from"] {
  return { json: page.json, article: article.id };
}

function nameOf(page: OpenPage | undefined): string {
  if (page === undefined) return "the page";
  return page.number === null ? page.json : `page ${showPageNumber(page.number)}`;
}

function missing({ page, article }: Half, why: string): IssueNotice {
  const text = article.jump?.text ?? "";
  return { rule: "link/missing", level: "warning", json: page.json, article: article.id, message: `${text}: ${why}` };
}

function ambiguous({ page, article }: Half, others: readonly Half[]): IssueNotice {
  const names = others.map((other) => other.article.id).join(", ");
  const message = `${article.jump?.text ?? ""}: it may be ${names}, and nothing in the texts decides; compare the scan`;
  return { rule: "link/ambiguous", level: "warning", json: page.json, article: article.id, message };
}

function pageTrouble({ page, named }: Half, meant: readonly OpenPage[]): string {
  if (meant.length > 1) return `${meant.map(({ json }) => json).join(" and ")} are both page ${named}`;
  const own = page.number === null ? "; this page has no number either" : "";
  return `no page ${named} in this issue${own}; where file names hold the numbers, --issue-pattern says how`;
}
