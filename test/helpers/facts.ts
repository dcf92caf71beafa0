/**
 * The promises about characters, checked from the map alone and without the code of `verify`, which is under test too.
 */
import type { MapPiece, Page, PageMap } from "../../src/page.ts";
import { readEntity } from "../../src/text/entities.ts";

/** White space of any kind, with the zero-width one. */
const BLANK = /[\s\u0085\u200b\ufeff]/u;
/** Han, letters and digits: what a repair may never change. */
const WORD = /[\p{L}\p{N}]/gu;

/** Mark-up of a picture, whose letters are a file name and no words of the paper: `![](images/0_1.jpg)`, the end of `![开幕](a.jpg)`. */
const PICTURE = /^\s*(?:\]\([^)\s]*\)|!\[[^\]\p{Script=Han}]*\]\([^)\s]*\)|<img\s[^>\p{Script=Han}]*>)\s*$/iu;

/** What a text base calls the parts of an article, two to five characters and a mark: `<标题>=`, `正文：`. */
const FIELD_NAME = /^\s*[<【[]?\p{Script=Han}{2,5}[>】\]：:=\s]{1,4}$/u;

export interface FaultyFact {
  readonly fact: "whole" | "kept" | "invented" | "recorded";
  readonly where: string;
  readonly detail: string;
}

/** @param text the decoded dump. @param page restored with `map: true`. */
export function brokenFacts(text: string, page: Page): FaultyFact[] {
  if (page.map === undefined) throw new Error("restore the page with map: true");
  const faults: FaultyFact[] = [];
  const owners = new Map<number, string[]>();
  for (const { path, pieces } of page.map.fields) {
    let value = "";
    for (const piece of pieces) {
      const [start, end] = piece;
      value += textOf(piece, text);
      for (let i = start; i < end; i += 1) owners.set(i, [...(owners.get(i) ?? []), path]);
      const fault = pieceFault(piece, text);
      if (fault !== null) faults.push({ ...fault, where: path });
      const rule = unrecordedRule(piece, text, page.map);
      if (rule !== undefined) faults.push({ fact: "recorded", where: path, detail: `no edit of ${rule} at ${start}` });
    }
    const printed = path === "" ? "" : valueAt(page, path);
    if (value !== printed)
      faults.push({ fact: "kept", where: path, detail: `map ${quote(value)}, page ${quote(printed)}` });
  }
  let lost = "";
  for (let i = 0; i < text.length; i += 1) {
    const owner = owners.get(i) ?? [];
    const isLost = owner.length === 0 && !BLANK.test(text.charAt(i));
    if (isLost) lost += text.charAt(i);
    if (lost !== "" && (!isLost || i === text.length - 1)) {
      faults.push({ fact: "whole", where: `offset ${i - lost.length}`, detail: `lost ${quote(lost)}` });
      lost = "";
    }
    if (owner.length > 1 && !BLANK.test(text.charAt(i))) {
      const detail = `${quote(text.charAt(i))} in ${owner.join(" and ")}`;
      faults.push({ fact: "whole", where: `offset ${i}`, detail });
    }
  }
  return faults;
}

/** A rule that changed a piece and has no edit there. A line end is put in for other rules to judge. */
function unrecordedRule(
  [start, end, after, rules = []]: MapPiece,
  text: string,
  { edits }: PageMap,
): string | undefined {
  if (after === undefined || after === text.slice(start, end)) return undefined;
  const touching = new Set(edits.filter((edit) => edit.start <= end && edit.end >= start).map(({ rule }) => rule));
  return rules.find((rule) => !touching.has(rule) && (rule !== "lines/end" || rules.length === 1));
}

/** Faults as text for a failure message, the first few of them. */
export function describeFacts(faults: readonly FaultyFact[]): string {
  const shown = faults.slice(0, 5).map(({ fact, where, detail }) => `${fact} ${where}: ${detail}`);
  return [...shown, ...(faults.length > 5 ? [`and ${faults.length - 5} more`] : [])].join("\n");
}

function isAscii(text: string): boolean {
  return [...text].every((char) => char < "\x7f");
}

function textOf(piece: MapPiece, source: string): string {
  return piece[2] ?? source.slice(piece[0], piece[1]);
}

function pieceFault(piece: MapPiece, source: string): Pick<FaultyFact, "fact" | "detail"> | null {
  const [start, end, , rules] = piece;
  if (start > end || end > source.length) return { fact: "kept", detail: `no range: ${start} to ${end}` };
  const isUnmarked = rules?.some((rule) => /^markup\/(?:tag|entity|line)$/.test(rule)) === true;
  const before = isUnmarked ? withoutMarkup(source.slice(start, end)) : source.slice(start, end);
  const after = textOf(piece, source);
  if (rules !== undefined && rules.length === 0) return { fact: "kept", detail: `${quote(after)} names no rule` };
  if (letters(before) === letters(after)) return null;
  if (after === "" && rules?.every((rule) => rule === "markup/picture") === true && PICTURE.test(before)) return null;
  if (rules?.includes("markup/field") === true && letters(after) === "" && FIELD_NAME.test(before)) return null;
  // A frame is of figures and marks, none of them Chinese.
  const isOfFrame = rules?.some((rule) => rule === "markup/frame" || rule === "markup/json") === true;
  if (isOfFrame && after.trim() === "" && isAscii(before)) return null;
  return { fact: "invented", detail: `${rules?.join(", ")}: ${quote(before)} became ${quote(after)}` };
}

/** Tags and a fence print nothing, an entity its character. */
function withoutMarkup(text: string): string {
  return text
    .replace(/<\/?[a-z!][^<>]*>|^(?:`{3,}|~{3,})[a-z]*$/gi, "")
    .replace(/&[^&;\s]+;/g, (entity) => readEntity(entity) ?? entity);
}

/** The multiset of Han, letters and digits, as one sorted string; full-width forms count as their half-width twins. */
function letters(text: string): string {
  const folded = text.replace(/[０-９Ａ-Ｚａ-ｚ]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  return (folded.match(WORD) ?? []).sort().join("");
}

/** The string at a JSON Pointer; our keys need no unescaping. */
function valueAt(page: Page, path: string): string | undefined {
  let value: unknown = page;
  for (const key of path.split("/").slice(1)) {
    value = typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  }
  return typeof value === "string" ? value : undefined;
}

function quote(text: string | undefined): string {
  return text === undefined ? "nothing" : JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
