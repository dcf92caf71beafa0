/**
 * Everything that is not data: lines on stderr, and what a terminal may be shown.
 * Written synchronously, so that nothing is cut off when the process ends.
 */
import { fstatSync, writeSync } from "node:fs";
import { InvariantError, UserError } from "../errors.ts";
import type { Notice } from "../notice.ts";

/**
 * The text on one line and harmless: `\u001b` instead of the escape character.
 * What a terminal might obey or show in another order than it stands: controls, bidi marks, halves of surrogate pairs.
 * Matches ESC and U+202E; leaves the blank. Dear to compile, so it stands where only messages come.
 */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}\p{Cs}\u2028\u2029]/gu, (character) => {
    if (character === "\n") return "\\n";
    if (character === "\t") return "\\t";
    if (character === "\r") return "\\r";
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

/** One line on stderr. A closed stderr is no reason to stop. */
export function say(line: string): void {
  writeTo(2, `${line}\n`);
}

/** Raw text on stderr, for a progress line that is written over. */
export function saySame(text: string): void {
  writeTo(2, text);
}

/** `scans/A03.txt:41:8 warning join/gap …`, as compilers print it, so that editors can jump there. */
export function sayNotice(file: string, notice: Notice): void {
  const { line, column, level, rule, message } = notice;
  say(visible(`${file}:${line}:${column} ${level} ${rule} ${message}`));
}

/** A fault of the user's takes one line with advice; a fault of ours keeps its stack. */
export function sayError(error: unknown, file?: string): void {
  const place = file === undefined ? "" : `${file}: `;
  if (error instanceof UserError) {
    say(visible(`jianbao: ${place}${error.message}; ${error.advice}`));
    return;
  }
  say(visible(`jianbao: ${place}this is a fault in jianbao, please report it with the lines below`));
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  for (const line of stack.split("\n")) say(visible(line));
  if (error instanceof InvariantError) say(`  at source offset ${error.offset}, in ${visible(error.where)}`);
}

/** `1 page`, `2 pages`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** Whether a person sees this stream. Asks the cheap question first: `node:tty` costs a millisecond to load. */
export async function isTerminal(descriptor: 0 | 1 | 2): Promise<boolean> {
  try {
    if (!fstatSync(descriptor).isCharacterDevice()) return false;
  } catch {
    return false;
  }
  const { isatty } = await import("node:tty");
  return isatty(descriptor);
}

function writeTo(descriptor: number, text: string): void {
  try {
    writeSync(descriptor, text);
  } catch (error) {
    // A full pipe that does not block, or one that nobody reads: the message is lost, the work is not.
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code !== "EAGAIN" && code !== "EPIPE" && code !== "EBADF" && code !== "EIO") throw error;
  }
}
