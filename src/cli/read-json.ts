/** Reads a JSON file that a person may have edited. */
import { UserError } from "../errors.ts";
import { readInput } from "./inputs.ts";

/**
 * @param advice what to do where the file is no JSON.
 * @throws {UserError} if it cannot be read or is no JSON.
 */
export function readJson(path: string, advice: string): unknown {
  try {
    return JSON.parse(Buffer.from(readInput(path)).toString("utf8"));
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new UserError(`${path} is not valid JSON: ${cause.message}`, advice, { cause });
  }
}
