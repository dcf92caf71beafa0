import { describe, expect, it } from "vitest";
import type { Page } from "../src/page.ts";
import { isBlankCode, isHanCode } from "../src/text/chars.ts";
import { casesIn, PAGES } from "./helpers/folders.ts";
import { restoreCase } from "./helpers/restore.ts";

interface Variant {
  readonly name: string;
  readonly of: (text: string) => string;
  /** Whether the change is free of meaning for this dump; default for every one. */
  readonly isFree?: (text: string) => boolean;
}

/** Pages whose articles change under a variant, for a known reason. */
const KNOWN_TO_FAIL: readonly { readonly slug: string; readonly variant: string; readonly reason: string }[] = [];

/** Blanks carry no gutter and no indent: a line of a dump in blocks, where each blank stands alone. */
function hasLoneBlanksOnly(text: string): boolean {
  return !/[^\S\n][^\S\n]|\t|\u3000/u.test(text) && /[^\n]{60}/u.test(text);
}

const VARIANTS: readonly Variant[] = [
  { name: "CRLF", of: (text) => text.replaceAll("\n", "\r\n") },
  { name: "CR", of: (text) => text.replaceAll("\n", "\r") },
  { name: "a byte order mark", of: (text) => `\ufeff${text}` },
  { name: "no final newline", of: (text) => text.replace(/\n+$/u, "") },
  { name: "empty lines at both ends", of: (text) => `\n\n${text}\n\n\n` },
  { name: "blanks at line ends", of: (text) => text.replace(/(?<=\S)(?=\n)/gu, "  ") },
  { name: "blanks on empty lines", of: (text) => text.replace(/(?<=\n)(?=\n)/gu, " \u3000") },
  { name: "doubled blanks inside lines", of: doubleBlanks, isFree: hasLoneBlanksOnly },
];

describe.each(casesIn(PAGES))("page $slug", (page) => {
  const text = new TextDecoder("utf-8").decode(page.bytes);
  const plain = restoreCase(page, page.bytes);

  for (const { name, of, isFree } of VARIANTS) {
    if (isFree?.(text) === false) continue;
    const known = KNOWN_TO_FAIL.find(({ slug, variant }) => slug === page.slug && variant === name);
    const test = known === undefined ? it : it.fails;
    test(`keeps its articles with ${name}${known === undefined ? "" : ` (not yet: ${known.reason})`}`, () => {
      const changed = of(text);
      expect(readable(restoreCase(page, Buffer.from(changed)))).toEqual(readable(plain));
    });
  }
});

function readable({ articles, furniture, setAside, page }: Page): unknown {
  return { articles, furniture, setAside, page };
}

/** Every blank between two characters twice; a dump in blocks shows printed line ends so, and one blank says no more. */
function doubleBlanks(text: string): string {
  let out = "";
  for (let i = 0; i < text.length; i += 1) {
    out += text.charAt(i);
    if (text.charAt(i) !== " ") continue;
    const isInside = !isBlankCode(text.charCodeAt(i - 1)) && !isBlankCode(text.charCodeAt(i + 1));
    // Not after the marks of a heading, and only beside Chinese text.
    if (isInside && (isHanCode(text.charCodeAt(i - 1)) || isHanCode(text.charCodeAt(i + 1)))) out += " ";
  }
  return out;
}
