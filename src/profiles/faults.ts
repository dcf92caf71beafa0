/**
 * What is wrong with a profile, key by key: unknown keys, wrong types, empty entries.
 *
 * In: a parsed JSON value. Out: every fault in the order of the file. Never: reads a file or mends one.
 */
import { type ProfileFile, WORD_LISTS } from "./schema.ts";

export interface ProfileFault {
  /** `sectionLabels[3].count`; empty for the file as a whole. List entries count from 0, as in JSON. */
  readonly key: string;
  /** What was found and what was expected, with the key in it. */
  readonly what: string;
  readonly advice: string;
}

const KEYS: readonly string[] = ["id", "name", ...WORD_LISTS, "columnWidths"];
/** Widest page in cells. */
const MOST_CELLS = 400;

export function findFaults(value: unknown): readonly ProfileFault[] {
  if (!isRecord(value)) {
    const advice = "start from a copy of a built-in profile";
    return [{ key: "", what: "expected an object with id, name and lists of words", advice }];
  }
  const faults: ProfileFault[] = [];
  for (const key of Object.keys(value)) {
    if (!KEYS.includes(key)) faults.push(unknownKey(key, key, KEYS));
  }
  const { id, name } = value;
  if (!isFilled(id))
    faults.push({
      key: "id",
      what: '"id" must be a text that is not empty',
      advice: 'give it a short name, as in "my-paper"',
    });
  if (name !== null && !isFilled(name))
    faults.push({
      key: "name",
      what: '"name" must be the name of the paper, or null',
      advice: "write the name as the paper prints it",
    });
  for (const list of WORD_LISTS) {
    faults.push(...listFaults(value, list, "text"));
  }
  faults.push(...listFaults(value, "columnWidths", "cells"));
  return faults;
}

/** Whether the value is a good profile, so that it may be read as one. */
export function isProfileFile(value: unknown): value is ProfileFile {
  return findFaults(value).length === 0;
}

function listFaults(
  value: Readonly<Record<string, unknown>>,
  list: string,
  main: "text" | "cells",
): readonly ProfileFault[] {
  const entries = value[list];
  if (entries === undefined) return [];
  if (!Array.isArray(entries)) {
    const advice = main === "text" ? 'write it as ["…", "…"]' : "write it as [26, 36]";
    return [
      { key: list, what: `"${list}" must be a list of ${main === "text" ? "texts" : "widths in cells"}`, advice },
    ];
  }
  return entries.flatMap((entry: unknown, i) => entryFaults(entry, { list, index: i, main }));
}

interface EntryPlace {
  readonly list: string;
  readonly index: number;
  readonly main: "text" | "cells";
}

function entryFaults(entry: unknown, { list, index, main }: EntryPlace): readonly ProfileFault[] {
  const key = `${list}[${index}]`;
  const named = `"${list}" entry ${index + 1}`;
  const isGood = main === "text" ? isFilled : isWidth;
  if (!isRecord(entry)) {
    if (isGood(entry)) return [];
    return [
      main === "text"
        ? { key, what: `${named} is empty or no text`, advice: "remove the entry or fill it" }
        : { key, what: `${named} is no width in cells`, advice: "write a whole number, as in 26" },
    ];
  }
  const faults: ProfileFault[] = [];
  const known = [main, "count", "seen"];
  for (const inner of Object.keys(entry)) {
    if (!known.includes(inner)) faults.push(unknownKey(`${key}.${inner}`, inner, known, ` in ${named}`));
  }
  if (!isGood(entry[main])) {
    const what = `${named} has no "${main}" that can be used`;
    faults.push({ key: `${key}.${main}`, what, advice: "remove the entry or fill it" });
  }
  const { count, seen } = entry;
  if (count !== undefined && !(typeof count === "number" && Number.isInteger(count) && count >= 0)) {
    const what = `"count" of ${named} must be a whole number`;
    faults.push({ key: `${key}.count`, what, advice: "write how often it was seen, or leave it out" });
  }
  if (seen !== undefined && !(Array.isArray(seen) && seen.every(isFilled))) {
    const what = `"seen" of ${named} must be a list of places`;
    faults.push({ key: `${key}.seen`, what, advice: 'write it as ["A03.txt:12"], or leave it out' });
  }
  return faults;
}

function unknownKey(key: string, name: string, known: readonly string[], where = ""): ProfileFault {
  return { key, what: `unknown key "${name}"${where}`, advice: `known keys are ${known.join(", ")}` };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isFilled(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}

function isWidth(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value > 0 && value <= MOST_CELLS;
}
