/** The `map` of a page: where each character came from, and every change and join with its reason. */
import type { OwnedField } from "../articles/write.ts";
import type { Block } from "../blocks/block.ts";
import type { Join } from "../join/join.ts";
import type { DumpKind, EditRecord, FieldMap, JoinRecord, MapPiece, PageMap } from "../page.ts";
import type { Change } from "../text/edit.ts";
import type { PositionIndex } from "../text/position.ts";
import { isUntouched, originOf, type Piece } from "../text/sourced.ts";

export interface MapInput {
  readonly kind: DumpKind;
  readonly blocks: readonly Block[];
  readonly fields: readonly OwnedField[];
  /** Mark-up that stands in no field. */
  readonly removed: readonly OwnedField[];
  readonly log: readonly Change[];
  readonly joins: readonly Join[];
  readonly places: PositionIndex;
}

export function mapPage({ kind, blocks, fields, removed, log, joins, places }: MapInput): PageMap {
  return {
    dump: { kind, columnWidths: columnWidths(blocks) },
    fields: [...fields, ...removed].map(({ path, text }): FieldMap => ({ path, pieces: text.pieces.map(mapPiece) })),
    edits: [...log].sort((a, b) => a.start - b.start || a.end - b.end).map((change) => editRecord(change, places)),
    joins: joins.map((join) => joinRecord(join, places)),
  };
}

/** Widths in cells of the page's columns, in order of first appearance, near ones counted as one. */
function columnWidths(blocks: readonly Block[]): number[] {
  const widths: number[] = [];
  for (const { shape } of blocks) {
    const { width } = shape;
    if (width === null || shape.lineCount < 3) continue;
    if (!widths.some((known) => Math.abs(known - width) <= 1)) widths.push(width);
  }
  return widths;
}

function mapPiece(piece: Piece): MapPiece {
  return isUntouched(piece) ? [piece.start, piece.end] : [piece.start, piece.end, piece.text, piece.rules];
}

function editRecord(change: Change, places: PositionIndex): EditRecord {
  const { rule, start, end, before, after, why, confidence } = change;
  return { rule, start, end, before, after, ...places.at(start), evidence: why, confidence };
}

function joinRecord(join: Join, places: PositionIndex): JoinRecord {
  const head = originOf(join.head.block.text, 0);
  const tail = originOf(join.tail.block.text, Math.max(0, join.tail.words.length - 1));
  return {
    rule: join.tail.isClosed ? "join/column-end" : "join/open-tail",
    tail,
    head,
    ...places.at(head),
    confidence: join.confidence,
    evidence: join.clues.map(({ clue, weight, reason }) => ({ clue, weight: Math.round(weight * 100) / 100, reason })),
  };
}
