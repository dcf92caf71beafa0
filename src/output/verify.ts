/**
 * Proves for one page that nothing is lost and nothing is invented, from the page and the decoded source alone: no
 * stage of the pipeline is asked. `jianbao verify` and the property tests stand on it.
 *
 * In: the text of the dump, a page with its map. Out: what is wrong; empty is a proof.
 * Never: repairs; trusts a text because a field says so.
 *
 * In the map, the field with the empty path owns the removed text that belongs to no field: its pieces have empty
 * texts, and the same holds for them as for any other change.
 */
import type { Page } from "../page.ts";
import { append } from "../text/append.ts";
import { BLANK } from "../text/chars.ts";
import { PositionIndex } from "../text/position.ts";
import { checkCoverage } from "./proof/coverage.ts";
import { findingAt, findingIn, type VerifyFinding } from "./proof/finding.ts";
import { Kept } from "./proof/kept.ts";
import { checkField, namePiece } from "./proof/pieces.ts";
import { checkReadings, stringsOf } from "./proof/readings.ts";

import { unrecordedChanges } from "./unrecorded.ts";

export type { VerifyFinding } from "./proof/finding.ts";

export function verifyPage(sourceText: string, page: Page): readonly VerifyFinding[] {
  const { map } = page;
  if (map === undefined) {
    const message = "the page has no map; write it with --map, or let `jianbao verify` restore it again";
    return [findingIn("", { kind: "map", path: "", message })];
  }
  const { part } = page.source;
  const start = part?.start ?? 0;
  const end = Math.min(part?.end ?? sourceText.length, sourceText.length);
  const evidence = {
    source: sourceText,
    positions: new PositionIndex(sourceText),
    range: { start, end },
    kept: new Kept(map.fields, sourceText),
  };
  const { articles, furniture, setAside } = page;
  const values = new Map(stringsOf({ articles, furniture, setAside }, "").map(({ path, text }) => [path, text]));
  const mapped = new Map<string, string>();
  const findings: VerifyFinding[] = [];
  for (const field of map.fields) {
    if (field.path !== "" && mapped.has(field.path)) {
      findings.push(findingIn("", { kind: "map", path: field.path, message: "the map lists this field twice" }));
    }
    // The field with the empty path stands for removed text.
    const value = field.path === "" ? "" : values.get(field.path);
    append(findings, checkField(field, value, evidence));
    mapped.set(field.path, field.pieces.map((piece) => namePiece(piece, sourceText).text).join(""));
  }
  append(findings, checkCoverage(map.fields, evidence));
  const edits = map.edits.map(({ evidence: why, ...edit }) => ({ ...edit, why }));
  for (const change of unrecordedChanges(map.fields, edits, sourceText)) {
    const message = `no edit of the map tells that ${change.rule} changed this`;
    findings.push(findingAt(evidence, change, { kind: "map", path: "", message }));
  }
  append(findings, checkReadings(page, mapped, sourceText.slice(start, end)));
  return findings;
}

/** Characters of the source that a proof accounts for: all that are not blank. */
export function countPrinted(sourceText: string): number {
  let count = 0;
  for (const character of sourceText) if (!BLANK.test(character)) count += 1;
  return count;
}
