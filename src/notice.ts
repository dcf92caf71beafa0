/** Trouble in a page is a value: a rule, a place and one sentence. */
export type NoticeLevel =
  /** done, worth knowing */
  | "info"
  /** a person may want to look */
  | "warning"
  /** this page is not usable */
  | "error";

export interface Notice {
  readonly rule: string;
  readonly level: NoticeLevel;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in code points. */
  readonly column: number;
  /** What was found, why it is odd, what to do. */
  readonly message: string;
}

/** A notice before its offset has been turned into line and column. */
export interface Finding {
  readonly rule: string;
  readonly level: NoticeLevel;
  /** UTF-16 offset in the source text. */
  readonly offset: number;
  readonly message: string;
}
