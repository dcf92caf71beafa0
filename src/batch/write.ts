/** Writes outputs whole or not at all. */
import { mkdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { UserError } from "../errors.ts";
import { reasonFor, systemCode } from "./system-error.ts";

export type Written = "written" | "unchanged";

/** Faults that the next page would meet as well. */
const HOPELESS: readonly (string | undefined)[] = ["ENOSPC", "EDQUOT", "EROFS"];

/**
 * Puts the text in place under a temporary name in the same folder and renames it, so that a reader sees the old file
 * or the new one and never a part. A file that holds the text already is left alone: comparing is far cheaper than
 * replacing, and its date stays.
 * @throws {UserError} if the place cannot be written; what lay there is untouched.
 */
export function writeOutput(path: string, text: string): Written {
  const bytes = Buffer.from(text, "utf8");
  if (holds(path, bytes)) return "unchanged";
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${process.pid}.tmp`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(temporary, bytes);
    renameSync(temporary, path);
  } catch (cause) {
    discard(temporary);
    throw new UserError(`cannot write ${path} (${reasonFor(cause)})`, "choose another -o or make it writable", {
      cause,
    });
  }
  return "written";
}

/** Whether the disk itself refuses, so that going on is of no use. */
export function isHopeless(error: unknown): boolean {
  return error instanceof UserError && HOPELESS.includes(systemCode(error.cause));
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
