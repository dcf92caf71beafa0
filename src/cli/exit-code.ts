/** What the shell is told. The same in every format and for every command. */
export const EXIT = {
  done: 0,
  /** check differs, verify fails, `--strict` met a warning. */
  findings: 1,
  /** A page or the command line could not be handled. */
  failed: 2,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The graver of two outcomes: failed, then findings, then done. */
export function worse(one: ExitCode, other: ExitCode): ExitCode {
  return one > other ? one : other;
}
