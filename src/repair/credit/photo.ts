import { readPhotoCredit } from "../../blocks/credits/photo.ts";
import type { CreditVocabulary } from "../../blocks/credits/vocabulary.ts";
import type { Edit } from "../../text/edit.ts";
import { bylineBlanks } from "./byline.ts";

/**
 * The credit that ends a caption keeps the blank before 摄 and between role and name: 褚兰␠摄.
 * @returns where the credit begins in the text, or -1; and the edits of its blanks.
 */
export function photoCredit(text: string, vocabulary: CreditVocabulary): { start: number; edits: Edit[] } {
  const credit = readPhotoCredit(text, vocabulary);
  if (credit === null || credit.parts.length === 0) return { start: -1, edits: [] };
  const { start } = credit;
  const parts = credit.parts.map((part) => ({ kind: part.kind, start: part.start - start, end: part.end - start }));
  const edits = bylineBlanks(text.slice(start), parts).map((edit) => ({
    ...edit,
    start: edit.start + start,
    end: edit.end + start,
  }));
  return { start, edits };
}
