/** The pieces of a page and the clues of any two of them, as the joins see them; for `weights.mjs`. */
import { formBlocks } from "../../src/blocks/form.ts";
import { nameBlocks } from "../../src/blocks/name.ts";
import type { Context } from "../../src/context.ts";
import { decode } from "../../src/decode/decode.ts";
import { brackets } from "../../src/join/evidence/brackets.ts";
import { characters } from "../../src/join/evidence/characters.ts";
import { layout } from "../../src/join/evidence/layout.ts";
import { openness } from "../../src/join/evidence/openness.ts";
import { order } from "../../src/join/evidence/order.ts";
import { readPieces } from "../../src/join/join.ts";
import type { Piece } from "../../src/join/piece.ts";
import { Seams } from "../../src/join/seams.ts";
import { loadLexicon } from "../../src/lexicon/load.ts";
import { closeUp } from "../../src/lines/double-spaced.ts";
import { recogniseDump } from "../../src/lines/dump.ts";
import { readLines } from "../../src/lines/lines.ts";
import { chooseProfile } from "../../src/profiles/choose.ts";
import { repairBlocks } from "../../src/repair/repair.ts";

const lexicon = loadLexicon();

export function readContext(bytes: Uint8Array): Context {
  return { profile: chooseProfile(decode(bytes).text), lexicon };
}

export function piecesOf(bytes: Uint8Array, context: Context): readonly Piece[] {
  const source = { file: "page.txt", text: decode(bytes).text };
  const lines = closeUp(source, readLines(source));
  const kind = recogniseDump(source, lines);
  const named = nameBlocks(formBlocks(source, lines, kind, context).blocks, context);
  return readPieces(repairBlocks(named, kind, context, null)).filter((piece) => !piece.isDoubtful);
}

/** Values of the clues: the log-odds of the characters as they are, 1 for every other clue that speaks. */
export function cluesOf(tail: Piece, head: Piece, steps: number, context: Context): Readonly<Record<string, number>> {
  const values: Record<string, number> = { prior: 1 };
  const clues = [
    ...openness(tail, head),
    ...layout(tail, head),
    ...characters(tail, head, new Seams([], context.lexicon)),
    ...brackets(tail, head),
  ];
  for (const { clue, weight } of clues) {
    if (clue === "characters") values[clue] = weight;
    else values[`${clue} ${weight > 0 ? "+" : "-"}`] = 1;
  }
  for (const { clue } of order(tail, head, steps)) {
    if (clue !== "order") values[clue] = 1;
    else if (steps === 1) values["order next"] = 1;
    else {
      values[steps > 1 ? "order below" : "order above"] = 1;
      values["order further"] = Math.min(6, steps > 1 ? steps - 2 : -steps - 1);
    }
  }
  return values;
}
