/**
 * The title lines of an article as its kicker, headline and deck.
 *
 * In: the title blocks and their finished texts. Out: the three, lines of one role together; null for what there is none of.
 * Never: changes a line.
 */
import type { Block } from "../blocks/block.ts";
import type { Context } from "../context.ts";
import type { Article } from "../page.ts";
import { lastOf } from "../text/list.ts";
import { seamOfTitle } from "./title-seam.ts";
import { titleRoles } from "./titles.ts";

export function readTitle(
  titles: readonly Block[],
  texts: readonly string[],
  { lexicon }: Context,
): Pick<Article, "kicker" | "headline" | "deck"> {
  const simple = texts.map((text) => lexicon.simplify(text));
  const levels = titles.map(({ headingLevel }) => headingLevel);
  const types = titles.map(({ lines }) => lines[0]?.type);
  const placesTell = types.some((type) => type !== undefined);
  // Lines of two levels are two lines.
  const seams = simple.map((text, i) =>
    i === 0 || levels[i] !== levels[i - 1]
      ? null
      : seamOfTitle(lastLine(simple[i - 1], titles[i - 1]), firstLine(text, titles[i]), lexicon, types[i]),
  );
  const roles = titleRoles(
    simple.map((text, i) => ({
      text,
      level: levels[i] ?? 0,
      goesOn: seams[i] != null,
      type: types[i],
      lengths: placesTell ? titles[i]?.lines.map(({ start, end }) => end - start) : undefined,
    })),
  );
  const linesOf = (role: string): string | null => {
    let whole: string | null = null;
    for (const [i, line] of texts.entries()) {
      if (roles[i] === role) whole = whole === null ? line : `${whole}${seams[i]?.cutsWord === true ? "" : " "}${line}`;
    }
    return whole;
  };
  return { kicker: linesOf("kicker"), headline: linesOf("headline"), deck: linesOf("deck") };
}

/** What stands on its last printed line, and on its first one, as far as repairs have left its length. */
function lastLine(text = "", title?: Block): string {
  const line = lastOf(title?.lines ?? []);
  return line === undefined || title?.lines.length === 1 ? text : text.slice(line.start - line.end);
}

function firstLine(text: string, title?: Block): string {
  const line = title?.lines[0];
  return line === undefined || title?.lines.length === 1 ? text : text.slice(0, line.end - line.start);
}
