import { describe, expect, it } from "vitest";
import { decode } from "../src/decode/decode.ts";
import { UserError } from "../src/errors.ts";

const TEXT = "青石县开工\n".repeat(80);

describe("decode", () => {
  it.each([
    { what: "a short text", bytes: Buffer.from("春耕"), text: "春耕" },
    { what: "a long text, by the fast way", bytes: Buffer.from(TEXT), text: TEXT },
    { what: "a byte order mark, which is no text", bytes: Buffer.from("\ufeff春耕"), text: "春耕" },
    { what: "nothing", bytes: Buffer.alloc(0), text: "" },
    {
      what: "a replacement character that the dump itself holds",
      bytes: Buffer.from("春\ufffd耕"),
      text: "春\ufffd耕",
    },
  ])("reads $what", ({ bytes, text }) => {
    expect(decode(bytes)).toEqual({ text, encoding: "utf-8" });
  });

  it.each([
    { what: "GB18030", bytes: Buffer.from("d6d0b9fac8cbc3f1", "hex"), at: 0, says: "another encoding" },
    { what: "a byte overwritten in the middle", bytes: broken(Buffer.from(TEXT), 301), at: 300, says: "damaged bytes" },
    { what: "a cut last character", bytes: Buffer.from("春耕").subarray(0, 5), at: 3, says: "damaged bytes" },
    { what: "UTF-16 LE with its mark", bytes: Buffer.from("fffe2560", "hex"), at: 0, says: "UTF-16 LE" },
    { what: "binary data", bytes: Buffer.from("8900ff00", "hex"), at: 0, says: "NUL" },
  ])("says of $what what was found and where", ({ bytes, at, says }) => {
    expect(() => decode(bytes)).toThrow(UserError);
    expect(() => decode(bytes)).toThrow(new RegExp(`${says}.*at byte ${at}\\)`));
  });
});

function broken(bytes: Buffer, offset: number): Buffer {
  bytes[offset] = 0xff;
  return bytes;
}
