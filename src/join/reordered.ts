/** What the stages that put pieces back in their places take and give. */
import type { Block } from "../blocks/block.ts";
import type { Line } from "../lines/lines.ts";
import type { Finding } from "../notice.ts";
import type { DumpKind } from "../page.ts";
import type { Source } from "../text/source.ts";

/** Blocks in another order, and what to say of it. */
export interface Reordered {
  readonly blocks: readonly Block[];
  readonly findings: readonly Finding[];
}

/** The dump. */
export interface Dumped {
  readonly source: Source;
  readonly lines: readonly Line[];
  readonly kind: DumpKind;
}
