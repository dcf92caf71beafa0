/** What a unit is to the frames of an article. */
import type { Unit } from "../join/join.ts";
import { plain } from "../text/sourced.ts";

/** The dateline that opens a text. */
export function isLead({ block }: Unit): boolean {
  return block.role === "byline" && block.startsParagraph === true;
}

/** （本报记者 石小舟） below the last paragraph, or the source that the text was taken from: （蓝溪日报海外版）. */
export function isSignature({ block }: Unit): boolean {
  if (block.role !== "byline" && block.role !== "body") return false;
  return block.startsParagraph !== true && IN_BRACKETS.test(plain(block.text));
}

const IN_BRACKETS = /^\s*[（(][^（()）。]{2,24}[）)]\s*$/;

/** A line above a text: label, title or byline. */
export function isHeading(unit: Unit): boolean {
  const { role } = unit.block;
  if (role === "byline") return !isLead(unit) && !isSignature(unit);
  return role === "title" || role === "sectionLabel";
}
