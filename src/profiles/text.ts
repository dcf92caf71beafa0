/** Profiles as text: the file that a person edits, and one line about it. */
import { type Profile, type ProfileFile, WORD_LISTS } from "./schema.ts";

/** The file as text: one entry a line, so that a person can strike out lines. */
export function profileToJson(file: ProfileFile): string {
  const rows = [`  "id": ${JSON.stringify(file.id)}`, `  "name": ${JSON.stringify(file.name)}`];
  for (const list of [...WORD_LISTS, "columnWidths"] as const) {
    const entries = file[list] ?? [];
    const body = entries.map((one) => `\n    ${JSON.stringify(one)}`).join(",");
    rows.push(`  "${list}": [${body}${body === "" ? "" : "\n  "}]`);
  }
  return `{\n${rows.join(",\n")}\n}\n`;
}

/** How many entries each list of a profile has, in words: `3 datelines, 1 section label`. */
export function describeLists(profile: ProfileFile | Profile): string {
  const parts = NOUNS.flatMap(([list, noun]) => {
    const count = profile[list]?.length ?? 0;
    return count === 0 ? [] : [`${count} ${noun}${count === 1 ? "" : noun.endsWith("x") ? "es" : "s"}`];
  });
  return parts.length === 0 ? "no entries" : parts.join(", ");
}

const NOUNS = [
  ["datelines", "dateline"],
  ["bylinePrefixes", "byline prefix"],
  ["creditRoles", "credit role"],
  ["sectionLabels", "section label"],
  ["sectionMarks", "section mark"],
  ["staffCredits", "staff credit"],
  ["furnitureLines", "furniture line"],
  ["columnWidths", "column width"],
] as const;
