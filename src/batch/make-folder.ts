/** Makes folders, one at a time. */
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { isFolder, systemCode } from "./system-error.ts";

/**
 * Makes the folder and what it stands in, as far as they are not there. Not by Node's own `recursive`: where the system
 * says ENOENT of a folder whose parent is there, as in `/proc`, Node 20 asks again for ever.
 * @throws the system's error if it cannot be made.
 */
export function makeFolder(path: string): void {
  if (wasMade(path)) return;
  const parent = dirname(path);
  if (parent !== path) makeFolder(parent);
  if (!wasMade(path)) mkdirSync(path);
}

/** Whether it is there now, also made by somebody else in between. False if what it stands in is missing. */
function wasMade(path: string): boolean {
  try {
    mkdirSync(path);
    return true;
  } catch (error) {
    const code = systemCode(error);
    if (code === "ENOENT") return false;
    if (isFolder(path)) return true;
    throw error;
  }
}
