import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { decode } from "../src/decode/decode.ts";
import { ENCODINGS, type Encoding, encodingNamed } from "../src/decode/encodings.ts";
import { UserError } from "../src/errors.ts";
import { provePage } from "../src/output/prove.ts";
import { restorePage } from "../src/restore.ts";
import { encode } from "./helpers/encode.ts";
import { casesIn, PAGES } from "./helpers/folders.ts";
import { generatePage } from "./helpers/generate-page.ts";
import { ASCII, type Kind, SIMPLIFIED, TRADITIONAL } from "./helpers/kinds.ts";
import { Random } from "./helpers/random.ts";

/** 中国人民中国人民 in GB18030. */
const CROWD = "d6d0b9fac8cbc3f1".repeat(2);
const TEXT = "青石县开工\n".repeat(80);

describe("decode", () => {
  it.each([
    { what: "a short text", bytes: Buffer.from("春耕"), text: "春耕" },
    { what: "a long text, by the fast way", bytes: Buffer.from(TEXT), text: TEXT },
    { what: "a byte order mark, which is no text", bytes: Buffer.from("\ufeff春耕"), text: "春耕" },
    { what: "nothing", bytes: Buffer.alloc(0), text: "" },
    { what: "Latin letters with marks", bytes: Buffer.from("Café Žižka, naïve"), text: "Café Žižka, naïve" },
    { what: "Cyrillic", bytes: Buffer.from("Правда ".repeat(20)), text: "Правда ".repeat(20) },
    { what: "NULs in a text", bytes: Buffer.from("春耕\0备耕\0".repeat(9)), text: "春耕\0备耕\0".repeat(9) },
  ])("reads $what as UTF-8", ({ bytes, text }) => {
    expect(decode(bytes)).toEqual({ text, encoding: "utf-8", findings: [] });
  });

  it.each<{ what: string; hex: string; text: string; encoding: Encoding }>([
    { what: "UTF-16 LE by its mark", hex: "fffe2560", text: "急", encoding: "utf-16le" },
    { what: "UTF-16 BE by its mark", hex: "feff6625", text: "春", encoding: "utf-16be" },
    { what: "GB18030 by its mark", hex: "84319533b4ba", text: "春", encoding: "gb18030" },
    {
      what: "four bytes of GB18030",
      hex: `${CROWD}95328236${CROWD}`,
      text: "中国人民中国人民𠀀中国人民中国人民",
      encoding: "gb18030",
    },
  ])("reads $what", ({ hex, text, encoding }) => {
    expect(decode(Buffer.from(hex, "hex"))).toEqual({ text, encoding, findings: [] });
  });

  it.each(["95", "9532", "953282"])("ends where a character of four bytes ends after %s", (begun) => {
    const { text, findings } = decode(Buffer.from(CROWD + begun, "hex"), "gb18030");
    expect(text).toBe("中国人民中国人民\ufffd");
    expect(findings).toMatchObject([{ rule: "decode/bad-bytes", offset: 8 }]);
  });

  it("takes two bad bytes that look like a mark for what they are", () => {
    expect(decode(Buffer.from(`fffe${CROWD.repeat(4)}`, "hex")).encoding).toBe("gb18030");
  });

  it("reads Hong Kong's characters of Big5, which Node alone makes private use of", () => {
    const text = "羣衆圍着廣場聽演講，啓市後興隆";
    expect(decode(encode(text, "big5"), "big5").text).toBe(text);
    expect(new TextDecoder("big5").decode(encode("羣衆着啓", "big5"))).not.toBe("羣衆着啓");
    // Beyond the BMP, and a letter with an accent of its own.
    expect(decode(Buffer.from("8745886288a5", "hex"), "big5").text).toBe("𧉧Ê̄ê̌");
  });

  it("reads what Node reads of Big5 as Node does", () => {
    const decoder = new TextDecoder("big5");
    for (let lead = 0xa4; lead <= 0xf9; lead += 1) {
      for (let trail = 0x40; trail <= 0xfe; trail += 1) {
        const pair = Uint8Array.of(lead, trail);
        const [wanted = ""] = decoder.decode(pair);
        // F9FE is a full block to Microsoft and a half-width one to Unicode.
        if (/[\ufffd\ue000-\uf8ff]/u.test(wanted) || (lead === 0xf9 && trail === 0xfe)) continue;
        expect(decode(pair, "big5").text).toBe(wanted);
      }
    }
  });

  it.each([
    { name: "UTF8", encoding: "utf-8" },
    { name: "gbk", encoding: "gb18030" },
    { name: "GB2312", encoding: "gb18030" },
    { name: "Big5-HKSCS", encoding: "big5" },
    { name: "UTF-16LE", encoding: "utf-16le" },
  ])("knows $name", ({ name, encoding }) => {
    expect(encodingNamed(name)).toBe(encoding);
  });

  it("takes the name that is given, whatever the bytes look like", () => {
    expect(decode(Buffer.from("春耕备耕"), "gb18030").encoding).toBe("gb18030");
    expect(() => decode(Buffer.from("春耕"), "latin1")).toThrow(UserError);
  });

  it.each([
    { what: "a PDF", begins: "%PDF-1.4\n%\xe2\xe3\n1 0 obj\n", found: "a PDF", advice: "pdftotext -layout" },
    { what: "a picture", begins: "\xff\xd8\xff\xe0", found: "a JPEG image", advice: "OCR" },
    { what: "a Word file", begins: "PK\x03\x04\x14", found: "a Word file", advice: "plain text" },
    { what: "an RTF file", begins: "{\\rtf1\\ansi ", found: "an RTF file", advice: "plain text" },
  ])("says of $what that it is one, and how to get its text", ({ begins, found, advice }) => {
    const refused = refusalOf(Buffer.from(begins, "latin1"));
    expect(refused.message).toContain(found);
    expect(refused.advice).toContain(advice);
  });

  it("reads a text that only speaks of such files", () => {
    expect(decode(Buffer.from("PDF版报纸上线 %PDF-")).text).toBe("PDF版报纸上线 %PDF-");
  });

  it.each([
    {
      what: "a picture",
      bytes: Buffer.from("89504e470d0a1a0a0000000d49484452f1a97fe200000c8e08060000007e3d9cb5", "hex"),
    },
    { what: "noise", bytes: noise(400) },
  ])("refuses $what, which is no text in any encoding", ({ bytes }) => {
    expect(() => decode(bytes)).toThrow(/expected text in UTF-8, GB18030, Big5 or UTF-16/);
  });
});

function noise(length: number): Buffer {
  const random = new Random(5);
  return Buffer.from(Array.from({ length }, () => random.between(0, 255)));
}

interface Damage {
  readonly how: string;
  /** Bytes from which on the encoding must be known all the same. */
  readonly from: number;
  readonly of: (bytes: Buffer, random: Random) => Buffer;
}

/** Ways in which a dump may have suffered. */
const DAMAGES: readonly Damage[] = [
  { how: "whole", from: 64, of: (bytes) => bytes },
  { how: "cut in the last character", from: 64, of: (bytes) => bytes.subarray(0, -1) },
  { how: "one byte overwritten with FF", from: 64, of: (bytes, random) => overwritten(bytes, 0xff, random) },
  {
    how: "one byte overwritten with any other",
    from: 64,
    of: (bytes, random) => overwritten(bytes, random.between(0, 255), random),
  },
  {
    how: "three bytes overwritten",
    from: 256,
    of: (bytes, random) => overwritten(threeTimes(bytes, random), 0xff, random),
  },
];

function threeTimes(bytes: Buffer, random: Random): Buffer {
  const once = overwritten(bytes, random.between(0x80, 0xff), random);
  return overwritten(once, random.between(0x80, 0xff), random);
}

function overwritten(bytes: Buffer, byte: number, random: Random): Buffer {
  const copy = Buffer.from(bytes);
  copy[random.between(0, copy.length - 1)] = byte;
  return copy;
}

/** Kinds of text that an encoding can hold. ASCII has the same bytes in all but UTF-16. */
function kindsFor(encoding: Encoding): readonly Kind[] {
  if (encoding === "big5") return TRADITIONAL;
  if (encoding === "gb18030") return [...SIMPLIFIED, ...TRADITIONAL];
  return [...SIMPLIFIED, ...TRADITIONAL, ...ASCII];
}

/** As many whole characters as fit, from some place of the text. */
function sample(text: string, encoding: Encoding, size: number, random: Random): Buffer {
  const characters = [...text];
  const parts: Buffer[] = [];
  let left = size;
  for (let i = random.between(0, characters.length - 1); ; i += 1) {
    const bytes = encode(characters[i % characters.length] ?? "", encoding);
    if (bytes.length > left) return Buffer.concat(parts);
    parts.push(bytes);
    left -= bytes.length;
  }
}

const SIZES = [64, 256, 1024];
const SAMPLES = 6;

describe.each(ENCODINGS.map((encoding) => ({ encoding })))("text in $encoding", ({ encoding }) => {
  const cases = SIZES.flatMap((size) => DAMAGES.map((damage) => ({ size, ...damage }))).filter(
    ({ size, from }) => size >= from,
  );

  it.each(cases)("is known from $size bytes, $how", ({ size, of }) => {
    const random = new Random(size);
    const wrong: string[] = [];
    for (const { kind, text } of kindsFor(encoding)) {
      for (let i = 0; i < SAMPLES; i += 1) {
        const bytes = of(sample(text, encoding, size, random), random);
        const found = decode(bytes).encoding;
        if (found !== encoding) wrong.push(`${kind}: ${found} for ${bytes.toString("hex")}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each(DAMAGES.filter(({ from }) => from === 64))("is known from 32 bytes nearly always, $how", ({ of }) => {
    const random = new Random(32);
    let right = 0;
    let all = 0;
    for (const { text } of kindsFor(encoding)) {
      for (let i = 0; i < SAMPLES; i += 1) {
        all += 1;
        const bytes = of(sample(text, encoding, 32, random), random);
        if (foundOrRefused(bytes) === encoding) right += 1;
      }
    }
    expect(right / all).toBeGreaterThan(0.95);
  });

  it("keeps all that stands before the character that the dump ends in", () => {
    const random = new Random(9);
    for (const { text } of kindsFor(encoding)) {
      for (let i = 0; i < SAMPLES; i += 1) {
        const characters = [...text.repeat(2)].slice(random.between(0, text.length / 2), text.length);
        const last = characters.findLastIndex((character) => character > "\u4e00");
        if (last < 0) continue;
        const rest = characters.slice(0, last).join("");
        const begun = encode(characters[last] ?? "", encoding).subarray(0, 1);
        const read = decode(Buffer.concat([encode(rest, encoding), begun]), encoding);
        expect(read.text).toBe(`${rest}\ufffd`);
        expect(read.findings).toHaveLength(1);
      }
    }
  });

  it("is read as it was written, with each line end", () => {
    for (const { text } of kindsFor(encoding)) {
      for (const end of ["\n", "\r\n", "\r"]) {
        const written = text.repeat(4).replaceAll("\n", end);
        expect(decode(encode(written, encoding))).toEqual({ text: written, encoding, findings: [] });
      }
    }
  });

  it("loses no more than the damaged character, and says which bytes and where", () => {
    const random = new Random(7);
    for (const { text } of kindsFor(encoding)) {
      const whole = encode(text, encoding);
      for (let i = 0; i < SAMPLES; i += 1) {
        const at = random.between(0, whole.length - 1);
        const bytes = Buffer.from(whole);
        bytes[at] = 0xff;
        const read = decode(bytes, encoding);
        const shared = commonEnds(text, read.text);
        expect(text.length - shared, `${at}: ${read.text}`).toBeLessThanOrEqual(MOST_LOST[encoding]);
        // In UTF-16 FF is a part of some other character, unless it leaves half of one.
        const isSaid = read.findings.some(({ rule, message }) => rule === "decode/bad-bytes" && message.includes("FF"));
        expect(isSaid || encoding.startsWith("utf-16"), read.text).toBe(true);
        expect(read.text.split("\ufffd").length - 1).toBe(read.findings.length);
        for (const { offset } of read.findings) expect(read.text.charAt(offset)).toBe("\ufffd");
      }
    }
  });

  it("is proved on whole pages, also damaged, from the name in the page", () => {
    const texts = kindsFor(encoding).map(({ text }) => text);
    if (encoding !== "big5") {
      const random = new Random(3);
      texts.push(
        ...(["blocks", "markdown", "wrapped", "spaced"] as const).map((form) => generatePage(random, form).text),
      );
      texts.push(
        ...casesIn(PAGES)
          .slice(0, 6)
          .map(({ bytes }) => Buffer.from(bytes).toString("utf8")),
      );
    }
    const random = new Random(11);
    for (const [i, text] of texts.filter((one) => isWritable(one, encoding)).entries()) {
      const bytes = DAMAGES[i % DAMAGES.length]?.of(encode(text, encoding), random) ?? Buffer.alloc(0);
      for (const map of [true, false]) {
        const page = restorePage(bytes, { map });
        expect(page.source.encoding).toBe(encoding);
        expect(provePage(JSON.parse(JSON.stringify(page)), bytes).findings).toEqual([]);
      }
    }
  });
});

/** Characters that one bad byte may cost: a lost byte of GB18030 and Big5 can shift its neighbour. */
const MOST_LOST: Readonly<Record<Encoding, number>> = { "utf-8": 1, gb18030: 3, big5: 3, "utf-16le": 1, "utf-16be": 1 };

function commonEnds(one: string, other: string): number {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < one.length - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  return start + end;
}

function foundOrRefused(bytes: Buffer): string {
  try {
    return decode(bytes).encoding;
  } catch (error) {
    if (error instanceof UserError) return "refused";
    throw error;
  }
}

function isWritable(text: string, encoding: Encoding): boolean {
  try {
    encode(text, encoding);
    return true;
  } catch {
    return false;
  }
}

describe("what could not be read", () => {
  const damaged = (text: string, at: number): Buffer => {
    const bytes = Buffer.from(text);
    bytes[at] = 0xff;
    return bytes;
  };

  it("is a warning with bytes, line and column of the page", () => {
    const { notices } = restorePage(damaged("春耕开始\r\n记者今天到青石县采访，村民正忙着插秧。\r\n", 18));
    expect(notices.filter(({ rule }) => rule === "decode/bad-bytes")).toEqual([
      {
        rule: "decode/bad-bytes",
        level: "warning",
        line: 2,
        column: 2,
        message: "E8 FF 85 at byte 17: no UTF-8, read as U+FFFD; compare the scan",
      },
    ]);
  });

  it("is told from what an earlier program lost", () => {
    const { findings } = decode(damaged(`春\ufffd\ufffd耕${"备耕".repeat(20)}`, 12));
    expect(findings.map(({ rule, offset }) => ({ rule, offset }))).toEqual([
      { rule: "decode/bad-bytes", offset: 4 },
      { rule: "decode/lost-before", offset: 1 },
    ]);
  });

  it("is said place by place up to a thousand, then in one more", () => {
    const { findings } = decode(Buffer.from("e698a5ff".repeat(1500), "hex"), "utf-8");
    expect(findings).toHaveLength(1001);
    expect(findings[1000]?.message).toContain("500 more places");
  });

  it("is missed by verify where a page keeps it to itself", () => {
    const bytes = damaged("青石县昨天召开春耕现场会。", 10);
    const { notices, ...page } = restorePage(bytes, { map: true });
    const silent = { ...page, notices: notices.filter(({ rule }) => rule !== "decode/bad-bytes") };
    const { findings } = provePage(JSON.parse(JSON.stringify(silent)), bytes);
    expect(findings).toMatchObject([{ kind: "lost", line: 1, column: 4 }]);
  });
});

it("opens the table of Big5 for Big5 alone", () => {
  const script = `
    import fs from "node:fs";
    import { syncBuiltinESMExports } from "node:module";
    const opened = [];
    const real = fs.openSync;
    fs.openSync = (path, ...rest) => {
      opened.push(String(path));
      return real(path, ...rest);
    };
    syncBuiltinESMExports();
    const { restorePage } = await import(process.argv[1]);
    const openedBy = (hex) => {
      opened.length = 0;
      restorePage(Buffer.from(hex, "hex"));
      return opened.some((path) => path.endsWith("big5.bin"));
    };
    console.log(openedBy(process.argv[2]), openedBy(process.argv[3]));`;
  const library = new URL("../dist/index.js", import.meta.url).href;
  const pages = (["utf-8", "big5"] as const).map((encoding) =>
    encode(TRADITIONAL[0]?.text ?? "", encoding).toString("hex"),
  );
  const args = ["--input-type=module", "-e", script, library, ...pages];
  expect(execFileSync(process.execPath, args).toString().trim()).toBe("false true");
});

function refusalOf(bytes: Buffer): UserError {
  try {
    decode(bytes);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error("was read as text");
}
