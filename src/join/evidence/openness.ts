import type { Clue, Piece } from "../piece.ts";

/** A paragraph ends with a closing mark; one that does not was cut. */
const OPEN_TAIL = 1.2;
const CLOSED_TAIL = -3.5;
/** Items of a list end with these. Of 180 semicolons 8 end a paragraph, and a column ends once in 150 characters. */
const LIST_TAIL = -1;
/** Nothing begins with these; a head that does was cut off. */
const HEAD_MARK = /^[，。、；：！？,;:!?）)》〉”’」』…]/;
const CUT_HEAD = 2;
/** Particles that lean on what stands before them: 的。第二天…, 们说. Not 的确, 了解, 着手, which are words. */
const LEANING_HEAD = /^(?:的(?![确士])|[们們吗嗎呢吧]|了(?![解结不])|[着著](?![手力眼重急名作]))/;

/** Whether the first mark or particle of a text shows that it goes on from elsewhere. */
export function beginsCut(words: string): boolean {
  return cutOf(words) !== null;
}

/** How the start of a text shows that it goes on from elsewhere: by a mark, by a particle, or not at all. */
export function cutOf(words: string): "mark" | "particle" | null {
  if (HEAD_MARK.test(words)) return "mark";
  return LEANING_HEAD.test(words) ? "particle" : null;
}

/** Whether the end of a text ends the item of a list. */
export function endsItem(end: string): boolean {
  const words = end.trimEnd();
  return ["；", ";", "如下：", "如下:"].some((mark) => words.endsWith(mark));
}

const ENDS_SENTENCE: readonly Clue[] = [
  { clue: "open-tail", weight: CLOSED_TAIL, reason: "the text before ends a sentence" },
];
const BREAKS_OFF: readonly Clue[] = [
  { clue: "open-tail", weight: OPEN_TAIL, reason: "the text before ends in mid-sentence" },
];

const ENDS_ITEM: readonly Clue[] = [
  { clue: "open-tail", weight: LIST_TAIL, reason: "the text before ends as the item of a list" },
];

/** The weights of `openness` together. */
export function weightOfOpenness(tail: Piece, head: Piece): number {
  if (tail.isClosed) return CLOSED_TAIL;
  if (head.cut !== null) return OPEN_TAIL + CUT_HEAD;
  return tail.endsItem ? LIST_TAIL : OPEN_TAIL;
}

/** Whether the two ends were cut, by their marks alone. Hundreds of pairs are asked: the clues are made once. */
export function openness(tail: Piece, head: Piece): readonly Clue[] {
  if (tail.isClosed) return ENDS_SENTENCE;
  if (head.cut === null) return tail.endsItem ? ENDS_ITEM : BREAKS_OFF;
  const first = head.words.charAt(0);
  const reason = head.cut === "mark" ? `nothing begins with ${first}` : `${first} leans on what stands before it`;
  return [...BREAKS_OFF, { clue: "cut-head", weight: CUT_HEAD, reason }];
}
