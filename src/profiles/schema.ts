/**
 * A newspaper as data. What is particular to one paper is words in a file; what is general is code.
 * Words are listed as printed; matching reads through stray blanks and half-width twins.
 */
export interface Profile {
  /** File name without `.json`. */
  readonly id: string;
  /** The paper as it names itself, or null for `generic`. */
  readonly name: string | null;
  /** 电头 as printed, with 讯 or 电: 星城报/橘网讯. */
  readonly datelines: readonly string[];
  /** Outlets that stand before a role: 星城报/橘网, 本报. */
  readonly bylinePrefixes: readonly string[];
  /** 记者, 首席记者, 通讯员 … */
  readonly creditRoles: readonly string[];
  /** 栏目 that recur: 巾帼之窗. */
  readonly sectionLabels: readonly string[];
  /** Marks that are set before a section label: ■. */
  readonly sectionMarks: readonly string[];
  /** Roles of page editors: 责编, 美编. */
  readonly staffCredits: readonly string[];
}
