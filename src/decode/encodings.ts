/** Names of encodings: as the page JSON has them, and as people write them. */
import { UserError } from "../errors.ts";

/** What jianbao reads. GBK and GB2312 are parts of GB18030; `big5` is Big5 with the characters of Hong Kong (HKSCS). */
export const ENCODINGS = ["utf-8", "gb18030", "big5", "utf-16le", "utf-16be"] as const;

export type Encoding = (typeof ENCODINGS)[number];

/** Names without the marks in them. */
const ALIASES: ReadonlyMap<string, Encoding> = new Map([
  ["utf8", "utf-8"],
  ["gb18030", "gb18030"],
  ["big5", "big5"],
  ["utf16le", "utf-16le"],
  ["utf16be", "utf-16be"],
  ["gbk", "gb18030"],
  ["gb2312", "gb18030"],
  ["euccn", "gb18030"],
  ["cp936", "gb18030"],
  ["windows936", "gb18030"],
  ["big5hkscs", "big5"],
  ["cp950", "big5"],
  ["windows950", "big5"],
  ["ucs2", "utf-16le"],
  ["ucs2le", "utf-16le"],
  ["ucs2be", "utf-16be"],
]);

/**
 * @param name as a person writes it: `UTF8`, `gbk`, `Big5-HKSCS`.
 * @throws {UserError} if jianbao does not read it.
 */
export function encodingNamed(name: string): Encoding {
  const found = ALIASES.get(bare(name));
  if (found !== undefined) return found;
  const advice = `give ${ENCODINGS.join(", ")}, gbk or gb2312, or leave --encoding out and let the bytes tell`;
  throw new UserError(`there is no encoding ${name} here`, advice);
}

/** `UTF-16 LE` → `utf16le`. */
function bare(name: string): string {
  return name.toLowerCase().replace(/[-_ ]/g, "");
}
