/** Captions of a page against the truth; which article has them is not asked. */
import { fold } from "./fold.ts";
import { overlapOf } from "./match.ts";
import type { ScoredArticle } from "./read.ts";

/** Common subsequence over the longer caption, from which it counts as found. */
const CAPTION_FOUND = 0.8;
/** So much of a caption's start, but not less than so many characters, found in a body is a caption left there. */
const CAPTION_START = 0.6;
const CAPTION_START_LEAST = 6;

export interface CaptionCounts {
  readonly captions: number;
  readonly captionsFound: number;
  readonly captionsOutput: number;
  readonly captionsInBodies: number;
}

export function compareCaptions(truths: readonly ScoredArticle[], outputs: readonly ScoredArticle[]): CaptionCounts {
  const wanted = truths.flatMap(({ captions }) => captions.map(fold));
  const given = outputs.flatMap(({ captions }) => captions.map(fold)).filter((caption) => caption !== "");
  const bodies = fold(outputs.map(({ paragraphs }) => paragraphs.join("")).join(""));
  const left = [...given];
  let captionsFound = 0;
  let captionsInBodies = 0;
  for (const caption of wanted) {
    const at = left.findIndex((candidate) => overlapOf(caption, candidate) >= CAPTION_FOUND);
    const start = caption.slice(0, Math.max(CAPTION_START_LEAST, Math.floor(caption.length * CAPTION_START)));
    if (at >= 0) {
      left.splice(at, 1);
      captionsFound += 1;
    } else if (bodies.includes(start)) captionsInBodies += 1;
  }
  return { captions: wanted.length, captionsFound, captionsOutput: given.length, captionsInBodies };
}
