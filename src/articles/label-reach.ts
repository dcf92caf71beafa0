/**
 * How far a section label reaches: it stands over one article, or over several briefs and is printed once.
 *
 * Labels over several are those whose words say so (短新闻, 县域短波, 副刊), and those over briefs that open with a place:
 * 邵阳：… / 道县：…, 株洲 … / 凤凰妇联…. An article of another kind below them (a wire story, a feature) has no label.
 */
import type { Block } from "../blocks/block.ts";
import { isInBrackets } from "../blocks/in-brackets.ts";
import { isOverSeveral } from "../blocks/label.ts";
import { plain } from "../text/sourced.ts";
import { type Draft, hasBody } from "./draft.ts";

/** A brief under a label: one title line or a signature at its end, few and short paragraphs. */
const BRIEF = { paragraphs: 4, chars: 900 };
/** Under a label that says how short they are. */
const SHORT_CHARS = 300;
/** A headline that opens with a place: `邵阳：…`, `株洲 …`, `凤凰妇联…`, `平江县…`. */
const PLACE_FIRST =
  /^\s*(?:[〇㐀-鿿]{2,4}(?:[：:]|\s+(?=[〇㐀-鿿]))|[〇㐀-鿿]{1,3}(?:省|市|[县縣]|[区區]|州|[镇鎮]|[乡鄉]|村|街道|社[区區]|[妇婦][联聯]))/;
/** The paper or agency that opens a dateline: two characters tell 本报, 新华社 and 柳溪日报 apart. */
const OUTLET = /^\s*(?:[【〔[]\s*)?(..)[^（(]{0,16}?(?:讯|訊|电|電)\s*(?:[】〕\]（(]|$)/;

/** Gives the briefs below a label their label, down to the next label or the first article that is none of its briefs. */
export function inheritLabels(drafts: readonly Draft[]): void {
  let over: Draft | null = null;
  for (const draft of drafts) {
    if (draft.label !== null) over = isBrief(draft) ? draft : null;
    else if (over?.label != null && isBriefOf(draft, over, over.label.block))
      draft.label = { block: over.label.block, isInherited: true };
    else over = null;
  }
}

function isBriefOf(draft: Draft, first: Draft, label: Block): boolean {
  if (isUnsignedBrief(draft))
    return isOverSeveral(plain(label.text)) || (opensWithPlace(draft) && opensWithPlace(first));
  if (!isBrief(draft) || outletOf(draft) !== outletOf(first)) return false;
  if (isOverSeveral(plain(label.text))) return outletOf(draft) === null || charsOf(draft) <= SHORT_CHARS;
  return opensWithPlace(draft) && opensWithPlace(first);
}

function isBrief(draft: Draft): boolean {
  return (
    (draft.titles.length === 1 || isSignedItem(draft)) &&
    draft.bylines.length === 1 &&
    draft.subheads.length === 0 &&
    hasBody(draft) &&
    draft.paragraphs.length <= BRIEF.paragraphs &&
    charsOf(draft) <= BRIEF.chars
  );
}

/** One paragraph below one title line, and nobody who signs it. */
function isUnsignedBrief(draft: Draft): boolean {
  const { titles, bylines, paragraphs, subheads } = draft;
  return (
    titles.length === 1 &&
    bylines.length === 0 &&
    subheads.length === 0 &&
    paragraphs.length === 1 &&
    charsOf(draft) <= SHORT_CHARS
  );
}

/** A brief without a headline, signed at its end: ●…开张。（石小舟）. */
function isSignedItem({ titles, bylines: [byline] }: Draft): boolean {
  return titles.length === 0 && byline !== undefined && isInBrackets(plain(byline.text));
}

function charsOf({ paragraphs }: Draft): number {
  let chars = 0;
  for (const { block } of paragraphs) chars += plain(block.text).length;
  return chars;
}

function opensWithPlace({ titles }: Draft): boolean {
  const [title] = titles;
  return title !== undefined && PLACE_FIRST.test(plain(title.text));
}

/** Null for bylines on a line of their own: an essay has one. */
function outletOf({ bylines }: Draft): string | null {
  const [byline] = bylines;
  return byline === undefined ? null : (OUTLET.exec(plain(byline.text))?.[1] ?? null);
}
