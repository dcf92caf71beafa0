/**
 * The command. Words alone (`jianbao page.txt`, or nothing at all) need no option parser and load none;
 * everything else goes through `program.ts`.
 */
import { isNamedAs } from "../output/formats/format.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { readIfFile, readStdin, STDIN_NAME } from "./inputs.ts";
import { sayError } from "./log.ts";
import { type MainOptions, PLAIN, restoreOne } from "./one-page.ts";

/** First words that are not files. A file of such a name is given as `./check`. */
export const COMMANDS: readonly string[] = [
  "check",
  "explain",
  "score",
  "verify",
  "profile",
  "schema",
  "stream",
  "merge",
  "help",
];

/** @returns the exit code; errors have been shown by then. */
export async function run(args: readonly string[]): Promise<ExitCode> {
  try {
    const isPlain = args.every((word) => word === "-" || !word.startsWith("-")) && !COMMANDS.includes(args[0] ?? "");
    if (isPlain) return await restoreInputs(args, PLAIN);
    const { runProgram } = await import("./lazy.ts");
    return await runProgram(args);
  } catch (error) {
    sayError(error);
    return EXIT.failed;
  }
}

/** A worker thread of a folder run, see `batch/pool.ts`. */
export async function work(): Promise<void> {
  const { work: start } = await import("./lazy.ts");
  start();
}

/** The main job, for whatever the user named: nothing or `-`, one page, or many. */
export async function restoreInputs(words: readonly string[], options: MainOptions): Promise<ExitCode> {
  const [first] = words;
  if (words.length <= 1 && (options.out === undefined || isNamedAs(options.out, options.format))) {
    if (first === undefined || first === "-") {
      return restoreOne({ file: STDIN_NAME, bytes: await readStdin(first === "-") }, options);
    }
    const bytes = options.out === undefined ? readIfFile(first) : undefined;
    if (bytes !== undefined) return restoreOne({ file: first, bytes }, options);
  }
  const { restoreMany } = await import("./lazy.ts");
  return restoreMany(words, options);
}
