/** Every source character that is not blank stands in exactly one piece. */
import type { FieldMap } from "../../page.ts";
import { BLANK } from "../../text/chars.ts";
import { type Evidence, findingAt, type VerifyFinding } from "./finding.ts";

export function checkCoverage(fields: readonly FieldMap[], evidence: Evidence): readonly VerifyFinding[] {
  const { source, range } = evidence;
  const owners = new Uint8Array(source.length);
  for (const { pieces } of fields) {
    for (const [start, end] of pieces) {
      for (let i = Math.max(range.start, start); i < Math.min(end, range.end); i += 1) {
        owners[i] = Math.min(2, (owners[i] ?? 0) + 1);
      }
    }
  }
  const findings: VerifyFinding[] = [];
  let run: { readonly start: number; end: number; readonly owners: number } | undefined;
  for (let i = range.start; i < range.end; i += 1) {
    if (BLANK.test(source.charAt(i))) continue;
    const count = owners[i] ?? 0;
    if (run !== undefined && run.owners === count) {
      run.end = i + 1;
      continue;
    }
    if (run !== undefined && run.owners !== 1) findings.push(ofRun(run, fields, evidence));
    run = { start: i, end: i + 1, owners: count };
  }
  if (run !== undefined && run.owners !== 1) findings.push(ofRun(run, fields, evidence));
  return findings;
}

function ofRun(
  run: { readonly start: number; readonly end: number; readonly owners: number },
  fields: readonly FieldMap[],
  evidence: Evidence,
): VerifyFinding {
  const count = [...evidence.source.slice(run.start, run.end)].filter((character) => !BLANK.test(character)).length;
  const characters = count === 1 ? "1 character stands" : `${count} characters stand`;
  if (run.owners === 0) {
    return findingAt(evidence, run, { kind: "lost", path: "", message: `${characters} in no field` });
  }
  const paths = fields.filter(({ pieces }) => pieces.some(([start, end]) => start < run.end && end > run.start));
  const names = paths.map(({ path }) => path || "removed text").join(" and ");
  return findingAt(evidence, run, {
    kind: "doubled",
    path: paths[0]?.path ?? "",
    message: `${characters} more than once, in ${names}`,
  });
}
