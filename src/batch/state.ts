/**
 * The folder in which a run keeps what it must remember: `.jianbao` in the output folder. Hidden, so that nothing takes
 * it for pages; in the output folder, so that its temporary files lie on the same disk and can be renamed.
 *
 *     .jianbao/journal.ndjson    what has been done, see journal.ts
 *     .jianbao/failures.ndjson   what could not be done, only where there is something
 *     .jianbao/tmp/              until a run has come to its end
 *     .jianbao/shard-3-of-8/     the same for one shard, so that shards may share an output folder
 */
import { existsSync, readdirSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "./make-folder.ts";
import type { Shard } from "./shard.ts";

export const STATE = ".jianbao";

export function stateFolder(outFolder: string, shard?: Shard): string {
  const state = join(outFolder, STATE);
  return shard === undefined ? state : join(state, `shard-${shard.number}-of-${shard.count}`);
}

export function journalIn(state: string): string {
  return join(state, "journal.ndjson");
}

export function failuresIn(state: string): string {
  return join(state, "failures.ndjson");
}

/** A name that no other process and no other worker writes to. */
export function temporaryIn(state: string, worker: number | string): string {
  return join(state, "tmp", `${process.pid}-${worker}`);
}

/** Makes the folder for temporary files and takes away what a process that was killed has left in it. */
export function openTemporary(state: string): void {
  const folder = join(state, "tmp");
  makeFolder(folder);
  for (const name of readdirSync(folder)) {
    const owner = Number.parseInt(name, 10);
    if (owner === process.pid || !isAlive(owner)) rmSync(join(folder, name), { force: true });
  }
}

/**
 * At the end of a run: takes the folder away, unless another run is writing into it. A run that was stopped leaves it,
 * so that what it has done is not taken for all there is.
 */
export function closeTemporary(state: string): void {
  const folder = join(state, "tmp");
  try {
    // A worker that died may have left something.
    for (const name of readdirSync(folder)) {
      if (Number.parseInt(name, 10) === process.pid) rmSync(join(folder, name), { force: true });
    }
    rmdirSync(folder);
  } catch {
    // Another run has files there.
  }
}

/** Whether a run into this folder has not come to its end: it goes on, or was stopped. */
export function isUnfinished(state: string): boolean {
  return existsSync(join(state, "tmp"));
}

/** Whether a process of this number runs on this machine. */
export function isAlive(process_: number): boolean {
  try {
    return process.kill(process_, 0);
  } catch (error) {
    // Somebody else's process is alive, too.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
