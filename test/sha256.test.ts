import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import startToolkit from "wabt";
import { ownSha256, sha256Of, WASM } from "../src/sha256/sha256.ts";

/** Lengths around one and two blocks of 64 bytes, with and without room for the padding; a page; the most. */
const LENGTHS = [0, 1, 55, 56, 63, 64, 65, 119, 120, 128, 9553, 0x10000 - 544 - 128];

test.each(LENGTHS)("%i bytes have the SHA-256 that node:crypto finds", (length) => {
  const bytes = Uint8Array.from({ length }, (_, i) => (i * 167 + (i >> 7)) & 0xff);
  expect(ownSha256(bytes)).toBe(createHash("sha256").update(bytes).digest("hex"));
});

test("the first file and the next ones, small or large, are hashed alike", () => {
  for (const length of [3, 3, 100_000, 3]) {
    const bytes = new Uint8Array(length).fill(7);
    expect(sha256Of(bytes)).toBe(createHash("sha256").update(bytes).digest("hex"));
  }
});

test("the compiled function is that of sha256.wat", async () => {
  const text = readFileSync(new URL("../src/sha256/sha256.wat", import.meta.url), "utf8");
  const { parseWat } = await startToolkit();
  expect(Buffer.from(parseWat("sha256.wat", text).toBinary({}).buffer).toString("base64")).toBe(WASM);
});
