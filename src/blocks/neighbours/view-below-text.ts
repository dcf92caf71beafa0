/** 茶农在晒场上合影, with no full stop and no credit: the caption of a picture whose place the dump does not tell. */
import { itemAt } from "../../text/list.ts";
import { withStop } from "./caption.ts";
import { LONGEST_PHRASE, SHORTEST_PHRASE } from "./interrupts.ts";
import type { Question } from "./question.ts";
import { SURE_SCENE, sceneOdds } from "./scene.ts";

/** 一张老合影 may be a subhead. */
const COUNTS = /^\s*[一那这這两兩几幾][张張]/;

/** @returns whether the line names a view below a closed paragraph, as no subhead and hardly a title does. */
export function namesViewBelowText({ here, named, seen, index, isWrapped, context }: Question): boolean {
  if (isWrapped || here.endsSentence || here.length < SHORTEST_PHRASE || here.length > LONGEST_PHRASE) return false;
  if (here.block.headingLevel > 0 || COUNTS.test(here.words)) return false;
  if (itemAt(named, index - 1)?.role !== "body" || itemAt(seen, index - 1)?.endsSentence !== true) return false;
  return sceneOdds(withStop(here.words), context) >= SURE_SCENE;
}
