/** After a folder run: what its folder holds of dumps that are gone is named, and taken away where `--prune` says so. */
import type { FoundPage } from "../batch/find.ts";
import { goneLine, type JournalFile } from "../batch/journal.ts";
import type { JournalWriter } from "../batch/journal-write.ts";
import { leftOver, outputsFor, prune } from "../batch/left-over.ts";
import type { Format } from "../output/formats/format.ts";
import { counted, say, visible } from "./log.ts";

/** Outputs that are named; `verify` names all of them. */
const NAMED = 5;

export interface LeftOverRun {
  /** All pages of the folders. */
  readonly found: readonly FoundPage[];
  readonly journal: JournalFile;
  readonly writer: JournalWriter;
  readonly out: string;
  readonly options: { readonly format: Format; readonly prune: boolean; readonly quiet: boolean };
}

export function handleLeftOver({ found, journal, writer, out, options }: LeftOverRun): void {
  const keys = leftOver(found, journal, options.format);
  if (keys.length === 0) return;
  const kept: string[] = [];
  if (options.prune) {
    for (const key of keys) {
      kept.push(...prune(key, journal, out));
      // Not before: after a loss of power the rest is known still.
      writer.add([goneLine(key)]);
    }
  }
  if (options.quiet) return;
  const those = `${counted(keys.length, "page")} of ${out} whose ${keys.length === 1 ? "dump is" : "dumps are"} gone`;
  if (!options.prune) {
    const named = keys.slice(0, NAMED).flatMap((key) => outputsFor(key, journal));
    const more = keys.length > NAMED ? " …" : "";
    say(visible(`jianbao: left alone: ${those}: ${named.join(", ")}${more}; --prune takes them away`));
    return;
  }
  say(visible(`jianbao: taken away: ${those}`));
  for (const output of kept) say(visible(`jianbao: ${output} stays: it is not as it was written`));
}
