/** What must hold of any input: an answer, soon, that loses nothing and that the schema takes. */
import { UserError } from "../../src/errors.ts";
import { pageToJson } from "../../src/output/json.ts";
import { provePage } from "../../src/output/prove.ts";
import { restorePage } from "../../src/restore.ts";

export interface Verdict {
  /** `refused`: the bytes are no text, and that was said. */
  readonly outcome: "read" | "refused" | "faulty";
  /** What is wrong; empty unless faulty. */
  readonly faults: readonly string[];
  /** CPU time of the restoring alone, in milliseconds. */
  readonly milliseconds: number;
}

/** A control that a terminal would obey, raw in the JSON. Matches ESC and U+009B; leaves the line end. */
const RAW_CONTROL = /[\0-\x09\x0b-\x1f\x7f-\x9f]/;

export function judge(bytes: Buffer, map: boolean): Verdict {
  const start = process.cpuUsage();
  const elapsed = (): number => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
  try {
    const page = restorePage(bytes, { file: "fuzz.txt", map });
    const json = pageToJson(page);
    const milliseconds = elapsed();
    // The proof checks the schema, the owners of every character and what became of it; without map, the same bytes too.
    const faults = provePage(JSON.parse(json), bytes).findings.map(
      ({ kind, path, message }) => `${kind} ${path}: ${message}`,
    );
    if (RAW_CONTROL.test(json)) faults.push("a raw control character stands in the JSON");
    return { outcome: faults.length === 0 ? "read" : "faulty", faults, milliseconds };
  } catch (error) {
    if (error instanceof UserError) return { outcome: "refused", faults: [], milliseconds: elapsed() };
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { outcome: "faulty", faults: [stack], milliseconds: elapsed() };
  }
}
