import type { Clue, Piece } from "../piece.ts";

const CLOSES_OPEN = 3;
const CLOSES_NOTHING = -1.8;
/** Opened and closed too far apart, or around what no bracket holds: chance, where pieces are out of order. */
const CLOSES_BY_CHANCE = 0;

const OPENING: Readonly<Record<string, string>> = {
  "》": "《",
  "）": "（",
  ")": "(",
  "」": "「",
  "』": "『",
  "”": "“",
  "】": "【",
};
/** Most characters between the two: in brackets an aside or a title, in quotes a sentence or two. */
const LONGEST_ASIDE = 40;
const LONGEST_QUOTATION = 100;
/** An aside with somebody's role in it names people and says nothing more. */
const NAMES_PEOPLE = /^[^，。：；“”]*(?:记者|記者|通讯员|通訊員|实习生|實習生)/;
const SAYS_MORE = /[，。；“”「」！？\d]/;

/** A bracket left open by the tail and closed by the head. */
export function brackets(tail: Piece, head: Piece): Clue[] {
  const { orphan } = head;
  if (orphan === null) return [];
  if (tail.open !== orphan) {
    return [{ clue: "bracket", weight: CLOSES_NOTHING, reason: `${orphan} after the seam closes nothing before it` }];
  }
  const isLikely = canStandBetween(tail, head, orphan);
  return [
    {
      clue: "bracket",
      weight: isLikely ? CLOSES_OPEN : CLOSES_BY_CHANCE,
      reason: isLikely
        ? `${orphan} after the seam closes what is open before it`
        : `${orphan} after the seam is far from what is open before it`,
    },
  ];
}

function canStandBetween(tail: Piece, head: Piece, closing: string): boolean {
  const from = tail.words.lastIndexOf(OPENING[closing] ?? closing);
  const inside = tail.words.slice(from + 1) + head.words.slice(0, head.words.indexOf(closing));
  if (closing === "”" || closing === "」" || closing === "』") return inside.length <= LONGEST_QUOTATION;
  return inside.length <= LONGEST_ASIDE && !(NAMES_PEOPLE.test(inside) && SAYS_MORE.test(inside));
}
