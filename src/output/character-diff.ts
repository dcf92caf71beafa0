/** What changed inside one text, character by character (Myers, "An O(ND) Difference Algorithm", 1986). */

export interface Segment {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

/** Edits after which two texts count as wholly different; bounds memory at a few megabytes. */
const MOST_EDITS = 1000;

/** A stretch of equal characters this short between two changes reads better as part of the change. */
const TOO_SHORT_TO_STAND = 1;

/** The old text with its changes, in reading order: `same` and `removed` make the old text, `same` and `added` the new. */
export function characterDiff(before: string, after: string): readonly Segment[] {
  const old = [...before];
  const current = [...after];
  let start = 0;
  while (start < old.length && start < current.length && old[start] === current[start]) start += 1;
  let end = 0;
  const room = Math.min(old.length, current.length) - start;
  while (end < room && old[old.length - 1 - end] === current[current.length - 1 - end]) end += 1;
  const middle = shortestEdits(old.slice(start, old.length - end), current.slice(start, current.length - end));
  const parts: Segment[] = [
    { kind: "same", text: old.slice(0, start).join("") },
    ...middle,
    { kind: "same", text: old.slice(old.length - end).join("") },
  ];
  return joinNeighbours(parts);
}

/** The middle of two texts that share neither start nor end. */
function shortestEdits(old: readonly string[], current: readonly string[]): readonly Segment[] {
  const offset = Math.min(old.length + current.length, MOST_EDITS) + 1;
  /** Furthest place in `old` on each diagonal; one copy per number of edits, to walk back on. */
  const furthest = new Int32Array(2 * offset + 1);
  const trail: Int32Array[] = [];
  for (let edits = 0; edits < offset; edits += 1) {
    trail.push(furthest.slice(offset - edits - 1, offset + edits + 2));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const down = furthest[offset + diagonal + 1] ?? 0;
      const right = furthest[offset + diagonal - 1] ?? 0;
      let x = diagonal === -edits || (diagonal !== edits && right < down) ? down : right + 1;
      while (x < old.length && x - diagonal < current.length && old[x] === current[x - diagonal]) x += 1;
      furthest[offset + diagonal] = x;
      if (x >= old.length && x - diagonal >= current.length) return walkBack(old, current, trail);
    }
  }
  return [
    { kind: "removed", text: old.join("") },
    { kind: "added", text: current.join("") },
  ];
}

function walkBack(
  old: readonly string[],
  current: readonly string[],
  trail: readonly Int32Array[],
): readonly Segment[] {
  const parts: Segment[] = [];
  let x = old.length;
  let y = current.length;
  for (let edits = trail.length - 1; edits > 0; edits -= 1) {
    const row = trail[edits] ?? new Int32Array();
    const at = (diagonal: number): number => row[diagonal + edits + 1] ?? 0;
    const diagonal = x - y;
    const isDown = diagonal === -edits || (diagonal !== edits && at(diagonal - 1) < at(diagonal + 1));
    const previous = isDown ? diagonal + 1 : diagonal - 1;
    const fromX = at(previous);
    const fromY = fromX - previous;
    const snakeX = isDown ? fromX : fromX + 1;
    parts.push({ kind: "same", text: old.slice(snakeX, x).join("") });
    parts.push(isDown ? { kind: "added", text: current[fromY] ?? "" } : { kind: "removed", text: old[fromX] ?? "" });
    x = fromX;
    y = fromY;
  }
  parts.push({ kind: "same", text: old.slice(0, x).join("") });
  return parts.reverse();
}

/** One segment for each change, removed before added, with equal stretches too short to help taken in. */
function joinNeighbours(parts: readonly Segment[]): readonly Segment[] {
  const out: Segment[] = [];
  let removed = "";
  let added = "";
  const close = (): void => {
    if (removed !== "") out.push({ kind: "removed", text: removed });
    if (added !== "") out.push({ kind: "added", text: added });
    removed = "";
    added = "";
  };
  const filled = parts.filter(({ text }) => text !== "");
  filled.forEach(({ kind, text }, i) => {
    if (kind === "removed") removed += text;
    else if (kind === "added") added += text;
    else if (removed + added !== "" && i < filled.length - 1 && [...text].length <= TOO_SHORT_TO_STAND) {
      removed += text;
      added += text;
    } else {
      close();
      out.push({ kind, text });
    }
  });
  close();
  return out;
}
