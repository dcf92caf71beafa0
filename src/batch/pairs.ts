/** Which dump a page file was made from, and which dumps have no page. */
import { dirname, join, relative } from "node:path";
import { UserError } from "../errors.ts";
import { byCodePoint, PART, realPath, stem, walk } from "./find.ts";
import { mustStat } from "./system-error.ts";

export interface PagePair {
  readonly json: string;
  /** Dumps it may have been made from, likeliest first; the page itself names one. */
  readonly candidates: readonly string[];
}

export interface Pairs {
  readonly pairs: readonly PagePair[];
  /** Every dump of the source folder; one file where the source is a file. */
  readonly sources: readonly string[];
  readonly problems: readonly UserError[];
}

/** An issue file holds no page of its own. */
const JSON_FILE = /(?<!\.issue)\.json$/i;
const TEXT_FILE = /\.(?:txt|md)$/i;

/**
 * `json/a/b.json` belongs to `scans/a/b.txt` or `.md`. A file on one side needs no mirror.
 * @throws {UserError} if one of the two is not there, or there is no page file.
 */
export function pairPages(json: string, source: string): Pairs {
  const isJsonFolder = mustStat(json, "page file or folder").isDirectory();
  const isSourceFolder = mustStat(source, "source").isDirectory();
  if (isJsonFolder && !isSourceFolder) {
    throw new UserError(`${json} is a folder and --source ${source} is a file`, "give the folder of the dumps");
  }
  if (!isSourceFolder) return { pairs: [{ json, candidates: [source] }], sources: [source], problems: [] };

  const problems: UserError[] = [];
  if (!isJsonFolder) {
    const names = [stem(json), stem(json).replace(PART, "")];
    const candidates = walk(source, TEXT_FILE, { problems }).filter((path) => names.includes(stem(path)));
    return { pairs: [{ json, candidates }], sources: [], problems };
  }
  const skip = realPath(json);
  const sources = [...walk(source, TEXT_FILE, { skip, problems })].sort(byCodePoint);
  const byPlace = new Map<string, string[]>();
  for (const path of sources) {
    const place = join(relative(source, dirname(path)), stem(path));
    byPlace.set(place, [...(byPlace.get(place) ?? []), path]);
  }
  const files = [...walk(json, JSON_FILE, { problems })].sort(byCodePoint);
  if (files.length === 0) throw new UserError(`${json} holds no .json file`, "name the folder that jianbao wrote to");
  const pairs = files.map((path) => {
    const place = join(relative(json, dirname(path)), stem(path));
    return { json: path, candidates: byPlace.get(place) ?? byPlace.get(place.replace(PART, "")) ?? [] };
  });
  return { pairs, sources, problems };
}
