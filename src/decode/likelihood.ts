/**
 * How likely each character is in a Chinese newspaper: what tells the right reading of bytes from the wrong ones.
 * Read wrongly, text gives rare Han, letters of far countries and bytes that fit nothing.
 */
import { loadRanks } from "../lexicon/load.ts";

/** ln of the chance of a byte that is no text. Damage is rare, but any reading of foreign bytes is full of it. */
export const LN_BAD_BYTE = -20;
/** The same of two bytes that were one character: what broke the first leaves the second alone. */
export const LN_BAD_PAIR = -26;
/** ln of the chance of a character beyond the BMP, both units together: rare names, emoji. */
export const LN_ASTRAL = -15;

/** ln of the chance of one Han character by its rank, as counted in the lexicon's news; the end of each range, excluded. */
const HAN_STEPS: readonly (readonly [end: number, ln: number])[] = [
  [20, -4.9],
  [100, -5.9],
  [200, -6.4],
  [400, -7],
  [700, -7.7],
  [1000, -8.5],
  [1500, -9.4],
  [2000, -10.4],
  [3000, -11.7],
  [4500, -13.5],
  [Number.POSITIVE_INFINITY, -15],
];
const LN_UNLISTED_HAN = -16;

/** What Hong Kong writes every day, when it writes as it speaks, and the news that was counted does not. */
const CANTONESE = "嘅咗喺冇啲嗰噉哋瞓攞嘢佢唔啱嚟睇咁乜畀俾搵諗嗌嘥攰咩㗎嚿嬲揸靚冧嘈啫喎囉啩";
const LN_CANTONESE = -10;

/** ln for everything that is not Han, by range: first code unit, last, ln. A later range replaces an earlier one. */
const RANGES: readonly (readonly [first: number, last: number, ln: number])[] = [
  [0x0000, 0xffff, -17],
  // Controls, then what text does hold of them: tab, line ends, form feed.
  [0x0000, 0x001f, -15],
  [0x007f, 0x009f, -18],
  [0x0009, 0x000d, -5],
  [0x000a, 0x000a, -3.5],
  [0x0020, 0x0020, -3],
  [0x0021, 0x007e, -5.5],
  [0x0030, 0x0039, -3.5],
  [0x0041, 0x005a, -4.5],
  [0x0061, 0x007a, -3.5],
  [0x00a0, 0x00ff, -10],
  [0x00b7, 0x00b7, -7],
  [0x0100, 0x024f, -13],
  // Greek, Cyrillic.
  [0x0370, 0x04ff, -11],
  [0x2000, 0x206f, -10],
  [0x2014, 0x2026, -6],
  [0x2100, 0x27bf, -9],
  [0x3000, 0x303f, -6],
  [0x3001, 0x3002, -4],
  [0x3040, 0x312f, -12],
  [0xff01, 0xff5e, -8],
  [0xff0c, 0xff0c, -4],
  // Halves of surrogate pairs: both together are one character.
  [0xd800, 0xdfff, LN_ASTRAL / 2],
  // Private use, noncharacters.
  [0xe000, 0xf8ff, -19],
  [0xfffe, 0xffff, -19],
];

let table: Float32Array | undefined;

/** ln of the chance of each UTF-16 code unit. */
export function likelihoods(): Float32Array {
  table ??= build(loadRanks());
  return table;
}

function build(ranks: Uint16Array): Float32Array {
  const lns = new Float32Array(0x10000);
  for (const [first, last, ln] of RANGES) lns.fill(ln, first, last + 1);
  for (let code = 0x3400; code <= 0xfaff; code += 1) {
    const rank = ranks[code] ?? 0;
    if (rank === 0) continue;
    lns[code] = rank === 1 ? LN_UNLISTED_HAN : (HAN_STEPS.find(([end]) => rank - 2 < end)?.[1] ?? LN_UNLISTED_HAN);
  }
  for (const character of CANTONESE) {
    const code = character.charCodeAt(0);
    lns[code] = Math.max(lns[code] ?? 0, LN_CANTONESE);
  }
  return lns;
}

/** Sum over a text, without the marks at these offsets. */
export function lnOfText(text: string, marks: readonly { readonly at: number }[] = []): number {
  const lns = likelihoods();
  let sum = 0;
  for (let i = 0; i < text.length; i += 1) sum += lns[text.charCodeAt(i)] ?? 0;
  for (const { at } of marks) sum -= lns[text.charCodeAt(at)] ?? 0;
  return sum;
}
