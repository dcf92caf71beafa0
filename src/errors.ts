/**
 * Trouble with the run. Trouble in a page is a `Notice`, never an exception.
 */

/** Something the user can mend: a bad option, an unreadable file, a broken profile. Shown as one line plus advice. */
export class UserError extends Error {
  override readonly name = "UserError";
  readonly advice: string;

  /**
   * @param message what was found and what was expected, without a final full stop.
   * @param advice what to do about it.
   */
  constructor(message: string, advice: string, options?: { cause?: unknown }) {
    super(message, options);
    this.advice = advice;
  }
}

/** A fault of ours. Shown with stage or rule, source offset and stack. */
export class InvariantError extends Error {
  override readonly name = "InvariantError";
  readonly where: string;
  /** UTF-16 offset in the source text. */
  readonly offset: number;

  constructor(where: string, message: string, offset: number) {
    super(`${where}: ${message} (source offset ${offset})`);
    this.where = where;
    this.offset = offset;
  }
}
