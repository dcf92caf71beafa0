/** Colours, where a person looks and wants them. */
import { type Paint, PLAIN_PAINT } from "../output/report.ts";
import { isTerminal } from "./log.ts";

/** @param isWanted false with `--no-color`. */
export async function paintFor(descriptor: 1 | 2, isWanted: boolean): Promise<Paint> {
  const { NO_COLOR, TERM } = process.env;
  const isRefused = !isWanted || (NO_COLOR !== undefined && NO_COLOR !== "") || TERM === "dumb";
  if (isRefused || !(await isTerminal(descriptor))) return PLAIN_PAINT;
  const { Chalk } = await import("chalk");
  const chalk = new Chalk({ level: 1 });
  return {
    removed: (text) => chalk.red(chalk.strikethrough(text)),
    added: (text) => chalk.green(text),
    strong: (text) => chalk.bold(text),
    faint: (text) => chalk.dim(text),
  };
}
