/** What a person may want to look at after the joins: words that seem to be missing, text that breaks off. */
import type { Finding } from "../notice.ts";
import { hasWords } from "../text/chars.ts";
import { originOf } from "../text/sourced.ts";
import type { Candidate, Piece } from "./piece.ts";

/**
 * Log-odds of the characters at a seam at or below which words may be missing there. One whole seam in eight is as odd,
 * so the characters alone are only worth knowing.
 */
const GAP_SEAM = -0.9;

/** A verb of motion or visiting with its object: 一行来到云溪. */
const VISIT = /(?:来到|走进|前往|赶到|赶赴|抵达|参观|考察|走访|探访|慰问)(?:了)?[^，。；：、！？]{0,6}$/;
const LONGEST_SUBJECT = 32;
/** A subject with its copula before any comma: 云岫精密公司是一家. */
const SUBJECT = /^[^，。；：、！？,.;:!?]{4,24}是/;

/** Words seem to be missing at a seam: two predicates collide there, or its characters hardly ever meet. */
export function gapFinding(join: Candidate): Finding[] {
  const seam = join.clues.find((clue) => clue.clue === "characters");
  const head = join.head.words.slice(0, LONGEST_SUBJECT);
  const collides = head.includes("是") && SUBJECT.test(head) && VISIT.test(join.tail.words.slice(-16));
  const isOdd =
    seam !== undefined &&
    seam.weight <= GAP_SEAM &&
    !join.clues.some((clue) => clue.clue === "word" || clue.clue === "bracket");
  if (!collides && !isOdd) return [];
  return [
    {
      rule: "join/gap",
      level: collides ? "warning" : "info",
      offset: originOf(join.head.block.text, 0),
      message:
        `“${join.tail.endOf.slice(-4)}” runs into “${join.head.startOf.slice(0, 4)}”, ` +
        "as if words were lost between them; compare the scan",
    },
  ];
}

/** Text that breaks off and was joined to nothing. */
export function openEnds(pieces: readonly Piece[], joins: readonly Candidate[]): Finding[] {
  const joined = new Set(joins.map((join) => join.tail.index));
  return (
    pieces
      // 具体如下： above the rows of a table is whole.
      .filter((piece, i) => !(pieces[i + 1]?.isRow === true && /[：:]\s*$/.test(piece.words)))
      // Marks without words break off nowhere.
      .filter((piece) => hasWords(piece.words))
      .filter((piece) => !piece.isClosed && !piece.isDoubtful && !piece.leavesPage && !joined.has(piece.index))
      .map((piece) => ({
        rule: "join/open-tail",
        level: "warning" as const,
        offset: Math.max(0, originOf(piece.block.text, Math.max(0, piece.words.length - 1))),
        message: `“…${piece.endOf.slice(-8)}” breaks off and nothing on the page continues it; compare the scan`,
      }))
  );
}
