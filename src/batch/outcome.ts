/** What became of a page, in plain values that a message between threads can carry. */
import { UserError } from "../errors.ts";
import type { Notice } from "../notice.ts";

/** Why a page that the journal knows was done again. */
export type Cause = "input" | "settings" | "output" | "failure" | "force";

/** A fault as a message can carry it. */
export interface Trouble {
  readonly message: string;
  /** Null for a fault of ours. */
  readonly advice: string | null;
  readonly stack: string;
}

export interface Outcome {
  readonly file: string;
  readonly status: "written" | "unchanged" | "skipped" | "failed";
  /** Null where the page is new. */
  readonly cause: Cause | null;
  /** Null where the journal says so already. */
  readonly line: string | null;
  readonly level: Notice["level"] | null;
  /** The first warning or error, and how many there are; none for a page that was skipped. */
  readonly warning?: Notice;
  readonly warnings: number;
  readonly trouble?: Trouble;
  /** What goes into a stream: whole lines. */
  readonly text?: string;
}

/** The notices of a page, counted. */
export function countNotices(notices: readonly Notice[]): Pick<Outcome, "level" | "warning" | "warnings"> {
  const grave = notices.filter((notice) => notice.level !== "info");
  const [warning] = grave;
  return { level: gravest(notices), warnings: grave.length, ...(warning === undefined ? {} : { warning }) };
}

function gravest(notices: readonly Notice[]): Notice["level"] | null {
  let worst: Notice["level"] | null = null;
  for (const { level } of notices) {
    if (level === "error") return level;
    if (worst === null || level === "warning") worst = level;
  }
  return worst;
}

export function troubleOf(error: unknown): Trouble {
  if (error instanceof UserError) return { message: error.message, advice: error.advice, stack: "" };
  if (!(error instanceof Error)) return { message: String(error), advice: null, stack: "" };
  return { message: error.message, advice: null, stack: error.stack ?? "" };
}
