/** Reads pages: a file, or what is piped in. */
import { readFileSync, readSync } from "node:fs";
import { readAdvice, reasonFor, systemCode } from "../batch/system-error.ts";
import { UserError } from "../errors.ts";
import { isTerminal } from "./log.ts";

/** How messages and the page itself name what came through a pipe. */
export const STDIN_NAME = "<stdin>";

const CHUNK_BYTES = 65_536;

/** @throws {UserError} if it cannot be read. */
export function readInput(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw cannotRead(path, cause);
  }
}

function cannotRead(path: string, cause: unknown): unknown {
  if (systemCode(cause) === undefined) return cause;
  return new UserError(`cannot read ${path} (${reasonFor(cause)})`, readAdvice(cause, path), { cause });
}

/** What codes say that there is no file; what there is instead, if anything, others will say. */
const NO_FILE = ["ENOENT", "ENOTDIR", "EISDIR"];

/**
 * What a file holds; undefined if there is none of that name. To look first costs one page a quarter of a millisecond.
 * @throws {UserError} if it cannot be read.
 */
export function readIfFile(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch (cause) {
    if (NO_FILE.includes(systemCode(cause) ?? "")) return undefined;
    throw cannotRead(path, cause);
  }
}

/**
 * All of stdin.
 * @param isAskedFor `-` was given, so a person may type; otherwise a terminal means that the input was forgotten.
 */
export async function readStdin(isAskedFor: boolean): Promise<Uint8Array> {
  if (await isTerminal(0)) {
    if (isAskedFor) return readSlowly([]);
    throw new UserError(
      "no input: name a page, a folder with -o, or pipe a page in",
      "`jianbao --help` shows examples",
    );
  }
  const chunks: Uint8Array[] = [];
  for (;;) {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    let size: number;
    try {
      size = readSync(0, chunk, 0, CHUNK_BYTES, null);
    } catch (cause) {
      if (systemCode(cause) === "EOF") return Buffer.concat(chunks);
      // Nothing there yet, on a pipe that does not block.
      if (systemCode(cause) === "EAGAIN") return readSlowly(chunks);
      throw new UserError(`cannot read stdin (${reasonFor(cause)})`, "name a file instead", { cause });
    }
    if (size === 0) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, size));
  }
}

async function readSlowly(before: readonly Uint8Array[]): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [...before];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
