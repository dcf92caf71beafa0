/** A dump that somebody writes while it is read. */
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { readWhole } from "../src/batch/read.ts";
import { folderWith } from "./helpers/command.ts";

/** Called after the bytes have been read, before the second look at the file. */
const at = vi.hoisted(() => ({ meanwhile: (): void => {} }));

vi.mock("node:fs", async (importOriginal) => {
  const fs = await importOriginal<typeof import("node:fs")>();
  return {
    ...fs,
    readFileSync: (...given: Parameters<typeof fs.readFileSync>) => {
      const bytes = fs.readFileSync(...given);
      at.meanwhile();
      return bytes;
    },
  };
});

it("is refused and left to a later run, and read when it is whole", () => {
  const path = join(folderWith({ "a.txt": "青石开展送书活动" }), "a.txt");
  at.meanwhile = () => appendFileSync(path, "。");
  expect(() => readWhole(path)).toThrow("was changed while it was read");
  at.meanwhile = () => {};
  expect(Buffer.from(readWhole(path)).toString()).toBe("青石开展送书活动。");
});
