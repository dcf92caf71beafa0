/** `jianbao merge`: shards, made on one machine or many, become what one run would have made. */
import { type Merged, mergeShards } from "../batch/merge.ts";
import { prepareFolder } from "../batch/plan.ts";
import { failuresIn, stateFolder } from "../batch/state.ts";
import { UserError } from "../errors.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { counted, say, visible } from "./log.ts";

export interface MergeOptions {
  readonly out?: string;
  readonly quiet?: boolean;
}

export function merge(folders: readonly string[], options: MergeOptions): ExitCode {
  const [first = "", ...others] = folders;
  if (options.out === undefined && others.length > 0) {
    throw new UserError("several folders need -o DIR, the folder they are joined in", "add -o json/");
  }
  const out = options.out ?? first;
  if (options.out !== undefined) prepareFolder(out);
  const merged = mergeShards(folders, out);
  if (options.quiet !== true) say(visible(describe(merged, out)));
  return merged.failed > 0 ? EXIT.failed : EXIT.done;
}

function describe({ shards, pages, failed, written }: Merged, out: string): string {
  const failures = failed > 0 ? `; for --retry-failures: ${failuresIn(stateFolder(out))}` : "";
  return `jianbao: ${counted(shards, "shard")}: ${counted(pages, "page")}, ${failed} failed; ${counted(written, "file")} written (${out})${failures}`;
}
