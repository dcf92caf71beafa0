/**
 * Characters that HTML writes by their names or numbers: `&ldquo;`, `&nbsp;`, `&#8212;`.
 *
 * A converter may have written the `&` by its name as well: `&amp;ldquo;`.
 */

/** Global, so for `matchAll` and `replace` only. */
export const ENTITY = /&(?:amp;)*(?:[a-z]{2,6}|#\d{2,6}|#x[\da-f]{2,5});/gi;

const NAMED: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", " "],
  ["ensp", " "],
  ["emsp", "\u3000"],
  ["thinsp", " "],
  ["ldquo", "“"],
  ["rdquo", "”"],
  ["lsquo", "‘"],
  ["rsquo", "’"],
  ["laquo", "«"],
  ["raquo", "»"],
  ["mdash", "—"],
  ["ndash", "–"],
  ["hellip", "…"],
  ["middot", "·"],
  ["bull", "•"],
  ["times", "×"],
  ["divide", "÷"],
  ["deg", "°"],
  ["permil", "‰"],
  ["yen", "¥"],
  ["pound", "£"],
  ["euro", "€"],
  ["copy", "©"],
  ["reg", "®"],
  ["trade", "™"],
]);

/** Controls print nothing. */
const FIRST_NUMBERED = 0x20;
const CONTROLS = { start: 0x7f, end: 0x9f };
const SURROGATES = { start: 0xd800, end: 0xdfff };

/** The character that an entity stands for, or null: `&xyz;`, `&#7;`. @param entity as `ENTITY` finds it. */
export function readEntity(entity: string): string | null {
  const name = entity.slice(entity.lastIndexOf("&") + 1, -1).replace(/^(?:amp;)+/i, "");
  if (!name.startsWith("#")) return NAMED.get(name.toLowerCase()) ?? null;
  const isHex = /^#x/i.test(name);
  const code = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
  const isSurrogate = code >= SURROGATES.start && code <= SURROGATES.end;
  const isControl = code < FIRST_NUMBERED || (code >= CONTROLS.start && code <= CONTROLS.end);
  return isControl || code > 0x10ffff || isSurrogate ? null : String.fromCodePoint(code);
}
