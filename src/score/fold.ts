/**
 * Texts made comparable: what counts as the same character when a page is scored.
 * The foldings are those of the devset's own scorer, so that both count the same.
 */

/** Marks that papers, fonts and scans write in several ways, and the one they count as. */
const SAME_AS: ReadonlyMap<string, string> = new Map(
  [
    ['"', "“”„‟«»「」『』＂"],
    ["'", "‘’‛＇"],
    ["-", "—–―‐−－"],
    ["·", "•‧・∙˙"],
    ["<", "〈"],
    [">", "〉"],
    ["~", "～∼"],
    ["...", "…"],
  ].flatMap(([one = "", others = ""]) => [...others].map((other): [string, string] => [other, one])),
);

/** Widths, quotes, dashes and compatibility forms folded, blanks taken out: `“３Ｄ”——` is `"3D"-`. */
export function fold(text: string): string {
  return [...text]
    .map((character) => SAME_AS.get(character) ?? character)
    .join("")
    .normalize("NFKC")
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, "")
    .replace(/-{2,}/g, "-")
    .replace(/\.{2,}/g, "...");
}

/** How strictly characters are compared, from the mildest. */
export type Strictness =
  /** Han, letters and digits alone. */
  | "words"
  /** Punctuation too, whatever its width and shape; no blanks. */
  | "folded"
  /** Punctuation as it stands; no blanks. */
  | "printed"
  /** All that, and blanks: each run of them is one. */
  | "blanks";

export const STRICTNESSES: readonly Strictness[] = ["words", "folded", "printed", "blanks"];

const BLANK = /\s/;
const NO_WORD = /[^\p{L}\p{N}]/gu;
const folded = new Map<string, string>();

/** A body as the characters that are compared, with the paragraph starts among them. */
export interface Body {
  /** Code points. */
  readonly characters: readonly number[];
  readonly isStart: readonly boolean[];
}

export function readBody(paragraphs: readonly string[], strictness: Strictness): Body {
  const characters: number[] = [];
  const isStart: boolean[] = [];
  for (const paragraph of paragraphs) {
    let isFirst = true;
    const text = strictness === "blanks" ? paragraph.replace(/\s+/g, " ").trim() : paragraph;
    for (const raw of text) {
      if (strictness !== "blanks" && BLANK.test(raw)) continue;
      for (const character of comparable(raw, strictness)) {
        characters.push(character.codePointAt(0) ?? 0);
        isStart.push(isFirst);
        isFirst = false;
      }
    }
  }
  return { characters, isStart };
}

/** One character as it is compared; nothing where it does not count. */
function comparable(raw: string, strictness: Strictness): string {
  if (strictness === "printed" || strictness === "blanks") return raw.normalize("NFC");
  let text = folded.get(raw);
  if (text === undefined) {
    text = fold(raw);
    folded.set(raw, text);
  }
  // ℃ folds to a sign and a letter.
  return strictness === "folded" ? text : text.replace(NO_WORD, "");
}
