/** What a folder run leaves behind. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { everyFileIn } from "./command.ts";

/** Every file below the folder, the hidden ones of jianbao too, with its content. */
export function snapshot(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(everyFileIn(folder).map((name) => [name, readFileSync(join(folder, name), "latin1")]));
}
