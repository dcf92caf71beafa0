/**
 * A newspaper as data. What is particular to one paper is words in a file; what is general is code.
 * Words are listed as printed; matching reads through stray blanks, half-width twins and traditional forms.
 */
export interface Profile {
  /** File name without `.json`. */
  readonly id: string;
  /** The paper as it names itself, or null for `generic`. */
  readonly name: string | null;
  /** 电头 as printed, with 讯 or 电: 星城报/橘网讯. */
  readonly datelines: readonly string[];
  /** Outlets that stand before a role: 星城报/橘网, 本报. */
  readonly bylinePrefixes: readonly string[];
  /** 记者, 首席记者, 通讯员 … */
  readonly creditRoles: readonly string[];
  /** 栏目 that recur: 巾帼之窗. */
  readonly sectionLabels: readonly string[];
  /** Marks that are set before a section label, and what the paper's scans make of them: ■. */
  readonly sectionMarks: readonly string[];
  /** Roles of page editors: 责编, 美编. */
  readonly staffCredits: readonly string[];
  /** Whole lines that recur and belong to no article: 申领材料请登录本报官网. */
  readonly furnitureLines: readonly string[];
  /** Widths of the paper's columns in cells (Han 2, ASCII 1), the most frequent first. */
  readonly columnWidths: readonly number[];
}

/** Every key of a profile that holds words, in the order of the file. */
export const WORD_LISTS = [
  "datelines",
  "bylinePrefixes",
  "creditRoles",
  "sectionLabels",
  "sectionMarks",
  "staffCredits",
  "furnitureLines",
] as const satisfies readonly (keyof Profile)[];

export type WordList = (typeof WORD_LISTS)[number];

/**
 * How an entry may stand in a file: the word alone, or with what `jianbao profile learn` counted. Count and places are
 * for the person who edits the file; the program reads the word.
 */
export type Entry<T extends string | number> =
  | T
  | ({
      readonly [key in T extends string ? "text" : "cells"]: T;
    } & { readonly count?: number; readonly seen?: readonly string[] });

/** A profile as it stands in a file. What is missing is an empty list. */
export type ProfileFile = Pick<Profile, "id" | "name"> & {
  readonly [list in WordList]?: readonly Entry<string>[];
} & { readonly columnWidths?: readonly Entry<number>[] };

export function entryText(entry: Entry<string>): string {
  return typeof entry === "string" ? entry : entry.text;
}

export function entryCells(entry: Entry<number>): number {
  return typeof entry === "number" ? entry : entry.cells;
}
