/** Whether two texts are the same but for the script they are written in. */
import { openCC } from "../../lexicon/scripts.ts";

/** Character by character, by OpenCC's dictionaries: 范围 and 範圍 are the same, 范围 and 范畴 are not. */
export function isSameInScripts(one: string, other: string): boolean {
  const ones = [...one];
  const others = [...other];
  const { areForms } = openCC();
  return ones.length === others.length && ones.every((character, i) => areForms(character, others[i] ?? ""));
}
