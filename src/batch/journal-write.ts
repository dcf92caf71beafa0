/** Adds to a journal while a run goes on, and writes it in order at the end. See journal.ts. */
import { closeSync, fsyncSync, ftruncateSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { UserError } from "../errors.ts";
import { byCodePoint } from "./find.ts";
import { JournalFile } from "./journal.ts";
import type { Settings } from "./settings.ts";
import { failuresIn, journalIn, temporaryIn } from "./state.ts";
import { reasonFor, writeAdvice } from "./system-error.ts";

/** Milliseconds between two times that the disk is made to keep the journal. What is lost in between is done again. */
const SYNC_PAUSE = 1000;

/**
 * Bytes a page that are kept free until the end of the run, for the journal and the list of failures: the disk may get
 * full. At least and at most so many bytes in all.
 */
const RESERVE_PER_PAGE = 1024;
const LEAST_RESERVE = 1 << 16;
const MOST_RESERVE = 1 << 24;

const CHUNK_BYTES = 1 << 18;

export class JournalWriter {
  readonly #state: string;
  readonly #file: number;
  readonly #reserve: string;
  #size: number;
  #synced = 0;
  /** Lines that the disk has not taken yet. */
  #waiting = "";

  /**
   * @param before the journal as it lies there.
   * @param pages how many pages the run has.
   * @throws {UserError} if the journal cannot be written.
   */
  constructor(state: string, before: JournalFile, settings: Settings, pages: number) {
    this.#state = state;
    this.#size = before.end;
    this.#reserve = temporaryIn(state, "reserve");
    try {
      this.#file = openSync(before.path, "a");
      // A line that was cut off ends here.
      ftruncateSync(this.#file, this.#size);
      const reserve = Math.min(MOST_RESERVE, Math.max(LEAST_RESERVE, pages * RESERVE_PER_PAGE));
      writeFile(this.#reserve, [Buffer.alloc(reserve, 10)]);
      this.#write(before.settings.has(settings.settings) ? "" : `${JSON.stringify(settings)}\n`);
    } catch (cause) {
      rmSync(this.#reserve, { force: true });
      throw new UserError(`cannot write the journal ${before.path} (${reasonFor(cause)})`, writeAdvice(cause), {
        cause,
      });
    }
  }

  /** Lines without their ends. What the disk does not take now is tried again with the next lines. */
  add(lines: readonly string[]): void {
    for (const line of lines) this.#waiting += `${line}\n`;
    try {
      this.#write(this.#waiting);
      this.#waiting = "";
    } catch {
      // Not from the reserve: pages would take what is set free now.
    }
  }

  /**
   * Writes the journal anew, in order.
   * @returns what the disk refused, or undefined.
   */
  finish(): unknown {
    rmSync(this.#reserve, { force: true });
    try {
      this.#write(this.#waiting);
    } catch (error) {
      return error;
    } finally {
      closeSync(this.#file);
    }
    const journal = new JournalFile(journalIn(this.#state));
    try {
      writeJournal(new Map([...journal.keys].map((key) => [key, journal])), this.#state);
    } catch (error) {
      return error;
    } finally {
      journal.close();
    }
    return undefined;
  }

  #write(text: string): void {
    if (text === "") return;
    try {
      const written = writeAll(this.#file, Buffer.from(text, "utf8"));
      this.#size += written;
    } catch (error) {
      // Half a line must not stay before a whole one.
      ftruncateSync(this.#file, this.#size);
      throw error;
    }
    const now = Date.now();
    if (now - this.#synced < SYNC_PAUSE) return;
    fsyncSync(this.#file);
    this.#synced = now;
  }
}

/**
 * Writes a journal in order. Beside it goes the list of the pages that failed, or none.
 * @param owners which journal has the word on each page.
 * @param state folder of the journal that is written.
 * @throws the system's error if the disk refuses; the journal that lay there is untouched.
 */
export function writeJournal(owners: ReadonlyMap<string, JournalFile>, state: string): void {
  const keys = [...owners.keys()].sort(byCodePoint);
  const temporary = temporaryIn(state, "journal");

  // First what is small and says what went wrong: the disk may be full.
  const failed = keys.filter((key) => owners.get(key)?.isFailed(key) === true);
  const failures = failuresIn(state);
  if (failed.length === 0) rmSync(failures, { force: true });
  else
    writeWhole(
      failures,
      temporary,
      failed.map((key) => failureLine(key, owners.get(key))),
    );

  const used = new Map<string, string>();
  for (const [key, journal] of owners) {
    const id = journal.find(key)?.settings ?? "";
    const settings = journal.settings.get(id);
    if (settings !== undefined) used.set(id, settings);
  }
  writeWhole(journalIn(state), temporary, linesInOrder());

  function* linesInOrder(): Iterable<string> {
    for (const id of [...used.keys()].sort()) yield used.get(id) ?? "";
    for (const key of keys) yield owners.get(key)?.lineOf(key) ?? "";
  }
}

function failureLine(key: string, journal: JournalFile | undefined): string {
  const { place, format, reason, advice } = journal?.find(key) ?? {};
  return JSON.stringify({ place, format, reason, advice });
}

function writeWhole(path: string, temporary: string, lines: Iterable<string>): void {
  try {
    writeFile(temporary, chunksOf(lines));
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

function* chunksOf(lines: Iterable<string>): Iterable<Uint8Array> {
  let waiting = "";
  for (const line of lines) {
    waiting += `${line}\n`;
    if (waiting.length < CHUNK_BYTES) continue;
    yield Buffer.from(waiting, "utf8");
    waiting = "";
  }
  yield Buffer.from(waiting, "utf8");
}

function writeFile(path: string, chunks: Iterable<Uint8Array>): void {
  const file = openSync(path, "w");
  try {
    for (const bytes of chunks) writeAll(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function writeAll(file: number, bytes: Uint8Array): number {
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
  return bytes.length;
}

/** So that the renaming, too, outlives a loss of power. Where folders cannot be opened (Windows), it does without. */
function syncFolder(folder: string): void {
  try {
    const file = openSync(folder, "r");
    fsyncSync(file);
    closeSync(file);
  } catch {
    // The file is there all the same.
  }
}
