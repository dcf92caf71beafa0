/** Why the system refused, in words; and questions to the disk whose "no" is an answer. */
import { lstatSync, type Stats, statSync } from "node:fs";
import { UserError } from "../errors.ts";

const REASONS: ReadonlyMap<string, string> = new Map([
  ["ENOENT", "no such file or folder"],
  ["EACCES", "permission denied"],
  ["EPERM", "not permitted"],
  ["EISDIR", "it is a folder"],
  ["ENOTDIR", "part of the path is a file, not a folder"],
  ["EEXIST", "it already exists"],
  ["EROFS", "the disk is read-only"],
  ["ENOSPC", "the disk is full"],
  ["EFBIG", "the file is too large"],
  ["EDQUOT", "your share of the disk is full"],
  ["EMFILE", "too many open files"],
  ["ELOOP", "too many symbolic links"],
  ["ENAMETOOLONG", "the name is too long"],
  ["ERR_FS_FILE_TOO_LARGE", "the file is too large"],
]);

/** The code of a system error, or undefined for any other error. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return undefined;
  return error.code;
}

/** `permission denied`; the code itself where we have no words for it. */
export function reasonFor(error: unknown): string {
  const code = systemCode(error);
  if (code === undefined) return error instanceof Error ? error.message : String(error);
  return REASONS.get(code) ?? code;
}

/** What to do where a file cannot be read. */
export function readAdvice(error: unknown, path: string): string {
  const code = systemCode(error);
  if (code === "EACCES") return "give yourself the right to read it (chmod +r)";
  // Node names a file so whose name it cannot say, and finds it no more.
  if (code === "ENOENT" && path.includes("\ufffd")) return "its name is no UTF-8; rename it";
  return "check the path and try again";
}

/** What to do where a file cannot be written. */
export function writeAdvice(error: unknown): string {
  const code = systemCode(error);
  if (code === "ENOSPC" || code === "EDQUOT") return "make room and run the same command again";
  if (code === "ENAMETOOLONG") return "give the dump a shorter name";
  return "choose another -o or make it writable";
}

/**
 * What lies there, links followed; undefined if nothing does.
 * @throws {UserError} if that cannot be told.
 */
export function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (cause) {
    // Below a file there is nothing.
    if (systemCode(cause) === "ENOTDIR") return undefined;
    throw new UserError(`cannot open ${path} (${reasonFor(cause)})`, "check the path and your rights", { cause });
  }
}

/**
 * What lies there.
 * @param what how a person calls it.
 * @throws {UserError} if nothing does.
 */
export function mustStat(path: string, what: string): Stats {
  const stats = statOf(path);
  if (stats !== undefined) return stats;
  throw new UserError(`there is no ${what} ${path}`, "check the path and try again");
}

export function isFolder(path: string): boolean {
  return statOf(path)?.isDirectory() === true;
}

/** Anything that can be read like a file: pipes and devices count, `jianbao <(zcat page.txt.gz)`. */
export function isFile(path: string): boolean {
  return statOf(path)?.isDirectory() === false;
}

/** Whether the path itself is a symbolic link, wherever it leads. */
export function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}
