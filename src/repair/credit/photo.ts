import { readPhotoCredit } from "../../blocks/credits/photo.ts";
import type { CreditVocabulary } from "../../blocks/credits/vocabulary.ts";
import { isBlankCode } from "../../text/chars.ts";
import type { Edit } from "../../text/edit.ts";
import { bylineBlanks } from "./byline.ts";

/**
 * The credit that ends a caption keeps the blank before 摄 and between role and name, 褚兰␠摄, and the one that parts it from
 * the words: 茶园新貌␠褚兰␠摄. A bracket needs none.
 * @returns where what is no credit ends in the text, or -1; and the edits of the blanks behind it.
 */
export function photoCredit(text: string, vocabulary: CreditVocabulary): { end: number; edits: Edit[] } {
  const credit = readPhotoCredit(text, vocabulary);
  if (credit === null || credit.parts.length === 0) return { end: -1, edits: [] };
  const { start } = credit;
  const parts = credit.parts.map((part) => ({ kind: part.kind, start: part.start - start, end: part.end - start }));
  const edits = bylineBlanks(text.slice(start), parts).map((edit) => ({
    ...edit,
    start: edit.start + start,
    end: edit.end + start,
  }));
  if (OPENS.includes(text.charAt(start))) return { end: start, edits };
  let end = start;
  while (end > 0 && isBlankCode(text.charCodeAt(end - 1))) end -= 1;
  const isOneBlank = end === start || text.slice(end, start) === " ";
  return { end, edits: isOneBlank ? edits : [{ start: end, end: start, text: " " }, ...edits] };
}

const OPENS = "（(〈《【[";
