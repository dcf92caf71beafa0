/** 来源：青岚日报␠作者：石小舟␠日期：…: the author signs the text, the rest is what the site says of it. */
import { plain } from "../text/sourced.ts";
import type { Block } from "./block.ts";
import { changed } from "./block.ts";
import { partOf } from "./block-part.ts";
import { readBylineLine } from "./credits/credits.ts";
import type { CreditVocabulary } from "./credits/vocabulary.ts";
import type { SiteLine } from "./furniture/site-line.ts";
import { bylineOf } from "./split-lead.ts";

export function splitSiteLine(block: Block, { author }: SiteLine, vocabulary: CreditVocabulary): Block[] {
  if (author === null) return [ofSite(block)];
  const words = plain(block.text);
  const start = words.slice(0, author.start).trim() === "" ? 0 : author.start;
  const end = words.slice(author.end).trim() === "" ? words.length : author.end;
  const named = partOf(block, start, end);
  const credits = readBylineLine(plain(named.text), vocabulary);
  if (credits === null || credits.isPhoto) return [ofSite(block)];
  return [
    ...(start > 0 ? [ofSite(partOf(block, 0, start))] : []),
    bylineOf(named, credits, 0.95),
    ...(end < words.length ? [ofSite(partOf(block, end))] : []),
  ];
}

function ofSite(block: Block): Block {
  return changed(block, { role: "contents", confidence: 0.9 });
}
