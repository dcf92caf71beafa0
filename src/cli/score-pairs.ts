/** Which truth a page is held against. */
import { basename, dirname, join, relative } from "node:path";
import { byCodePoint, stem, walk } from "../batch/find.ts";
import { mustStat } from "../batch/system-error.ts";
import { UserError } from "../errors.ts";
import { readArticles, type ScoredArticle, sourceOf } from "../score/read.ts";
import { readJson } from "./read-json.ts";

export interface ScoredPair {
  /** Path of the page below the folder that was named; of its truth, where no page was made. */
  readonly name: string;
  /** Null where no page was made for the truth. */
  readonly output: string | null;
  readonly gold: string;
}

export interface ScoredPairs {
  readonly pairs: readonly ScoredPair[];
  readonly problems: readonly UserError[];
}

/** An issue file holds no page of its own. */
const JSON_FILE = /(?<!\.issue)\.json$/i;

/**
 * `out/a/b.json` is held against `gold/a/b.json`; else against the one truth of that name, wherever it lies; else against
 * the one that names `b` as its source. `b.simp.json` beside `b.json` is for a page of that very name.
 * @throws {UserError} if one of the two is not there or holds no page.
 */
export function pairWithGold(output: string, gold: string): ScoredPairs {
  const isFolder = mustStat(output, "page file or folder").isDirectory();
  const isGoldFolder = mustStat(gold, "truth").isDirectory();
  if (isFolder && !isGoldFolder) {
    throw new UserError(`${output} is a folder and --gold ${gold} is a file`, "give the folder of the truths");
  }
  if (!isGoldFolder) return { pairs: [{ name: basename(output), output, gold }], problems: [] };
  const problems: UserError[] = [];
  const golds = new Golds(gold, problems);
  const outputs = isFolder ? jsonIn(output, problems) : [output];
  const pairs: ScoredPair[] = [];
  for (const path of outputs) {
    const name = isFolder ? relative(output, path) : basename(path);
    const truth = golds.of(name);
    if (truth !== undefined) pairs.push({ name, output: path, gold: truth });
    else problems.push(new UserError(`${path} has no truth in ${gold}`, "name it like the page, or set its `source`"));
  }
  const made = new Set(pairs.map((pair) => pair.gold));
  const missing = isFolder ? golds.expected.filter((path) => !made.has(path)) : [];
  return {
    pairs: [...pairs, ...missing.map((path) => ({ name: relative(gold, path), output: null, gold: path }))],
    problems,
  };
}

/** @throws {UserError} if the file is no JSON or has no list of articles. */
export function readScored(path: string): readonly ScoredArticle[] {
  const articles = readArticles(parse(path));
  if (articles !== undefined) return articles;
  throw new UserError(`${path} is no page: it has no list \`articles\``, "see `jianbao help score` for the keys");
}

class Golds {
  readonly #folder: string;
  readonly #paths: readonly string[];
  #bySource: ReadonlyMap<string, string> | undefined;

  constructor(folder: string, problems: UserError[]) {
    this.#folder = folder;
    this.#paths = jsonIn(folder, problems);
  }

  /** Truths that a page should have been made for: all but variants of another one. */
  get expected(): readonly string[] {
    const all = new Set(this.#paths);
    return this.#paths.filter((path) => !all.has(path.replace(/\.[^./\\]+(\.json)$/i, "$1")) || !isVariant(path));
  }

  of(name: string): string | undefined {
    const mirrored = join(this.#folder, name);
    if (this.#paths.includes(mirrored)) return mirrored;
    const [namesake, ...others] = this.#paths.filter((path) => stem(path) === stem(name));
    if (others.length === 0 && namesake !== undefined) return namesake;
    this.#bySource ??= new Map(this.#paths.map((path) => [stem(sourceOf(parse(path)) ?? ""), path]));
    return this.#bySource.get(stem(name));
  }
}

/** `p004.simp.json`: two endings. */
function isVariant(path: string): boolean {
  return /\.[^.]+\.json$/i.test(basename(path));
}

function jsonIn(folder: string, problems: UserError[]): readonly string[] {
  const files = [...walk(folder, JSON_FILE, { problems })].sort(byCodePoint);
  if (files.length > 0) return files;
  throw new UserError(
    `${folder} holds no .json file`,
    "name the folder of the pages, and with --gold that of the truths",
  );
}

function parse(path: string): unknown {
  return readJson(path, "mend it or write it again");
}

/** The folder of a page, for subtotals. */
export function folderOf(name: string): string {
  return dirname(name);
}
