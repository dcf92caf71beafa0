/** What became of the pages of a run: counted, said where a person must know, and turned into an exit code. */
import type { Cause, Outcome } from "../batch/outcome.ts";
import { EXIT, type ExitCode, worse } from "./exit-code.ts";
import { counted, say, visible } from "./log.ts";

/** Pages that are named on stderr when they fail. All of them are in the list of failures. */
const NAMED_FAILURES = 100;

/** How a person calls the cause. */
const CAUSES: Readonly<Record<Cause, string>> = {
  input: "the dump has changed",
  settings: "options or version have changed",
  output: "the output was not as written",
  failure: "it had failed",
  force: "--force",
};

/** What one page means for the exit code. */
export function codeFor({ status, level }: Outcome, isStrict: boolean): ExitCode {
  if (status === "failed" || level === "error") return EXIT.failed;
  return isStrict && level === "warning" ? EXIT.findings : EXIT.done;
}

export interface TallyOptions {
  readonly quiet: boolean;
  readonly strict: boolean;
}

export class Tally {
  readonly #options: TallyOptions;
  readonly #progress: { clear(): void };
  readonly #counts = { written: 0, unchanged: 0, skipped: 0, failed: 0 };
  readonly #causes = new Map<Cause, number>();
  #warned = 0;
  code: ExitCode = EXIT.done;

  constructor(options: TallyOptions, progress: { clear(): void }) {
    this.#options = options;
    this.#progress = progress;
  }

  get failed(): number {
    return this.#counts.failed;
  }

  take(outcome: Outcome): void {
    const { status, cause, level } = outcome;
    this.#counts[status] += 1;
    if (cause !== null) this.#causes.set(cause, (this.#causes.get(cause) ?? 0) + 1);
    if (status === "failed") {
      this.code = EXIT.failed;
      this.#sayFailed(outcome);
      return;
    }
    if (level === "warning" || level === "error") this.#warned += 1;
    const code = codeFor(outcome, this.#options.strict);
    this.code = worse(this.code, code);
    if (code !== EXIT.done && !this.#options.quiet) this.#sayWarned(outcome);
  }

  /** `jianbao: 10 pages: 2 written, 0 unchanged, 8 done before, 0 failed; 1 with warnings (json)`. */
  summary({ handled, total, out }: { readonly handled: number; readonly total: number; readonly out: string }): string {
    const { written, unchanged, skipped, failed } = this.#counts;
    const pages =
      handled === total
        ? counted(total, "page")
        : `stopped after ${handled} of ${counted(total, "page")}, run the same command again to go on`;
    const again = [...this.#causes].sort().map(([cause, count]) => `${count} because ${CAUSES[cause]}`);
    return [
      `jianbao: ${pages}: ${written} written, ${unchanged} unchanged, ${failed} failed, ${skipped} done before`,
      again.length === 0 ? "" : `; done again: ${again.join(", ")}`,
      `; ${this.#warned} with warnings (${out})`,
    ].join("");
  }

  /** `jianbao: 10 pages: 9 written, 1 failed; 1 with warnings (stdout)`. */
  streamed({
    handled,
    total,
    out,
  }: {
    readonly handled: number;
    readonly total: number;
    readonly out: string;
  }): string {
    const { written, failed } = this.#counts;
    const pages = handled === total ? counted(total, "page") : `stopped after ${handled} of ${counted(total, "page")}`;
    return `jianbao: ${pages}: ${written} written, ${failed} failed; ${this.#warned} with warnings (${out})`;
  }

  #sayFailed({ file, trouble }: Outcome): void {
    if (trouble === undefined || this.#counts.failed > NAMED_FAILURES) return;
    this.#progress.clear();
    const { message, advice, stack } = trouble;
    const place = message.includes(file) ? "" : `${file}: `;
    if (advice !== null) say(visible(`jianbao: ${place}${message}; ${advice}`));
    else {
      say(visible(`jianbao: ${place}this is a fault in jianbao, please report it with the lines below`));
      for (const line of (stack || message).split("\n")) say(visible(line));
    }
    if (this.#counts.failed === NAMED_FAILURES)
      say("jianbao: further failures are not named here, but in the list of failures");
  }

  #sayWarned({ file, warning, warnings }: Outcome): void {
    this.#progress.clear();
    if (warning === undefined) {
      say(visible(`${file} was made before, with warnings: its output has them`));
      return;
    }
    const { line, column, level, rule, message } = warning;
    const more = warnings > 1 ? ` (and ${warnings - 1} more)` : "";
    say(visible(`${file}:${line}:${column} ${level} ${rule} ${message}${more}`));
  }
}
