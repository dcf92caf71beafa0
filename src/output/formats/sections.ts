/** The body of an article in printed order: its paragraphs under the subheads that stand above them. */
import type { Article, PageIdentity } from "../../page.ts";

export interface Section {
  /** Empty for what stands before the first subhead. */
  readonly heads: readonly string[];
  readonly paragraphs: readonly string[];
}

/** The first section has no subhead, and may have no paragraph either. */
export function sectionsOf({ paragraphs, subheads }: Article): readonly Section[] {
  const starts = [...new Set(subheads.map(({ beforeParagraph }) => beforeParagraph))].sort((a, b) => a - b);
  const sections: Section[] = [{ heads: [], paragraphs: paragraphs.slice(0, starts[0] ?? paragraphs.length) }];
  for (const [i, start] of starts.entries()) {
    sections.push({
      heads: subheads.filter(({ beforeParagraph }) => beforeParagraph === start).map(({ text }) => text),
      paragraphs: paragraphs.slice(start, starts[i + 1] ?? paragraphs.length),
    });
  }
  return sections;
}

/** `关键词：梨树、石桥镇`; empty where none were asked for or found. */
export function keywordLine(keywords: Article["keywords"] = []): string {
  return keywords.length === 0 ? "" : `关键词：${keywords.map(({ word }) => word).join("、")}`;
}

/** `岚州晚报 2024-03-05 A03 要闻`, as far as it is known; empty where nothing is. */
export function titleOfPage({ newspaper, date, number, name }: PageIdentity): string {
  return [newspaper, date, number, name].filter((part) => part !== null).join(" ");
}
