/** `--min articles=0.95,cer=0.02`: how good the pages must at least be. */
import { UserError } from "../errors.ts";
import type { Measures } from "../score/counts.ts";
import { nearest } from "./suggest.ts";

/** Rates of errors, which are to stay low; everything else is a share, which is to stay high. */
const CEILINGS: Readonly<Record<string, (measures: Measures) => number | null>> = {
  cer: ({ cer }) => cer.folded,
  "cer-words": ({ cer }) => cer.words,
  "cer-printed": ({ cer }) => cer.printed,
  "cer-blanks": ({ cer }) => cer.blanks,
};

const FLOORS: Readonly<Record<string, (measures: Measures) => number | null>> = {
  articles: ({ articles }) => articles,
  found: ({ found }) => found,
  precision: ({ precision }) => precision,
  headlines: ({ headlines }) => headlines,
  titles: ({ titles }) => titles,
  authors: ({ authors }) => authors,
  roles: ({ roles }) => roles,
  paragraphs: ({ paragraphs }) => paragraphs,
  captions: ({ captions }) => captions,
};

const NAMES = [...Object.keys(FLOORS), ...Object.keys(CEILINGS)];

export interface Floor {
  readonly name: string;
  readonly limit: number;
}

/** @throws {UserError} if a part is no `name=number` or names no measure. */
export function parseFloors(text: string): readonly Floor[] {
  return text.split(",").map((part) => {
    const [name = "", value = "", ...rest] = part.split("=");
    if (!NAMES.includes(name)) {
      const near = nearest(name, NAMES);
      const advice = near === undefined ? `the measures are ${NAMES.join(", ")}` : `did you mean ${near}?`;
      throw new UserError(`--min names no measure “${name}”`, advice);
    }
    const limit = Number(value);
    if (value === "" || rest.length > 0 || !(limit >= 0 && limit <= 1)) {
      throw new UserError(`--min ${part} is no limit`, `give a number from 0 to 1: ${name}=0.95`);
    }
    return { name, limit };
  });
}

/** What falls short, one sentence each; a measure with nothing to compare passes. */
export function fallsShort(measures: Measures, floors: readonly Floor[]): readonly string[] {
  return floors.flatMap(({ name, limit }) => {
    const isCeiling = name in CEILINGS;
    const value = (isCeiling ? CEILINGS[name] : FLOORS[name])?.(measures) ?? null;
    if (value === null || (isCeiling ? value <= limit : value >= limit)) return [];
    return [`${name} is ${value.toFixed(4)}, ${isCeiling ? "above" : "below"} ${limit}`];
  });
}
