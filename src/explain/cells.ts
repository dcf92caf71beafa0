/** Text in columns on a terminal, where Han takes two cells. */

/** First and last code point of what is two cells wide (Unicode East Asian Width W and F, in the planes papers use). */
const WIDE: readonly (readonly [first: number, last: number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
];

/** Marks that stand on the character before them, and what is not shown at all. */
const NO_CELL = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Cells that a terminal gives a text; it holds no control characters. */
export function cellsOf(text: string): number {
  let cells = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x7f) cells += 1;
    else if (WIDE.some(([first, last]) => code >= first && code <= last)) cells += 2;
    else if (!NO_CELL.test(character)) cells += 1;
  }
  return cells;
}

export function padEnd(text: string, cells: number): string {
  return text + " ".repeat(Math.max(0, cells - cellsOf(text)));
}

export function padStart(text: string, cells: number): string {
  return " ".repeat(Math.max(0, cells - cellsOf(text))) + text;
}
