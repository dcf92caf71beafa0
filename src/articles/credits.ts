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

/** What the byline blocks of one article say, in printed order; nobody twice in one role, nor as 作者 beside another one. */
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
  return { dateline, authors: authors.filter(({ name, role }) => role !== WRITER || !hasOtherRole(name, authors)) };
}

/** What every author is: where a byline says more of one, it says nothing. */
const WRITER = "作者";

function hasOtherRole(name: string, authors: readonly Author[]): boolean {
  return authors.some((other) => other.name === name && other.role !== null && other.role !== WRITER);
}

/** `褚兰 摄` at the end of a caption, as printed; or null. */
export function creditOf(caption: string, context: Context): string | null {
  const credit = readPhotoCredit(caption, creditVocabulary(context));
  return credit === null ? null : caption.slice(credit.start, credit.end);
}
