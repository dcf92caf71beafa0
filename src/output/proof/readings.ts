/**
 * Texts of the page that own nothing of the source, because they repeat or read what others own: a headline its title
 * line, an author the byline, a section label the one printed above. Each must be there to be read.
 */
import type { Page } from "../../page.ts";
import { printsDate } from "./date.ts";
import { findingIn, type VerifyFinding } from "./finding.ts";
import { hasItsTitles, isReadIn, ownerOf } from "./repeats.ts";
import { skeleton } from "./skeleton.ts";

/** Fields that own text and must be in the map. Matches `/articles/0/paragraphs/2`; not `/articles/0/headline`. */
const OWNER =
  /^\/articles\/\d+\/(?:titleLines\/\d+|subheads\/\d+\/text|byline|paragraphs\/\d+|captions\/\d+\/text|pullQuotes\/\d+|jump\/text)$|^\/(?:furniture|setAside)\/\d+\/text$/;

/** What the title lines say again. */
const TITLE = /^\/articles\/\d+\/(?:kicker|headline|deck)$/;

/** Our own words. Matches `/articles/0/id` and `/setAside/1/reason`. */
const OWN_WORDS = /^\/articles\/\d+\/id$|^\/furniture\/\d+\/kind$|^\/setAside\/\d+\/reason$/;

export function checkReadings(
  page: Page,
  mapped: ReadonlyMap<string, string>,
  source: string,
): readonly VerifyFinding[] {
  const findings: VerifyFinding[] = [];
  // A page in another script repeats and reads its own texts; that these are the printed ones, their pieces prove.
  const ownTexts = page.generator.script === undefined ? [] : [...mapped.values()].map(skeleton);
  const sourceText = skeleton(source);
  const isPrinted = (text: string): boolean => sourceText.includes(text) || ownTexts.some((own) => own.includes(text));
  const { articles, furniture, setAside } = page;
  const articleTexts = textsByArticle(mapped);
  for (const { path, text } of stringsOf({ articles, furniture, setAside }, "")) {
    if (mapped.has(path) || OWN_WORDS.test(path)) continue;
    if (OWNER.test(path)) {
      findings.push(findingIn(text, { kind: "invented", path, message: "the map names no source for this text" }));
      continue;
    }
    if (TITLE.test(path)) continue;
    const owner = ownerOf(path, page, mapped);
    if (owner !== null) {
      if (!isReadIn(text, owner))
        findings.push(findingIn(text, { kind: "invented", path, message: `it is ${owner.name}` }));
      continue;
    }
    const wanted = skeleton(text);
    // A fragment that was moved back into its title is whole in the article, and in two parts in the dump.
    // Looked for there first, too: a whole file is long.
    const inArticle = articleTexts.get(path.split("/")[2] ?? "") ?? "";
    if (inArticle.includes(wanted) || isPrinted(wanted)) continue;
    findings.push(findingIn(text, { kind: "invented", path, message: "the source does not hold this text" }));
  }
  for (const [i, article] of articles.entries()) {
    if (hasItsTitles(article)) continue;
    const message = "kicker, headline and deck are not the title lines";
    findings.push(findingIn(article.headline ?? "", { kind: "invented", path: `/articles/${i}/headline`, message }));
  }
  // A staff credit whose second line stood elsewhere is whole in the furniture, and in two parts in the dump.
  const lines = [...mapped].flatMap(([path, text]) => (path.startsWith("/furniture/") ? [text] : []));
  const running = lines.map(skeleton);
  const isRead = (text: string): boolean => isPrinted(text) || running.some((line) => line.includes(text));
  // A dump may give the day word by word, or in escapes.
  const isDay = (day: string): boolean => printsDate(day, source) || printsDate(day, lines.join("\n"));
  return [...findings, ...checkIdentity(page, isRead, isDay)];
}

function checkIdentity(
  { page, generator }: Page,
  isRead: (text: string) => boolean,
  isDay: (text: string) => boolean,
): readonly VerifyFinding[] {
  const findings: VerifyFinding[] = [];
  for (const { path, text } of stringsOf(page, "/page")) {
    // A profile other than the general one says which paper it is.
    if (path === "/page/newspaper" && generator.profile !== "generic") continue;
    const isThere = path === "/page/date" ? isDay(text) : isRead(skeleton(text));
    if (!isThere) findings.push(findingIn(text, { kind: "invented", path, message: "the source does not print this" }));
  }
  return findings;
}

/** For each article, by its place in the page, what its fields hold together. */
function textsByArticle(mapped: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  for (const [path, text] of mapped) {
    const [, list, place = ""] = path.split("/");
    if (list === "articles") parts.set(place, (parts.get(place) ?? "") + text);
  }
  return new Map([...parts].map(([place, text]) => [place, skeleton(text)]));
}

interface Leaf {
  readonly path: string;
  readonly text: string;
}

/** Every string in a value with its JSON Pointer. Our keys need no escaping. */
export function stringsOf(value: unknown, path: string): readonly Leaf[] {
  if (typeof value === "string") return [{ path, text: value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => stringsOf(child, `${path}/${key}`));
}
