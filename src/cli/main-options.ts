/** What options of the main command say together: what to write, and whether `--link` can do its work. */
import type { Command } from "commander";
import { UserError } from "../errors.ts";
import { type Format, formatNamedBy, isNamedAs } from "../output/formats/format.ts";
import { placePattern } from "./link.ts";
import type { MainOptions } from "./one-page.ts";

/**
 * The format that was asked for by name, or by what the output is called.
 * @throws {UserError} if it cannot hold what else was asked for.
 */
export function formatOf({ format, out, map }: Partial<MainOptions>): Format {
  const chosen = format ?? (out === undefined ? undefined : formatNamedBy(out)) ?? "json";
  if (map === true && chosen !== "json") {
    throw new UserError(`--map belongs to the page JSON, ${chosen} cannot hold it`, "leave one of the two out");
  }
  return chosen;
}

/** @throws {UserError} if `--link` cannot do what it is for, or its pattern says nothing. */
export function refuseStrayLink({ link, issuePattern, out, format }: Partial<MainOptions>): void {
  if (link !== true) {
    if (issuePattern === undefined) return;
    throw new UserError("--issue-pattern says how file names are read for --link", "add --link, or leave it out");
  }
  if (out === undefined || format !== "json" || isNamedAs(out, format)) {
    throw new UserError("--link reads and writes page JSON in a folder", "give a folder: scans/ -o json/ --link");
  }
  placePattern(issuePattern);
}

/**
 * Options that stand before a command are those of the main job, and the command would never see them.
 * @throws {UserError} for all but --no-color, which is handed on.
 */
export function handOptionsOn(program: Command, command: Command): void {
  if (command === program) return;
  for (const option of program.options) {
    const name = option.attributeName();
    if (program.getOptionValueSource(name) !== "cli") continue;
    if (name === "color") command.setOptionValue(name, program.getOptionValue(name));
    else {
      const words = command.parent === program ? command.name() : `${command.parent?.name()} ${command.name()}`;
      const advice = `if ${words} has it, give it behind: jianbao ${words} ${option.long}`;
      throw new UserError(`${option.long} stands before the command ${words}`, advice);
    }
  }
}
