/** ——云溪县␠石小舟, below a question or a letter: a deck with its dash stands below a title, and nowhere else. */
import { itemAt } from "../../text/list.ts";
import type { Question } from "./question.ts";

const LONGEST_SIGNATURE = 24;
const DASH = /^\s*[—–]{1,2}\s*[〇㐀-鿿]/;

export function signsWithDash({ named, seen, index, here }: Question): boolean {
  if (here.length > LONGEST_SIGNATURE || here.block.headingLevel > 0 || !DASH.test(here.words)) return false;
  return itemAt(named, index - 1)?.role === "body" && itemAt(seen, index - 1)?.endsSentence === true;
}
