/** Differences for a person: where, and what, with the change marked inside long texts. */
import { characterDiff, type Segment } from "./character-diff.ts";
import type { Difference } from "./compare.ts";

/** How a report marks what it shows: colours on a terminal, brackets elsewhere. */
export interface Paint {
  removed(text: string): string;
  added(text: string): string;
  /** Names of things. */
  strong(text: string): string;
  /** What is there for orientation only. */
  faint(text: string): string;
}

export const PLAIN_PAINT: Paint = {
  removed: (text) => `[-${text}-]`,
  added: (text) => `{+${text}+}`,
  strong: (text) => text,
  faint: (text) => text,
};

/** Code points of unchanged text shown on each side of a change. */
const CONTEXT = 14;

/** Code points shown of a value that is not a text. */
const SHOWN_VALUE = 160;

/** @param page either value, for the names of its articles. */
export function describeDifference(difference: Difference, page: unknown, paint: Paint): readonly string[] {
  const { path, kind, expected, actual } = difference;
  const id = articleId(path, page);
  const place = paint.strong(path || "/") + (id === undefined ? "" : paint.faint(` (${id})`));
  if (kind === "missing") return [`${place} missing`, `  ${paint.removed(shown(expected))}`];
  if (kind === "added") return [`${place} added`, `  ${paint.added(shown(actual))}`];
  if (typeof expected === "string" && typeof actual === "string") {
    return [place, `  ${inContext(characterDiff(expected, actual), paint)}`];
  }
  return [place, `  ${paint.removed(shown(expected))} ${paint.added(shown(actual))}`];
}

function inContext(segments: readonly Segment[], paint: Paint): string {
  return segments
    .map(({ kind, text }, i) => {
      if (kind === "removed") return paint.removed(visibleBlanks(text));
      if (kind === "added") return paint.added(visibleBlanks(text));
      const points = [...text];
      const before = i === 0 ? "" : points.slice(0, CONTEXT).join("");
      const after = i === segments.length - 1 ? "" : points.slice(-CONTEXT).join("");
      const isShort = points.length <= (before === "" || after === "" ? CONTEXT : 2 * CONTEXT);
      return paint.faint(isShort ? text : `${before}…${after}`);
    })
    .join("");
}

/** A blank that comes or goes must be seen. */
function visibleBlanks(text: string): string {
  return text.replaceAll(" ", "␠").replaceAll("\u3000", "␠␠").replaceAll("\t", "⇥").replaceAll("\n", "↵");
}

function shown(value: unknown): string {
  const points = [...(JSON.stringify(value) ?? "nothing")];
  return points.length <= SHOWN_VALUE ? points.join("") : `${points.slice(0, SHOWN_VALUE).join("")}…`;
}

/** The id of the article that a path goes into. */
function articleId(path: string, page: unknown): string | undefined {
  const index = /^\/articles\/(\d+)/.exec(path)?.[1];
  if (index === undefined || typeof page !== "object" || page === null || !("articles" in page)) return undefined;
  const article: unknown = Array.isArray(page.articles) ? page.articles[Number(index)] : undefined;
  if (typeof article !== "object" || article === null || !("id" in article)) return undefined;
  return typeof article.id === "string" ? article.id : undefined;
}
