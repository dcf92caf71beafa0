/** Data on stdout. */
import { writeSync } from "node:fs";
import { reasonFor, systemCode } from "../batch/system-error.ts";
import { UserError } from "../errors.ts";

/**
 * Writes all of the text. Resolves when the system has it; with false when the reader has gone: `jianbao page.txt | head -1`
 * ends quietly and with the exit code of its work.
 * Written directly to the descriptor, because `process.stdout` on a pipe loads the network layer first.
 * @throws {UserError} if the system does not take it, as a disk that is full.
 */
export async function print(text: string): Promise<boolean> {
  const bytes = Buffer.from(text, "utf8");
  let written = 0;
  try {
    while (written < bytes.length) written += writeSync(1, bytes, written);
  } catch (error) {
    const code = systemCode(error);
    if (code === "EPIPE") return false;
    if (code !== "EAGAIN") throw refusal(error);
    return printSlowly(bytes.subarray(written));
  }
  return true;
}

/** For a pipe that is full and does not block: waits until the reader has taken everything. */
function printSlowly(bytes: Uint8Array): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const end = (error?: NodeJS.ErrnoException | null): void => {
      process.stdout.removeListener("error", end);
      if (error === undefined || error === null) resolve(true);
      else if (error.code === "EPIPE") resolve(false);
      else reject(refusal(error));
    };
    process.stdout.on("error", end);
    process.stdout.write(bytes, end);
  });
}

function refusal(cause: unknown): UserError {
  return new UserError(`cannot write to stdout (${reasonFor(cause)})`, "make room or write elsewhere, with -o", {
    cause,
  });
}
