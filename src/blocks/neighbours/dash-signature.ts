/** ——云溪县␠石小舟, below a question or a letter: a deck with its dash stands below a title, and nowhere else. */
import { itemAt } from "../../text/list.ts";
import { isSignedWithDash } from "../own-line.ts";
import type { Question } from "./question.ts";

export function signsWithDash({ named, seen, index, here }: Question): boolean {
  if (here.block.headingLevel > 0 || !isSignedWithDash(here.words)) return false;
  return itemAt(named, index - 1)?.role === "body" && itemAt(seen, index - 1)?.endsSentence === true;
}
