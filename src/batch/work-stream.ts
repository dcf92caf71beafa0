/**
 * One page of a stream: an article a line for a dump of a folder, an answer for a line of `jianbao stream`.
 *
 * In: a dump, or a line with a page in it. Out: lines, each with its line end.
 * Never: throws because of a page; leaves a line without an answer.
 */
import { UserError } from "../errors.ts";
import { pageToNdjson } from "../output/formats/ndjson.ts";
import { escapeLines, pageToLine } from "../output/json.ts";
import { type RestoreOptions, restorePages } from "../restore.ts";
import { type FoundPage, pathOf } from "./find.ts";
import { countNotices, type Outcome, type Trouble, troubleOf } from "./outcome.ts";
import { readWhole } from "./read.ts";

type Options = Omit<RestoreOptions, "file">;

/** A line that was read. */
export interface LineJob {
  readonly line: string;
  /** Of the line in the stream, from 1. */
  readonly number: number;
  /** Why the line cannot be read as text. */
  readonly fault?: string;
}

/** The articles of a dump, each with the path of the dump before the rest: names alone repeat from folder to folder. */
export function streamArticles(page: FoundPage, options: Options): Outcome {
  const file = pathOf(page);
  try {
    const restored = restorePages(readWhole(file), { ...options, file });
    const path = `{"path":${quote(page.place)},`;
    const text = restored.map((made) => pageToNdjson(made).replace(/^\{/gm, () => path)).join("");
    return { ...DONE, file, ...countNotices(restored.flatMap((made) => made.notices)), text };
  } catch (error) {
    return failedArticles(page, troubleOf(error));
  }
}

export function failedArticles(page: FoundPage, trouble: Trouble): Outcome {
  return { ...DONE, file: pathOf(page), status: "failed", trouble };
}

const DONE: Omit<Outcome, "file"> = { status: "written", cause: null, line: null, level: null, warnings: 0 };

/** One line with `page` for each page of the text; one with `error` where there is none. */
export function answerLine(job: LineJob, options: Options): Outcome {
  let id: unknown = null;
  try {
    if (job.fault !== undefined) throw new UserError(job.fault, SHAPE);
    const given = parse(job.line);
    id = given.id ?? null;
    const file = fileOf(given);
    // A text that is given has been read already.
    const encoding = given.text === undefined ? options.encoding : "utf-8";
    const restored = restorePages(bytesOf(given), {
      ...options,
      file,
      ...(encoding === undefined ? {} : { encoding }),
    });
    const text = restored.map((page) => `{"id":${quote(id)},"page":${pageToLine(page)}}\n`).join("");
    return { ...DONE, file, ...countNotices(restored.flatMap((page) => page.notices)), text };
  } catch (error) {
    return failedLine(job, troubleOf(error), id);
  }
}

export function failedLine({ number }: LineJob, { message, advice }: Trouble, id: unknown = null): Outcome {
  const why = { message, advice: advice ?? "this is a fault in jianbao, please report it" };
  // An id finds the page wherever the stream was cut into parts; a number does only where there is no id.
  const error = id === null ? { line: number, ...why } : why;
  const text = `{"id":${quote(id)},"error":${quote(error)}}\n`;
  return { ...DONE, file: `line ${number}`, status: "failed", text };
}

const SHAPE = 'give {"id": "A03", "text": "…"} or {"id": "A03", "path": "scans/A03.txt"}, a page a line';

interface Given {
  /** Comes back as it is. */
  readonly id?: unknown;
  readonly text?: unknown;
  readonly path?: unknown;
}

/** @throws {UserError} if the line holds no page. */
function parse(line: string): Given {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new UserError(`the line is no JSON: ${cause instanceof Error ? cause.message : String(cause)}`, SHAPE);
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  throw new UserError("the line is no JSON object", SHAPE);
}

/** What the page names as its source: its path, else its id. */
function fileOf({ id, path }: Given): string {
  if (typeof path === "string") return path;
  return (typeof id === "string" && id !== "") || typeof id === "number" ? String(id) : "<stream>";
}

/** @throws {UserError} if the line has not exactly one of the two, or it cannot be read. */
function bytesOf({ text, path }: Given): Uint8Array {
  if (typeof text === "string" && path === undefined) {
    if (LONE_SURROGATE.test(text))
      throw new UserError("`text` holds half of a surrogate pair", "mend what wrote the line");
    return Buffer.from(text, "utf8");
  }
  if (typeof path === "string" && text === undefined) return readWhole(path);
  throw new UserError("the line has not exactly one text, `text` or `path`", SHAPE);
}

/** Half of a character beyond U+FFFF, which UTF-8 cannot hold. */
const LONE_SURROGATE = /\p{Cs}/u;

function quote(value: unknown): string {
  return escapeLines(JSON.stringify(value));
}
