/** Markdown's marks of emphasis around a whole block, which no byline, label or title owns. */

/** The words between `**` or `*` marks; offsets are kept by blanks. */
export function withoutEmphasis(words: string): string {
  if (!words.includes("*")) return words;
  return words.replaceAll("**", "  ").replace(ITALIC, (marked) => marked.replaceAll("*", " "));
}

/** A whole block in italics: `*本报记者 石小舟*`. */
const ITALIC = /^\s*\*[^*]+\*\s*$/;
