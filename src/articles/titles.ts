/**
 * Kicker, headline and deck among the title lines of an article.
 *
 * Heading levels decide first: a line of a lower level above one of a higher level is the kicker. Then marks: a line
 * that begins with —— is a deck. Where nothing tells the lines apart, the first is the headline and the rest the deck.
 */
export interface TitleLine {
  readonly text: string;
  /** `##` is 2; 0 where the dump has no heading marks. */
  readonly level: number;
}

/** Index ranges into the title lines: what each line is. */
export type TitleRole = "kicker" | "headline" | "deck";

export function titleRoles(lines: readonly TitleLine[]): TitleRole[] {
  if (lines.length === 0) return [];
  const marked = lines.filter((line) => line.level > 0);
  const top = marked.length === 0 ? 0 : Math.min(...marked.map((line) => line.level));
  const headline = Math.max(
    0,
    lines.findIndex((line) => line.level === top && !isDashed(line)),
  );
  return lines.map((_, i) => (i < headline ? "kicker" : i === headline ? "headline" : "deck"));
}

function isDashed(line: TitleLine): boolean {
  return /^(?:——|--|—)/u.test(line.text);
}
