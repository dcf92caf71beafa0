/**
 * Fields that repeat another field of the page, and the one that each must be read in: a headline in its title lines, an
 * author in the byline, a photo credit in its caption. That the dump holds such words somewhere is not enough.
 */
import type { Article, Page } from "../../page.ts";
import { BLANK } from "../../text/chars.ts";

export interface Owner {
  /** What the field must be read in; any of them. */
  readonly texts: readonly string[];
  readonly name: string;
}

/** @param mapped the texts that own something of the dump, by their paths. @returns null where the dump itself must hold it. */
export function ownerOf(path: string, { articles }: Page, mapped: ReadonlyMap<string, string>): Owner | null {
  const [, list, place = "", field = "", ...rest] = path.split("/");
  const article = list === "articles" ? articles[Number(place)] : undefined;
  if (article === undefined) return null;
  switch (field) {
    case "sectionLabel":
      return { texts: labelsOf(mapped), name: "no section label that is printed" };
    case "authors":
    case "dateline":
      return { texts: [article.byline ?? ""], name: "not in the byline" };
    case "captions":
      return rest[1] === "credit"
        ? { texts: [article.captions[Number(rest[0])]?.text ?? ""], name: "not in its caption" }
        : null;
    default:
      return null;
  }
}

export function isReadIn(text: string, { texts }: Owner): boolean {
  const wanted = withoutBlanks(text);
  return texts.some((owner) => withoutBlanks(owner).includes(wanted));
}

function labelsOf(mapped: ReadonlyMap<string, string>): readonly string[] {
  return [...mapped].flatMap(([path, text]) => (path.endsWith("/sectionLabel") ? [text] : []));
}

/** Kicker, headline and deck are the title lines, each line in one of them. */
export function hasItsTitles({ titleLines, kicker, headline, deck }: Article): boolean {
  const roles = [kicker, headline, deck].map((text) => withoutBlanks(text ?? ""));
  const lines = titleLines.map(withoutBlanks);
  const sum = (texts: readonly string[]): number => texts.reduce((all, { length }) => all + length, 0);
  return sum(roles) === sum(lines) && lines.every((line) => roles.some((role) => role.includes(line)));
}

const BLANKS = new RegExp(BLANK.source, "gu");

export function withoutBlanks(text: string): string {
  return text.replace(BLANKS, "");
}
