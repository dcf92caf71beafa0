/** Edits and joins as a compiler prints what it has found: one line each, grouped by rule, in columns. */
import { cellsOf, padEnd } from "../explain/cells.ts";
import type { EditReason, JoinReason, Reason } from "../explain/reasons.ts";
import { orderOf, summaryOf } from "../explain/rules.ts";
import { type Paint, PLAIN_PAINT } from "../output/report.ts";
import { isBlankCode } from "../text/chars.ts";
import { visible } from "./log.ts";

/** Code points shown of a text that goes, comes or is joined; the middle of a longer one is left out. */
const SHOWN = 20;
/** Clues of a join that one line names, the weightiest first. */
const SHOWN_CLUES = 4;

/** Without colours the quotation marks say enough. */
const NO_PAINT: Paint = { removed: same, added: same, strong: same, faint: same };

export function same(text: string): string {
  return text;
}

export function paintOrNone(paint: Paint): Paint {
  return paint === PLAIN_PAINT ? NO_PAINT : paint;
}

/** Blanks and line ends seen, everything else harmless for a terminal. */
export function shown(text: string): string {
  const marked = text
    .replace(/\r\n|[\r\n\u2028\u2029\u0085]/g, "⏎")
    .replaceAll("\t", "⇥")
    .replaceAll("\f", "␌")
    .replaceAll("\u3000", "␠␠");
  return visible([...marked].map((character) => (isShownBlank(character) ? "␠" : character)).join(""));
}

/** Zero-width ones are escaped instead. */
function isShownBlank(character: string): boolean {
  return isBlankCode(character.charCodeAt(0)) && !/\p{Cf}/u.test(character);
}

export function describeReasons(file: string, reasons: readonly Reason[], paint: Paint): string {
  const rules = [...new Set(reasons.map(({ rule }) => rule))].sort((a, b) => orderOf(a) - orderOf(b));
  const groups = rules.map((rule) => {
    const group = reasons.filter((reason) => reason.rule === rule);
    const summary = visible(summaryOf(rule) ?? "");
    const heading = `${paint.strong(visible(rule))}  ${group.length}  ${paint.faint(summary)}`.trimEnd();
    return `${heading}\n${inColumns(group.map((reason) => cellsFor(file, reason, paint)))}`;
  });
  return groups.join("\n");
}

/** A cell as it is measured and as it is printed. */
interface Cell {
  readonly plain: string;
  readonly painted: string;
}

/** One line each; every column as wide as its widest cell, the last as it is. */
export function inColumns(rows: readonly (readonly Cell[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [i, { plain }] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, cellsOf(plain));
  }
  return rows
    .map((row) => {
      const line = row.map(({ plain, painted }, i) => painted + padEnd("", (widths[i] ?? 0) - cellsOf(plain)));
      return `  ${line.join("  ").trimEnd()}\n`;
    })
    .join("");
}

function cellsFor(file: string, reason: Reason, paint: Paint): readonly Cell[] {
  const place = visible(`${file}:${reason.line}:${reason.column}`);
  const head = [cell(place, paint.faint), cell(visible(reason.rule), same)];
  return [...head, ...(reason.kind === "edit" ? editCells(reason, paint) : joinCells(reason, paint))];
}

export function editCells(edit: EditReason, paint: Paint): readonly Cell[] {
  const [left, right] = [shown(edit.left), shown(edit.right)];
  const [before, after] = [elided(shown(edit.before)), elided(shown(edit.after))];
  const quoted = (text: string): string => `"${paint.faint(left)}${text}${paint.faint(right)}"`;
  const sure = edit.confidence < 1 ? edit.confidence.toFixed(2) : "";
  const why = [sure, visible(edit.evidence ?? "")].filter((part) => part !== "").join("  ");
  return [
    { plain: `"${left}${before}${right}"`, painted: quoted(paint.removed(before)) },
    { plain: `→ "${left}${after}${right}"`, painted: `→ ${quoted(paint.added(after))}` },
    cell(why, same),
  ];
}

export function joinCells(join: JoinReason, paint: Paint): readonly Cell[] {
  const [before, after] = [shown(join.before), shown(join.after)];
  const clues = join.evidence
    // The same for every join.
    .filter(({ clue }) => clue !== "prior")
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, SHOWN_CLUES)
    .map(({ clue, weight }) => visible(`${clue} ${signed(weight)}`));
  return [
    { plain: `"…${before}" + "${after}…"`, painted: `"…${paint.added(before)}" + "${paint.added(after)}…"` },
    cell(join.confidence.toFixed(2), paint.strong),
    cell(clues.join(", "), same),
  ];
}

export function signed(weight: number): string {
  return `${weight < 0 ? "−" : "+"}${Math.abs(weight).toFixed(1)}`;
}

export function cell(text: string, paint: (text: string) => string): Cell {
  return { plain: text, painted: paint(text) };
}

function elided(text: string): string {
  const points = [...text];
  if (points.length <= SHOWN) return text;
  return `${points.slice(0, SHOWN / 2).join("")}…${points.slice(-SHOWN / 2).join("")}`;
}
