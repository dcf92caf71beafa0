/** Markdown's marks of emphasis around a whole block, which no byline, label or title owns. */
import { isSentenceEnd } from "../text/chars.ts";
import { isOneBracket } from "./in-brackets.ts";

/** The words between `**` or `*` marks; offsets are kept by blanks. */
export function withoutEmphasis(words: string): string {
  if (!words.includes("*")) return words;
  return words.replaceAll("**", "  ").replace(ITALIC, (marked) => marked.replaceAll("*", " "));
}

/** A whole block in italics: `*本报记者 石小舟*`. */
const ITALIC = /^\s*\*[^*]+\*\s*$/;

/** *茶农在晒场上翻晒新茶。*: the sentence that a block sets apart from the text, as the page does in another type. Not *（完）*. */
export function italicSentence(words: string): string | null {
  if (!words.includes("*") || !ITALIC.test(words) || isOneBracket(words)) return null;
  const sentence = words.replaceAll("*", " ").trim();
  return isSentenceEnd(sentence) ? sentence : null;
}
