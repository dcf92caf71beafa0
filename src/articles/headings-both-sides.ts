/**
 * Puts headlines back above their texts on a page that gives some of them above and some below.
 *
 * In: units in the order of the dump. Out: the same units, the heading of each article above its text, or null for a page whose
 * headlines stand on one side. Never: changes the order of texts.
 * An editor who sets the frames of an article on the page, one after the other, may put the headline down first or last.
 */
import { sideOfHeadlines } from "../blocks/headline-side.ts";
import { isFurniture } from "../blocks/role.ts";
import type { Unit } from "../join/join.ts";
import { isHeading, isLead } from "./frame-role.ts";
import { cutIntoArticles } from "./heaps.ts";

/** More units are no page, and each is held against every other. */
const MOST_UNITS = 300;

export function headingsOnBothSides(units: readonly Unit[]): readonly Unit[] | null {
  const content = units.filter(({ block }) => !isFurniture(block.role));
  if (content.length > MOST_UNITS || sideOfHeadlines(content.map(({ block }) => block)) !== "both") return null;
  const furniture = units.filter(({ block }) => isFurniture(block.role));
  return [...furniture, ...cutIntoArticles(content, units).flatMap(headingFirst)];
}

/** A heading below all of the text goes above it; captions may stand anywhere. */
function headingFirst(article: readonly Unit[]): readonly Unit[] {
  const isPart = article.map((unit) => isHeading(unit) && !isLead(unit));
  const first = isPart.indexOf(true);
  const lastText = article.findLastIndex(({ block }) => block.role === "body");
  if (first < lastText) return article;
  return [...article.filter((_, i) => isPart[i] === true), ...article.filter((_, i) => isPart[i] !== true)];
}
