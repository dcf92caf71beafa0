/** Which pages make one issue of one paper. */
import type { Page } from "../page.ts";
import { type PageNumber, readPageNumber } from "./page-number.ts";
import type { PlacePattern } from "./place.ts";

/** A page file and what is known of it; its articles are read again when its issue is linked. */
export interface FiledPage {
  /** Path from the output folder, with `/`. */
  readonly json: string;
  readonly newspaper: string | null;
  readonly date: string | null;
  /** As written by the page or its name. */
  readonly shownNumber: string | null;
  readonly number: PageNumber | null;
  /** Pages of one issue have the same one. */
  readonly root: string;
}

export interface IssueGroup {
  readonly newspaper: string | null;
  readonly date: string | null;
  readonly root: string;
  /** In the order of their numbers, those without one last. */
  readonly pages: readonly FiledPage[];
}

/** What the page says comes first; its place answers where it says nothing. */
export function filePage(json: string, { page }: Page, pattern: PlacePattern): FiledPage {
  const path = json.replace(/\.json$/i, "");
  const place = pattern.read(path);
  const printed = page.number === null ? null : readPageNumber(page.number);
  const named = place?.page === null || place?.page === undefined ? null : readPageNumber(place.page);
  return {
    json,
    newspaper: page.newspaper ?? place?.paper ?? null,
    date: page.date ?? place?.date ?? null,
    shownNumber: printed === null ? (place?.page ?? page.number) : page.number,
    number: printed ?? named,
    root: place?.root ?? path.slice(0, path.lastIndexOf("/") + 1),
  };
}

/**
 * Pages of one folder, one day and one paper. A page that does not say its day or paper belongs to those that do, if all
 * of them say the same.
 */
export function groupPages(pages: readonly FiledPage[]): readonly IssueGroup[] {
  const groups: IssueGroup[] = [];
  for (const inRoot of grouped(pages, ({ root }) => root)) {
    const dated = withUnique(inRoot, "date");
    for (const ofDay of grouped(dated, ({ date }) => date ?? "")) {
      const named = withUnique(ofDay, "newspaper");
      for (const ofPaper of grouped(named, ({ newspaper }) => newspaper ?? "")) {
        const [first] = ofPaper;
        if (first === undefined) continue;
        const { newspaper, date, root } = first;
        groups.push({ newspaper, date, root, pages: ofPaper.toSorted(byNumber) });
      }
    }
  }
  return groups;
}

/** Groups in the order in which they appear. */
function grouped<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [item]);
    else known.push(item);
  }
  return [...groups.values()];
}

function withUnique(pages: readonly FiledPage[], key: "date" | "newspaper"): readonly FiledPage[] {
  const values = new Set(pages.map((page) => page[key]).filter((value) => value !== null));
  const [only] = values;
  if (values.size !== 1 || only === undefined) return pages;
  return pages.map((page) => (page[key] === null ? { ...page, [key]: only } : page));
}

function byNumber(one: FiledPage, other: FiledPage): number {
  if (one.number === null || other.number === null) return Number(one.number === null) - Number(other.number === null);
  if (one.number.section !== other.number.section) return one.number.section < other.number.section ? -1 : 1;
  return one.number.number - other.number.number || (one.json < other.json ? -1 : 1);
}
