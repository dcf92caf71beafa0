/** Lines of a stream of bytes, as lists of jobs: what one read brings is one list, so that nothing waits for more. */
import { isUtf8 } from "node:buffer";
import type { LineJob } from "./work-stream.ts";

/** A line longer than this is no page, and would be kept in memory. */
const MOST_LINE_BYTES = 1 << 26;

const NEWLINE = 10;

export async function* lineJobs(input: AsyncIterable<Uint8Array>): AsyncIterable<readonly LineJob[]> {
  const reader = new LineReader();
  for await (const chunk of input) {
    const jobs = reader.take(chunk);
    if (jobs.length > 0) yield jobs;
  }
  const last = reader.end();
  if (last.length > 0) yield last;
}

export class LineReader {
  readonly #most: number;
  /** Of a line whose end has not come yet. */
  #parts: Uint8Array[] = [];
  #size = 0;
  #number = 0;

  /** @param most bytes of a line that are read. */
  constructor(most: number = MOST_LINE_BYTES) {
    this.#most = most;
  }

  take(chunk: Uint8Array): readonly LineJob[] {
    const jobs: LineJob[] = [];
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      this.#add(chunk.subarray(start, end));
      jobs.push(...this.end());
      start = end + 1;
    }
    this.#add(chunk.subarray(start));
    return jobs;
  }

  /** The line so far, if there is something in it. */
  end(): readonly LineJob[] {
    const bytes = Buffer.concat(this.#parts);
    const size = this.#size;
    this.#parts = [];
    this.#size = 0;
    this.#number += 1;
    const number = this.#number;
    if (size > this.#most) {
      return [{ line: "", number, fault: `the line has ${size} bytes, at most ${this.#most} are read` }];
    }
    if (!isUtf8(bytes)) return [{ line: "", number, fault: "the line is no UTF-8" }];
    const line = bytes.toString("utf8").replace(/^\ufeff/, "");
    return line.trim() === "" ? [] : [{ line, number }];
  }

  #add(bytes: Uint8Array): void {
    this.#size += bytes.length;
    if (this.#size > this.#most) this.#parts = [];
    else if (bytes.length > 0) this.#parts.push(bytes);
  }
}
