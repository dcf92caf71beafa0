/** Data on stdout. */
import { writeSync } from "node:fs";

/**
 * Writes all of the text. Resolves when the system has it, or when the reader has gone: `jianbao page.txt | head -1`
 * ends quietly and with the exit code of its work.
 * Written directly to the descriptor, because `process.stdout` on a pipe loads the network layer first.
 */
export async function print(text: string): Promise<void> {
  const bytes = Buffer.from(text, "utf8");
  let written = 0;
  try {
    while (written < bytes.length) written += writeSync(1, bytes, written);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EPIPE") return;
    if (code !== "EAGAIN") throw error;
    await printSlowly(bytes.subarray(written));
  }
}

/** For a pipe that is full and does not block: waits until the reader has taken everything. */
function printSlowly(bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EPIPE" ? resolve() : reject(error),
    );
    process.stdout.write(bytes, () => resolve());
  });
}
