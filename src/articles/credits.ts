/**
 * Reads bylines and photo credits into names and roles.
 */
import type { Block } from "../blocks/block.ts";
import { readCredits } from "../blocks/credits/credits.ts";
import { readLead } from "../blocks/credits/lead.ts";
import type { Context } from "../context.ts";
import type { Author, Dateline } from "../page.ts";
import { plain } from "../text/sourced.ts";

export interface BylineReading {
  readonly dateline: Dateline | null;
  readonly authors: readonly Author[];
}

export function readBylines(blocks: readonly Block[], context: Context): BylineReading {
  let dateline: Dateline | null = null;
  const authors: Author[] = [];
  for (const block of blocks) {
    const text = plain(block.text);
    const lead = readLead(text, context);
    const found = lead === null ? creditsOf(text, context) : lead.authors;
    if (lead !== null) dateline ??= lead.dateline;
    for (const author of found) {
      if (!authors.some((known) => known.name === author.name && known.role === author.role)) authors.push(author);
    }
  }
  return { dateline, authors };
}

function creditsOf(text: string, context: Context): readonly Author[] {
  const inner = /^\s*[（(](?<inner>[^（）()]*)[）)]\s*$/.exec(text)?.groups?.["inner"] ?? text;
  return readCredits(inner, context)?.authors ?? [];
}

/** `邹兰 摄` at the end of a caption, as printed; or null. */
export function creditOf(caption: string, context: Context): string | null {
  const last = /(?:[。！？]|^)(?<credit>[^。！？]{2,40})$/.exec(caption)?.groups?.["credit"]?.trim();
  if (last === undefined) return null;
  if (/^[（(]?(?:图[/／:：]|资料|新华社发|网络图片)/.test(last) || /(?:供图|提供|资料图片?)[）)]?$/.test(last))
    return last;
  const words = last.replace(/^[（(]|[）)]$/g, "");
  return /[摄攝]/.test(words) && readCredits(words, context)?.isMarked === true ? last : null;
}
