/**
 * What has been done in an output folder, so that the same command goes on where it was stopped.
 *
 * A file of JSON lines. While a run writes, each line is added when its outputs are in place; the last line for a page
 * counts, and a line that was cut off by a loss of power is no line. At the end the file is written anew: first the
 * settings that are referred to, by id, then one line a page and format, in code point order of the places. It holds no time, no
 * machine and no path outside the folder, so that equal runs leave equal journals.
 *
 * In memory a page takes its place and a number; the line itself is read when it is asked for.
 */
import { closeSync, existsSync, openSync, readSync } from "node:fs";
import { UserError } from "../errors.ts";
import type { Format } from "../output/formats/format.ts";
import { reasonFor } from "./system-error.ts";

/** One page of the run and what became of it. */
export interface PageRecord {
  /** Path of the dump below the folder that was named. */
  readonly place: string;
  readonly format: Format;
  /** SHA-256 of the dump; null where it could not be read. */
  readonly input: string | null;
  readonly settings: string;
  readonly result: "done" | "failed";
  /** The gravest level of the notices; null where there is none. */
  readonly level: "info" | "warning" | "error" | null;
  /** Outputs below the output folder and their SHA-256; null where the page failed. */
  readonly outputs: Readonly<Record<string, string>> | null;
  /** Why the page failed, and what to do. */
  readonly reason?: string;
  readonly advice?: string;
}

const CHUNK_BYTES = 1 << 18;
const LINE_BYTES = 2048;
const NEWLINE = 10;

/** A journal as it lies on disk. */
export class JournalFile {
  readonly path: string;
  /** Where the line of a key begins, in bytes. */
  readonly #offsets = new Map<string, number>();
  readonly #failed = new Set<string>();
  /** Lines of settings by their ids. */
  readonly settings = new Map<string, string>();
  /** Bytes up to the end of the last whole line. */
  end = 0;
  readonly #file: number | undefined;
  /** Used again and again: a new one for each line would fill the memory before anybody cleans up. */
  #line = Buffer.allocUnsafe(LINE_BYTES);

  /** A journal that is not there is an empty one. @throws {UserError} if it is there and cannot be read. */
  constructor(path: string) {
    this.path = path;
    if (!existsSync(path)) return;
    try {
      this.#file = openSync(path, "r");
      for (const { line, offset, end } of linesOf(this.#file)) {
        this.#note(line, offset);
        this.end = end;
      }
    } catch (cause) {
      throw new UserError(
        `cannot read the journal ${path} (${reasonFor(cause)})`,
        "make it readable, or delete it to do every page again",
        { cause },
      );
    }
  }

  get keys(): Iterable<string> {
    return this.#offsets.keys();
  }

  has(key: string): boolean {
    return this.#offsets.has(key);
  }

  isFailed(key: string): boolean {
    return this.#failed.has(key);
  }

  /** Keys of the pages that failed. */
  get failures(): Iterable<string> {
    return this.#failed;
  }

  /** The line of a key without its end. */
  lineOf(key: string): string | undefined {
    const offset = this.#offsets.get(key);
    if (offset === undefined || this.#file === undefined) return undefined;
    for (;;) {
      const size = this.#line.length;
      const length = readSync(this.#file, this.#line, 0, size, offset);
      const end = this.#line.subarray(0, length).indexOf(NEWLINE);
      if (end >= 0) return this.#line.toString("utf8", 0, end);
      if (length < size) return undefined;
      this.#line = Buffer.allocUnsafe(size * 4);
    }
  }

  find(key: string): PageRecord | undefined {
    const line = this.lineOf(key);
    return line === undefined ? undefined : readRecord(line);
  }

  /** Takes up a line that stands at an offset; what is no line of a journal is passed over. */
  #note(line: string, offset: number): void {
    const value = parse(line);
    if (value === undefined) return;
    const { place, format, settings, result } = value;
    if (typeof place === "string" && typeof format === "string") {
      const key = keyOf(place, format);
      if (result === "gone") this.#offsets.delete(key);
      else this.#offsets.set(key, offset);
      if (result === "failed") this.#failed.add(key);
      else this.#failed.delete(key);
    } else if (place === undefined && typeof settings === "string") this.settings.set(settings, line);
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
  }
}

/** The line of the journal for a page. */
export function lineFor(record: PageRecord): string {
  const { place, format, input, settings, result, level, outputs, reason, advice } = record;
  return JSON.stringify({ place, format, input, settings, result, level, outputs, reason, advice });
}

/** The line that takes a page out of the journal. */
export function goneLine(key: string): string {
  const [place, format] = key.split("\0");
  return JSON.stringify({ place, format, result: "gone" });
}

/** What the journal has one line for: a page in a format. Keys are in the order of the places. */
export function keyOf(place: string, format: string): string {
  return `${place}\0${format}`;
}

export function readRecord(line: string): PageRecord | undefined {
  const value = parse(line);
  // Lines are written by `lineFor` alone; one that somebody has changed by hand is held against input and output.
  return typeof value?.place === "string" ? (value as unknown as PageRecord) : undefined;
}

interface PlacedLine {
  readonly line: string;
  /** In bytes, of its first one and of what follows its line end. */
  readonly offset: number;
  readonly end: number;
}

/** Whole lines; what stands after the last line end is left out. */
function* linesOf(file: number): Iterable<PlacedLine> {
  let buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  /** Bytes at the start of the buffer that belong to a line not yet whole. */
  let kept = 0;
  /** Offset of the buffer in the file. */
  let offset = 0;
  for (;;) {
    if (kept === buffer.length) buffer = Buffer.concat([buffer, Buffer.allocUnsafe(kept)]);
    const size = readSync(file, buffer, kept, buffer.length - kept, offset + kept);
    if (size === 0) return;
    const bytes = buffer.subarray(0, kept + size);
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
      yield { line: bytes.toString("utf8", start, end), offset: offset + start, end: offset + end + 1 };
      start = end + 1;
    }
    buffer.copy(buffer, 0, start, bytes.length);
    kept = bytes.length - start;
    offset += start;
  }
}

function parse(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
