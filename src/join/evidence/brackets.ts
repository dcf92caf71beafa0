import type { Clue, Piece } from "../piece.ts";

const PAIRS = new Map([["《", "》"], ["（", "）"], ["(", ")"], ["「", "」"], ["『", "』"], ["“", "”"], ["【", "】"]]);
const CLOSES_OPEN = 2.5;
const CLOSES_NOTHING = -2.5;

/** A bracket left open by the tail and closed by the head. */
export function brackets(tail: Piece, head: Piece): Clue[] {
  const open = lastOpen(tail.words);
  const orphan = firstOrphan(head.words);
  if (orphan === null) return [];
  if (open !== null && PAIRS.get(open) === orphan) {
    return [{ clue: "bracket", weight: CLOSES_OPEN, reason: `${open} before the seam is closed by ${orphan} after it` }];
  }
  return [{ clue: "bracket", weight: CLOSES_NOTHING, reason: `${orphan} after the seam closes nothing before it` }];
}

/** The innermost bracket that stays open at the end of a text. */
export function lastOpen(words: string): string | null {
  const stack: string[] = [];
  for (const char of words) {
    if (PAIRS.has(char)) stack.push(char);
    else if (stack.length > 0 && PAIRS.get(stack[stack.length - 1] ?? "") === char) stack.pop();
  }
  return stack[stack.length - 1] ?? null;
}

/** The first closing bracket whose opening one is missing. */
export function firstOrphan(words: string): string | null {
  const stack: string[] = [];
  for (const char of words) {
    if (PAIRS.has(char)) stack.push(char);
    else if ("》）)」』”】".includes(char)) {
      if (stack.length === 0) return char;
      stack.pop();
    }
  }
  return null;
}
