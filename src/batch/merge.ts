/**
 * Joins what shards have made, outputs and journals, to what one run would have made.
 *
 * In: folders that shards were written to, one for all or one each. Out: a folder with all outputs and one journal.
 * Never: joins half of the shards; takes an output that is not as its journal says; changes a folder it reads from.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../errors.ts";
import { realPath } from "./find.ts";
import { JournalFile, type PageRecord } from "./journal.ts";
import { writeJournal } from "./journal-write.ts";
import { sha256 } from "./settings.ts";
import { closeTemporary, isUnfinished, journalIn, openTemporary, STATE, stateFolder, temporaryIn } from "./state.ts";
import { mustStat } from "./system-error.ts";
import { writeOutput } from "./write.ts";

export interface Merged {
  readonly shards: number;
  readonly pages: number;
  readonly failed: number;
  /** Outputs that were put into the folder; the others lay there already. */
  readonly written: number;
}

/** One journal that is joined, and the folder its outputs lie in. */
interface Part {
  readonly folder: string;
  readonly journal: JournalFile;
}

/** @throws {UserError} if a shard is missing or has changed since, or two say different things; nothing is joined then. */
export function mergeShards(folders: readonly string[], out: string): Merged {
  const found = folders.flatMap(shardsIn);
  const count = refuseIncomplete(found, folders);
  for (const { folder, state, number } of found) {
    if (!isUnfinished(state)) continue;
    const message = `the shard ${number}/${count} in ${folder} has not come to its end`;
    throw new UserError(message, "run it again with the same command; it goes on where it was stopped");
  }
  const parts = found.map(({ folder, state }): Part => ({ folder, journal: new JournalFile(journalIn(state)) }));
  const state = stateFolder(out);
  openTemporary(state);
  const before = new JournalFile(journalIn(state));
  try {
    const owners = ownersOf(parts);
    let written = 0;
    for (const [key, part] of owners) written += takeOutputs(key, part, out, state);
    let failed = 0;
    for (const [key, { journal }] of owners) if (journal.isFailed(key)) failed += 1;
    const journals = new Map([...before.keys].map((key) => [key, before]));
    for (const [key, { journal }] of owners) journals.set(key, journal);
    writeJournal(journals, state);
    for (const shard of found) if (realPath(shard.folder) === realPath(out)) rmSync(shard.state, { recursive: true });
    return { shards: count, pages: owners.size, failed, written };
  } finally {
    for (const { journal } of parts) journal.close();
    before.close();
    closeTemporary(state);
  }
}

interface FoundShard {
  readonly folder: string;
  readonly state: string;
  readonly number: number;
  readonly count: number;
}

/** The folder of a shard. Matches `shard-3-of-8`; not `shard-3`. */
const SHARD_FOLDER = /^shard-(\d+)-of-(\d+)$/;

function shardsIn(folder: string): readonly FoundShard[] {
  mustStat(folder, "folder");
  const parent = join(folder, STATE);
  const names = existsSync(parent) ? readdirSync(parent).sort() : [];
  const shards = names.flatMap((name): FoundShard[] => {
    const [, number, count] = SHARD_FOLDER.exec(name) ?? [];
    const state = join(parent, name);
    if (number === undefined || count === undefined || !existsSync(journalIn(state))) return [];
    return [{ folder, state, number: Number(number), count: Number(count) }];
  });
  if (shards.length > 0) return shards;
  throw new UserError(`${folder} holds no shard`, "name the folders that runs with --shard I/N were written to");
}

/** @returns how many shards there are. @throws {UserError} if they are not all of one division. */
function refuseIncomplete(found: readonly FoundShard[], folders: readonly string[]): number {
  const counts = [...new Set(found.map(({ count }) => count))].sort((one, other) => one - other);
  const [count = 0, other] = counts;
  if (other !== undefined) {
    const message = `${folders.join(", ")}: some shards are of ${count}, others of ${other}`;
    throw new UserError(message, "join only shards that were divided alike");
  }
  const numbers = new Set(found.map(({ number }) => number));
  const missing = Array.from({ length: count }, (_, i) => i + 1).filter((number) => !numbers.has(number));
  if (missing.length === 0) return count;
  const names = missing.map((number) => `${number}/${count}`).join(", ");
  const which = missing.length === 1 ? `the shard ${names} is missing` : `the shards ${names} are missing`;
  throw new UserError(which, "run it with --shard, and name its folder as well");
}

/** Which part has the word on each page. */
function ownersOf(parts: readonly Part[]): ReadonlyMap<string, Part> {
  const owners = new Map<string, Part>();
  for (const part of parts) {
    for (const key of part.journal.keys) {
      const known = owners.get(key);
      // A page that failed on one machine and was made on another is made.
      if (known === undefined || known.journal.isFailed(key)) owners.set(key, part);
      else if (!part.journal.isFailed(key)) refuseContradiction(key, known, part);
    }
  }
  return owners;
}

function refuseContradiction(key: string, one: Part, other: Part): void {
  if (one.journal.lineOf(key) === other.journal.lineOf(key)) return;
  throw new UserError(
    `${one.folder} and ${other.folder} have made ${key.replace(/\0.*/s, "")} from other dumps or with other options`,
    "run both again with the same options over the same dumps",
  );
}

/** @returns how many outputs were written. */
function takeOutputs(key: string, { folder, journal }: Part, out: string, state: string): number {
  const record = journal.find(key);
  if (record === undefined || record.outputs === null) return 0;
  let written = 0;
  for (const [output, hash] of Object.entries(record.outputs)) {
    const bytes = readMade(record, folder, output, hash);
    if (writeOutput(join(out, output), bytes, temporaryIn(state, "merge")) === "written") written += 1;
  }
  return written;
}

function readMade({ place }: PageRecord, folder: string, output: string, hash: string): Uint8Array {
  const path = join(folder, output);
  if (!output.split("/").includes("..")) {
    try {
      const bytes = readFileSync(path);
      if (sha256(bytes) === hash) return bytes;
    } catch {
      // Not there, or not to be read: it is not as it was written.
    }
  }
  throw new UserError(`${path} is not as the shard wrote it for ${place}`, "run that shard again, then join them");
}
