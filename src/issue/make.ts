/** One issue from its pages, and the text of its file. */
import type { Lexicon } from "../lexicon/lexicon.ts";
import { escapeControls } from "../output/json.ts";
import { VERSION } from "../output/version.ts";
import type { Page } from "../page.ts";
import type { FiledPage, IssueGroup } from "./group.ts";
import { ISSUE_SCHEMA_VERSION, type Issue, type IssueNotice } from "./issue.ts";
import { linkPages, type OpenPage } from "./link.ts";
import { wholeArticles } from "./whole.ts";

/**
 * @param pageOf reads a page of the group.
 * @returns the issue, its notices in the order of the pages.
 */
export function makeIssue(group: IssueGroup, pageOf: (page: FiledPage) => Page, lexicon: Lexicon): Issue {
  const read = group.pages.map((filed) => ({ filed, page: pageOf(filed) }));
  const open = read.map(({ filed, page }): OpenPage => ({ ...filed, articles: page.articles }));
  const { links, notices } = linkPages(open, lexicon);
  const order = new Map(open.map(({ json }, i) => [json, i]));
  const placeOf = ({ json }: IssueNotice): number => order.get(json) ?? 0;
  const inFolder = (json: string): string => json.slice(group.root.length);
  return {
    schemaVersion: ISSUE_SCHEMA_VERSION,
    generator: { name: "jianbao", version: VERSION },
    issue: { newspaper: group.newspaper, date: group.date },
    pages: read.map(({ filed, page }) => ({
      json: inFolder(filed.json),
      file: page.source.file,
      sha256: page.source.sha256,
      number: filed.shownNumber,
      name: page.page.name,
    })),
    articles: wholeArticles(open, links).map((article) => ({
      ...article,
      parts: article.parts.map((part) => ({ ...part, json: inFolder(part.json) })),
    })),
    links: links.map(({ from, to, confidence, evidence }) => ({
      from: { ...from, json: inFolder(from.json) },
      to: { ...to, json: inFolder(to.json) },
      confidence,
      evidence,
    })),
    notices: notices
      .toSorted((one, other) => placeOf(one) - placeOf(other) || compare(one.article ?? "", other.article ?? ""))
      .map((notice) => ({ ...notice, json: inFolder(notice.json) })),
  };
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

export function issueToJson(issue: Issue): string {
  return `${escapeControls(JSON.stringify(issue, null, 2))}\n`;
}

/** What cannot stand in the name of a file everywhere. */
const NOT_IN_NAMES = /[\s/\\:*?"<>|]+/gu;

/**
 * `2024-03-05.issue.json`, below the folder of its pages. The paper is named where another one has the same day there.
 * A page file is never called so, and other commands pass it by.
 */
export function issueFile(group: IssueGroup, groups: readonly IssueGroup[]): string {
  const { root, date, newspaper } = group;
  const isAlone = groups.every((other) => other === group || other.root !== root || other.date !== date);
  const paper = isAlone ? "" : `${(newspaper ?? "unnamed").replace(NOT_IN_NAMES, "-")}-`;
  return `${root}${paper}${date ?? "undated"}.issue.json`;
}
