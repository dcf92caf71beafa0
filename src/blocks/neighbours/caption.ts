/** Captions by where they stand: below a picture, or between the two halves of a sentence. */
import { continuity, endOf, startOf } from "../../lexicon/continuity.ts";
import { printedWidth } from "../../text/chars.ts";
import { LONGEST_CAPTION, LONGEST_TITLE, lastBody, nextBody, type Question, type Seen } from "./question.ts";

/** How much better, in log-odds, the text after an interrupter must continue the text before it. */
const INTERRUPTER_MARGIN = 2.5;
/** The same below a picture, where a caption is expected: only much worse continuity speaks against it. */
const PICTURE_MARGIN = 4;
/** A flush or indented head beyond an interrupter counts this much for or against it, in log-odds. */
const LAYOUT_CLUE = 3;
/** More than marks that a scan widens can add to a line. */
const WIDER_CELLS = 3;

export function isCaption(question: Question): boolean {
  const { here, seen, named, index, context } = question;
  if (here.length > LONGEST_CAPTION) return false;
  if (question.isWrapped && isSetWider(here)) return true;
  if (!here.block.followsPicture && !(here.endsSentence && here.length <= LONGEST_CAPTION * 0.6)) return false;
  const before = lastBody(question);
  const after = nextBody(question);
  const tail = before === null ? null : seen[before];
  const head = after === null ? null : seen[after];
  if (tail === undefined || tail === null || tail.endsSentence) {
    // After a closed paragraph only a picture makes a short text a caption.
    return (
      here.block.followsPicture &&
      (here.endsSentence || here.length <= LONGEST_TITLE) &&
      named[index]?.shape.isIndented !== true
    );
  }
  const joinsHere = continuity(endOf(tail.words), startOf(here.words), context.lexicon).score;
  if (head === undefined || head === null) return here.block.followsPicture && joinsHere < INTERRUPTER_MARGIN;
  const { isIndented } = head.block.shape;
  const layout = isIndented === null ? 0 : isIndented ? -LAYOUT_CLUE : LAYOUT_CLUE;
  const joinsBeyond = layout + continuity(endOf(tail.words), startOf(head.words), context.lexicon).score;
  const margin = here.block.followsPicture ? -PICTURE_MARGIN : INTERRUPTER_MARGIN;
  return here.endsSentence || here.block.followsPicture ? joinsBeyond - joinsHere > margin : false;
}

/** A sentence on one or two lines that are longer than the column: set below a picture, in the picture's measure. */
function isSetWider({ block, words, endsSentence }: Seen): boolean {
  const { width, lineCount } = block.shape;
  if (!endsSentence || width === null || block.lines.length > 2 || lineCount > 2) return false;
  const [first] = words.split("\n");
  let cells = 0;
  for (let i = 0; i < (first ?? "").length; i += 1) cells += printedWidth(words.charCodeAt(i));
  return cells > width + WIDER_CELLS;
}
