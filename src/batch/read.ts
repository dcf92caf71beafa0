/** Reads a dump of a run. */
import { closeSync, fstatSync, openSync, readFileSync } from "node:fs";
import { UserError } from "../errors.ts";
import { sha256 } from "./settings.ts";
import { readAdvice, reasonFor, systemCode } from "./system-error.ts";

/**
 * The bytes of a dump that nobody is writing meanwhile.
 * @throws {UserError} if it cannot be read or changes under our eyes.
 */
export function readWhole(path: string): Uint8Array {
  try {
    const file = openSync(path, "r");
    try {
      const first = fstatSync(file);
      const bytes = readFileSync(file);
      const last = fstatSync(file);
      const isSame = first.mtimeMs === last.mtimeMs && bytes.length === first.size && bytes.length === last.size;
      // A pipe has no size and no date to go by.
      if (isSame || !first.isFile()) return bytes;
    } finally {
      closeSync(file);
    }
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause;
    throw new UserError(`cannot read ${path} (${reasonFor(cause)})`, readAdvice(cause, path), { cause });
  }
  throw new UserError(`${path} was changed while it was read`, "run the command again when it is written");
}

/** SHA-256 of a file as it lies there; undefined where it does not, or cannot be read. */
export function hashAt(path: string): string | undefined {
  try {
    return sha256(readFileSync(path));
  } catch {
    return undefined;
  }
}
