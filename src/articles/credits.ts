/**
 * Reads the bylines of an article together, and the photo credit of a caption.
 */
import type { Block } from "../blocks/block.ts";
import { readPhotoCredit } from "../blocks/credits/photo.ts";
import { creditVocabulary } from "../blocks/credits/vocabulary.ts";
import type { Context } from "../context.ts";
import type { Author, Dateline } from "../page.ts";

export interface ArticleCredits {
  readonly dateline: Dateline | null;
  readonly authors: readonly Author[];
}

/** What the byline blocks of one article say, in printed order; nobody twice in one role. */
export function gatherCredits(blocks: readonly Block[]): ArticleCredits {
  let dateline: Dateline | null = null;
  const authors: Author[] = [];
  for (const { credits } of blocks) {
    if (credits === null) continue;
    dateline ??= credits.dateline;
    for (const author of credits.authors) {
      if (!authors.some((known) => known.name === author.name && known.role === author.role)) authors.push(author);
    }
  }
  return { dateline, authors };
}

/** `褚兰 摄` at the end of a caption, as printed; or null. */
export function creditOf(caption: string, context: Context): string | null {
  const credit = readPhotoCredit(caption, creditVocabulary(context));
  return credit === null ? null : caption.slice(credit.start, credit.end);
}
