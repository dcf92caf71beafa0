/** Text to bytes, in the encodings that Node can read and not write. */
import type { Encoding } from "../../src/decode/encodings.ts";

/** Codes of Hong Kong's characters, as iconv's BIG5-HKSCS has them; Node reads them as private use. */
const HKSCS: readonly (readonly [string, string])[] = [
  ["羣", "8ec4"],
  ["衆", "8fbc"],
  ["着", "fed3"],
  ["啓", "fba3"],
  ["嘅", "9def"],
  ["咗", "9df7"],
  ["喺", "9df6"],
  ["啲", "9df8"],
  ["嗰", "9df5"],
  ["嚟", "91c1"],
  ["啱", "95da"],
  ["嘢", "9dcf"],
  ["哋", "925d"],
  ["瞓", "8fd4"],
  ["攞", "fcab"],
];

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** Every pair of bytes by what Node's own decoder makes of it. */
function pairsOf(name: "gb18030" | "big5"): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(name);
  if (known !== undefined) return known;
  const decoder = new TextDecoder(name);
  const made = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (/^[^\ufffd\ue000-\uf8ff]$/u.test(character) && !made.has(character)) made.set(character, [lead, trail]);
    }
  }
  if (name === "big5") for (const [character, code] of HKSCS) made.set(character, [...Buffer.from(code, "hex")]);
  tables.set(name, made);
  return made;
}

/** @throws {Error} if a character has no code of two bytes. */
export function encode(text: string, encoding: Encoding): Buffer {
  if (encoding === "utf-8") return Buffer.from(text, "utf8");
  if (encoding === "utf-16le") return Buffer.from(text, "utf16le");
  if (encoding === "utf-16be") return Buffer.from(text, "utf16le").swap16();
  const pairs = pairsOf(encoding);
  return Buffer.from(
    [...text].flatMap((character) => {
      const code = character.charCodeAt(0) < 0x80 ? [character.charCodeAt(0)] : pairs.get(character);
      if (code === undefined) throw new Error(`${encoding} has no ${character}`);
      return code;
    }),
  );
}
