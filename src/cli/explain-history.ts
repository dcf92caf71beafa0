/** The history of one character, for a person: the line with a caret under the place, then what happened. */
import { cellsOf } from "../explain/cells.ts";
import type { History } from "../explain/history.ts";
import type { Paint } from "../output/report.ts";
import { cell, editCells, inColumns, joinCells, same, shown, signed } from "./explain-text.ts";
import { visible } from "./log.ts";

/** Code points of the line and of the field shown on each side of the place. */
const BESIDE_LINE = 24;
const BESIDE_OUTPUT = 8;

export function describeHistory(file: string, history: History, paint: Paint): string {
  const { line, column, character, codePoint, edits, joins, piece } = history;
  const where = paint.strong(visible(`${file}:${line}:${column}`));
  const parts = [`${where}  ${shown(character)}  ${codePoint}\n`, excerpt(history, paint), describePiece(piece, paint)];
  if (edits.length > 0) {
    const rows = edits.map((edit) => [cell(visible(edit.rule), paint.strong), ...editCells(edit, paint)]);
    parts.push(`${paint.faint("rules")}\n${inColumns(rows)}`);
  } else parts.push(`${paint.faint("rules")}\n  no rule touched it\n`);
  const heading = history.page === undefined ? "output" : `output, page ${history.page}`;
  parts.push(`${paint.faint(heading)}\n  ${describeOutput(history, paint)}\n`);
  for (const join of joins) {
    const place = visible(`${join.line}:${join.column}`);
    const heading = inColumns([
      [cell(visible(join.rule), paint.strong), cell(place, paint.faint), ...joinCells(join, paint)],
    ]);
    const clues = join.evidence.map(({ weight, reason }) => [
      cell(signed(weight), paint.strong),
      cell(visible(reason), same),
    ]);
    parts.push(`${paint.faint("seam")}\n${heading}${inColumns(clues).replace(/^/gm, "  ").trimEnd()}\n`);
  }
  return parts.join("");
}

function excerpt({ line, column, character, lineText }: History, paint: Paint): string {
  const points = [...lineText];
  const from = Math.max(0, column - 1 - BESIDE_LINE);
  const before = (from > 0 ? "…" : "") + shown(points.slice(from, column - 1).join(""));
  const after = points.slice(column, column + BESIDE_LINE);
  const rest = shown(after.join("")) + (points.length > column + BESIDE_LINE ? "…" : "");
  const margin = String(line);
  const blank = " ".repeat(margin.length);
  const caret = "^".repeat(Math.max(1, cellsOf(shown(character))));
  return (
    `  ${paint.faint(`${margin} |`)} ${before}${paint.strong(shown(character))}${rest}\n` +
    `  ${paint.faint(`${blank} |`)} ${" ".repeat(cellsOf(before))}${paint.added(caret)}\n`
  );
}

function describePiece(piece: History["piece"], paint: Paint): string {
  if (piece === null) return "";
  const { firstLine, lastLine } = piece;
  const lines = firstLine === lastLine ? `line ${firstLine}` : `lines ${firstLine} to ${lastLine}`;
  return `${paint.faint("piece")}\n  ${lines} of the dump\n`;
}

function describeOutput({ output, removedBy, character, edits }: History, paint: Paint): string {
  if (removedBy !== null) {
    const why = edits.find(({ rule }) => rule === removedBy)?.evidence ?? null;
    return visible(`removed by ${removedBy}${why === null ? "" : `: ${why}`}`);
  }
  if (output === null) return /\S/.test(character) ? "no field has it" : "a blank between blocks; no field has it";
  const { path, repeatedIn, offset, text, value } = output;
  const before = [...value.slice(0, offset)];
  const after = [...value.slice(offset + text.length)];
  const around = [
    before.length > BESIDE_OUTPUT ? "…" : "",
    shown(before.slice(-BESIDE_OUTPUT).join("")),
    paint.added(shown(text)),
    shown(after.slice(0, BESIDE_OUTPUT).join("")),
    after.length > BESIDE_OUTPUT ? "…" : "",
  ].join("");
  const also = repeatedIn.length === 0 ? "" : `, also ${repeatedIn.join(", ")}`;
  return `${visible(path)}, character ${before.length + 1}: "${around}"${visible(also)}`;
}
