/** The `map` of a page: where each character came from, and every change and join with its reason. */
import type { OwnedField } from "../articles/write.ts";
import type { Block } from "../blocks/block.ts";
import type { Coat } from "../coat/coat.ts";
import type { Join } from "../join/join.ts";
import type { DumpKind, EditRecord, FieldMap, JoinRecord, MapPiece, PageMap } from "../page.ts";
import type { Change } from "../text/edit.ts";
import type { PositionIndex } from "../text/position.ts";
import type { Span } from "../text/source.ts";
import { isUntouched, originOf, type Piece, type Sourced } from "../text/sourced.ts";
import { unrecordedChanges } from "./unrecorded.ts";

export interface MapInput {
  /** The dump. */
  readonly text: string;
  readonly kind: DumpKind;
  readonly blocks: readonly Block[];
  readonly fields: readonly OwnedField[];
  /** Mark-up that stands in no field. */
  readonly removed: readonly OwnedField[];
  readonly log: readonly Change[];
  readonly joins: readonly Join[];
  readonly places: PositionIndex;
  /** What the dump wore: everything else counts in the text without it. */
  readonly coat: Coat | null;
  /** The page in the dump. */
  readonly part: Span;
}

export function mapPage({ text, kind, blocks, fields, removed, log, joins, places, coat, part }: MapInput): PageMap {
  const owned = [...fields, ...removed].map(({ path, text }) => fieldMap(path, coat?.ofDump(text) ?? text));
  const left = coat?.left(part).map((text) => fieldMap("", text)) ?? [];
  const all = [...owned, ...left];
  const recorded = (coat?.changesOfDump(log, part) ?? [...log]).sort(inOrder);
  const changes = [...recorded, ...unrecordedChanges(all, recorded, text)].sort(inOrder);
  return {
    dump: { kind, columnWidths: columnWidths(blocks) },
    fields: all,
    edits: changes.map((change) => editRecord(change, places)),
    joins: joins.map((join) => joinRecord(join, places, coat)),
  };
}

function inOrder(one: Span, other: Span): number {
  return one.start - other.start || one.end - other.end;
}

function fieldMap(path: string, text: Sourced): FieldMap {
  return { path, pieces: text.pieces.map(mapPiece) };
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

function joinRecord(join: Join, places: PositionIndex, coat: Coat | null): JoinRecord {
  const inDump = (offset: number): number => coat?.originOf(offset) ?? offset;
  const head = inDump(originOf(join.head.block.text, 0));
  const tail = inDump(originOf(join.tail.block.text, Math.max(0, join.tail.words.length - 1)));
  return {
    rule: join.tail.isClosed ? "join/column-end" : "join/open-tail",
    tail,
    head,
    ...places.at(head),
    confidence: join.confidence,
    evidence: join.clues.map(({ clue, weight, reason }) => ({ clue, weight: Math.round(weight * 100) / 100, reason })),
  };
}
