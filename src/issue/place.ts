/**
 * What the place of a page file says of it: paper, day and page number. Asked where the page itself does not say.
 *
 * A pattern describes the end of the path without its extension: `{paper}/{date}/{page}`, `{date}_*_{page}`. Without
 * one, a date is looked for in the path and a page number at the end of the name.
 */
import { UserError } from "../errors.ts";

export interface Place {
  readonly paper: string | null;
  /** ISO 8601. */
  readonly date: string | null;
  readonly page: string | null;
  /** What stands before the match: pages with the same one may belong to one issue. */
  readonly root: string;
}

export interface PlacePattern {
  /** @param path relative, with `/`, without extension. */
  read(path: string): Place | null;
}

const PLACEHOLDERS: Readonly<Record<string, string>> = {
  paper: "(?<paper>[^/]+?)",
  date: "(?<date>\\d{4}[-_.]?\\d{2}[-_.]?\\d{2})",
  page: "(?<page>[A-Za-z]?\\d{1,3})",
};

const ADVICE = "write it like '{paper}/{date}/{page}'; * stands for any characters but /";

/** @throws {UserError} if the pattern cannot say which page a file is. */
export function parsePattern(pattern: string): PlacePattern {
  let source = "";
  for (const [part] of pattern.matchAll(/\{[^}]*\}|\*|[^{*]+|\{/g)) {
    const name = /^\{(.*)\}$/.exec(part)?.[1];
    if (name === undefined) source += part === "*" ? "[^/]*" : part.replace(/[\\^$.|?*+()[\]{}]/g, "\\$&");
    else if (PLACEHOLDERS[name] === undefined) throw new UserError(`--issue-pattern knows no {${name}}`, ADVICE);
    else if (source.includes(`(?<${name}>`)) throw new UserError(`--issue-pattern has {${name}} twice`, ADVICE);
    else source += PLACEHOLDERS[name];
  }
  if (!source.includes("(?<page>")) throw new UserError(`--issue-pattern ${pattern} has no {page}`, ADVICE);
  const whole = new RegExp(`(?:^|(?<=/))${source}$`, "u");
  return {
    read: (path) => {
      const found = whole.exec(path);
      if (found === null) return null;
      const { paper, date, page } = found.groups ?? {};
      return {
        paper: paper ?? null,
        date: date === undefined ? null : isoDate(date),
        page: page ?? null,
        root: path.slice(0, found.index),
      };
    },
  };
}

/** 2024-03-05, 20240305, 2024_03_05 and 2024年3月5日, not inside a longer number. */
const DATE = /(?<!\d)((?:19|20)\d{2})(?:[-_.](\d{1,2})[-_.](\d{1,2})|(\d{2})(\d{2})|年(\d{1,2})月(\d{1,2})日?)(?!\d)/g;
/** `A03`, `03` or `第03版` at the end of a name; the p of p003 is no section. */
const PAGE_AT_END = /(?:^|[^A-Za-z0-9])第?(?:[pP]|([A-Ta-t]))?(\d{1,3})版?$/;

export const USUAL_PLACE: PlacePattern = {
  read: (path) => {
    const slash = path.lastIndexOf("/");
    let date: string | null = null;
    // The last date of the path: a folder of a year may stand above.
    for (const found of path.matchAll(DATE)) date = isoDate(found[0]) ?? date;
    const name = path.slice(slash + 1).replace(DATE, " ");
    const page = PAGE_AT_END.exec(name);
    const number = page === null ? null : `${page[1] ?? ""}${page[2]}`;
    return { paper: null, date, page: number, root: path.slice(0, slash + 1) };
  },
};

function isoDate(text: string): string | null {
  const parts = /^(\d{4})\D?(\d{1,2})\D?(\d{1,2})\D?$/.exec(text);
  if (parts === null) return null;
  const [, year = "", month = "", day = ""] = parts;
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return null;
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
