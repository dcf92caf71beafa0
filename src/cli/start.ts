/**
 * dist/cli.cjs: opens the parts of the command, with the code that V8 made of them when they were built.
 *
 * Compiling what one page needs takes V8 about 15 ms, half of what the page may cost. build.mjs has V8 keep the result
 * (`<part>.cache`); V8 itself refuses it under another version or other flags, and compiles as ever. A part's name holds
 * the hash of its text, so a cache never meets a text it was not made of.
 * Never part of the library, nor of a run from source.
 */
import { existsSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Script } from "node:vm";
import { readInto } from "../read-into.ts";
import { optimiseAfter, optimiseSparingly } from "./optimising.ts";
import { Room } from "./room.ts";

/** Names of the first part and of that of `late.ts`, put in by build.mjs. */
declare const JIANBAO_MAIN: string;
declare const JIANBAO_LATE: string;
/** What V8 has by itself for `optimiseAfter`, by build.mjs too: another version takes none of the code kept. */
declare const JIANBAO_V8_BUDGET: number;

interface Part {
  readonly name: string;
  readonly script: Script;
  readonly module: { exports: unknown; readonly room: Room };
}

type PartFunction = (
  exports: unknown,
  require: (name: string) => unknown,
  module: Part["module"],
  file: string,
) => void;

const parts = new Map<string, Part>();
const room = new Room();

export function run(args: readonly string[]): Promise<number> {
  const main = open(JIANBAO_MAIN) as typeof import("./main.ts");
  return main.run(args);
}

/** For worker threads, which batch/pool.ts starts with this. */
export function work(): Promise<void> {
  const main = open(JIANBAO_MAIN) as typeof import("./main.ts");
  return main.work();
}

/** For build.mjs, after pages have been restored: keeps what V8 has compiled by then of parts opened since the last time. */
export function keepCompiled(): void {
  for (const { name, script } of parts.values()) {
    if (existsSync(cacheOf(name))) continue;
    const temporary = `${cacheOf(name)}.${process.pid}.tmp`;
    writeFileSync(temporary, script.createCachedData());
    renameSync(temporary, cacheOf(name));
  }
}

function open(name: string): unknown {
  const known = parts.get(name);
  if (known !== undefined) return known.module.exports;
  const file = join(__dirname, name);
  // Bundles are ASCII; read as Latin-1 they stay one byte a character. The text is a copy, so the code may lie where it lay.
  const source = readInto(file, room.lend).toString("latin1");
  const cachedData = readCache(name);
  const script = new Script(source, { filename: file, ...(cachedData === undefined ? {} : { cachedData }) });
  const module = { exports: {}, room };
  parts.set(name, { name, script, module });
  const part = script.runInThisContext() as PartFunction;
  part(module.exports, openOther, module, file);
  return module.exports;
}

function openOther(name: string): unknown {
  if (name === "./late") return parts.get(JIANBAO_LATE)?.module.exports ?? openLate();
  if (!name.startsWith("./")) return require(name);
  const part = open(name.slice(2)) as { handOut?: () => unknown };
  return part.handOut?.() ?? part;
}

/** V8 takes the code only under the settings that it was kept under, its own; and whoever needs this part has much to do. */
function openLate(): unknown {
  optimiseAfter(JIANBAO_V8_BUDGET);
  const late = open(JIANBAO_LATE);
  optimiseSparingly();
  return late;
}

function cacheOf(name: string): string {
  return join(__dirname, `${name}.cache`);
}

function readCache(name: string): Buffer | undefined {
  try {
    return readInto(cacheOf(name), room.lend);
  } catch {
    return undefined;
  }
}
