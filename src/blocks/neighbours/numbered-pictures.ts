/**
 * ①长街宴上，客人与主人共舞。 / ②姑娘们端上糯米饭。: captions that have the numbers of their pictures, on a page that says it reports
 * in pictures. Elsewhere such lines are the items of a list.
 */
import { type Block, changed } from "../block.ts";
import { isOpenQuestion, type Seen } from "./question.ts";

const NUMBERED = /^[\s*]*([①-⑩])\s*[〇㐀-鿿“].*[。！][\s*]*$/;
const LONGEST = 40;
const REPORTS_IN_PICTURES = /[摄攝]影[报報][道導]|[图圖]片(?:新[闻聞]|[报報][道導])|[组組][图圖]/;

export function nameNumberedPictures(named: Block[], seen: readonly Seen[]): void {
  const numbers = seen.map((here, i) => (isOpenQuestion(named[i]) ? numberOf(here) : 0));
  const lines = new Map<number, number>();
  for (const [i, number] of numbers.entries()) {
    if (number === 0) continue;
    // Lines below each other are a list, where the line above them does not end its sentence.
    const first =
      number > 1 && numbers[i - 1] === number - 1 ? i - number + 1 : numbers[i + 1] === number + 1 ? i : null;
    if (first !== null && seen[first - 1]?.endsSentence !== true) continue;
    if (lines.has(number)) return;
    lines.set(number, i);
  }
  if (lines.size < 2 || ![...lines.keys()].every((number) => number <= lines.size)) return;
  if (!seen.some(({ words, length }) => length <= LONGEST && REPORTS_IN_PICTURES.test(words))) return;
  for (const i of lines.values()) named[i] = changed(named[i] as Block, { role: "caption", confidence: 0.85 });
}

/** The number that opens a line; 0 where none does. */
function numberOf({ words, length }: Seen): number {
  const mark = length <= LONGEST ? NUMBERED.exec(words)?.[1] : undefined;
  return mark === undefined ? 0 : mark.charCodeAt(0) - BEFORE_ONE;
}

const BEFORE_ONE = "①".charCodeAt(0) - 1;
