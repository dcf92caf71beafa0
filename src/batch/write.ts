/** Writes outputs whole or not at all. */
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, unlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { UserError } from "../errors.ts";
import { makeFolder } from "./make-folder.ts";
import { reasonFor, systemCode, writeAdvice } from "./system-error.ts";

export type Written = "written" | "unchanged";

/**
 * Puts the text in place under a temporary name and renames it, so that a reader sees the old file or the new one and
 * never a part, also after a loss of power. A file that holds the text already is left alone: comparing is far cheaper
 * than replacing, and its date stays.
 * @param temporary path on the same disk; by default beside the file.
 * @throws {UserError} if the place cannot be written; what lay there is untouched.
 */
export function writeOutput(path: string, text: string | Uint8Array, temporary: string = besides(path)): Written {
  const bytes = typeof text === "string" ? Buffer.from(text, "utf8") : text;
  if (holds(path, bytes)) return "unchanged";
  try {
    try {
      replace(path, bytes, temporary);
    } catch (error) {
      const code = systemCode(error);
      // The folder is not there yet; or it leads to another disk, where only a name beside the file can be renamed.
      if (code !== "ENOENT" && code !== "EXDEV") throw error;
      makeFolder(dirname(path));
      replace(path, bytes, code === "EXDEV" ? besides(path) : temporary);
    }
  } catch (cause) {
    throw new UserError(`cannot write ${path} (${reasonFor(cause)})`, writeAdvice(cause), {
      cause,
    });
  }
  return "written";
}

function replace(path: string, bytes: Uint8Array, temporary: string): void {
  try {
    const file = openSync(temporary, "w");
    try {
      writeFileSync(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    discard(temporary);
    throw error;
  }
}

function besides(path: string): string {
  return join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
}

function discard(temporary: string): void {
  try {
    unlinkSync(temporary);
  } catch {
    // It was never made.
  }
}

function holds(path: string, bytes: Uint8Array): boolean {
  try {
    return readFileSync(path).equals(bytes);
  } catch {
    return false;
  }
}
