/**
 * Splits the page into articles.
 *
 * In: units in reading order. Out: drafts in page order, and what belongs to no article.
 * A title or a second dateline opens an article; a label governs the briefs after it. Never: drops a unit.
 */
import type { Block } from "../blocks/block.ts";
import { withBlockBelow } from "../blocks/block-part.ts";
import { fillsLineWithCredit } from "../blocks/caption.ts";
import { readJump } from "../blocks/jump.ts";
import { isFurniture } from "../blocks/role.ts";
import type { Unit } from "../join/join.ts";
import { append } from "../text/append.ts";
import { hasWords, isSentenceEnd } from "../text/chars.ts";
import { isStrokes } from "../text/separator.ts";
import { plain, type Sourced } from "../text/sourced.ts";
import { placeCaptions } from "./caption-place.ts";
import { type Draft, hasBody, newDraft } from "./draft.ts";
import { inheritLabels } from "./label-reach.ts";
import { endsText, isSignedItem, isSignedOff, signsArticle } from "./signatures.ts";

export interface Split {
  readonly drafts: readonly Draft[];
  readonly furniture: readonly Block[];
  readonly setAside: readonly { readonly block: Block; readonly reason: string }[];
  /** Rules that parted articles and say nothing else: `---`. */
  readonly rules: readonly Sourced[];
}

export function splitArticles(units: readonly Unit[]): Split {
  const splitter = new Splitter();
  for (const [i, unit] of units.entries()) splitter.take(unit, units[i + 1]);
  return splitter.finish();
}

class Splitter {
  readonly #drafts: Draft[] = [];
  readonly #furniture: Block[] = [];
  readonly #setAside: { block: Block; reason: string }[] = [];
  readonly #rules: Sourced[] = [];
  #current: Draft | null = null;
  #label: Block | null = null;
  /** Captions that stand above the first title, or between a label and its title. */
  #early: Block[] = [];

  take(unit: Unit, next: Unit | undefined): void {
    const { block } = unit;
    if (isFurniture(block.role)) this.#furniture.push(block);
    else if (block.role === "sectionLabel") this.#takeLabel(block);
    else if (block.role === "title") this.#forTitle().titles.push(block);
    else if (block.role === "byline") this.#takeByline(block, next);
    else if (block.role === "body") this.#takeBody(unit, next);
    else if (block.role === "subhead") this.#takeSubhead(block);
    else if (block.role === "caption") this.#takeCaption(block);
    else if (block.role === "pullQuote") this.#open().pullQuotes.push(block);
    else if (block.role === "jump") this.#takeJump(block);
    else if (block.role === "speck")
      this.#setAside.push({ block, reason: "a character or two of no line: a speck, or out of place" });
    else if (block.role === "remark")
      this.#setAside.push({ block, reason: "not printed: what the program that read the page says of it" });
  }

  finish(): Split {
    if (this.#early.length > 0)
      for (const block of this.#early) this.#setAside.push({ block, reason: "a caption on a page without articles" });
    if (this.#label !== null) this.#setAside.push({ block: this.#label, reason: "a label with no article below it" });
    inheritLabels(this.#drafts);
    placeCaptions(this.#drafts);
    return { drafts: this.#drafts, furniture: this.#furniture, setAside: this.#setAside, rules: this.#rules };
  }

  #begin(): Draft {
    const draft = newDraft();
    append(draft.captions, this.#early);
    this.#early = [];
    if (this.#label !== null) draft.label = { block: this.#label, isInherited: false };
    this.#label = null;
    this.#current = draft;
    this.#drafts.push(draft);
    return draft;
  }

  /** The article that takes a title line: a new one, unless only titles were seen so far. */
  #forTitle(): Draft {
    const draft = this.#current;
    if (draft === null || this.#label !== null || hasBody(draft) || draft.bylines.length > 0) return this.#begin();
    return draft;
  }

  #open(): Draft {
    return this.#label === null && this.#current !== null ? this.#current : this.#begin();
  }

  #takeLabel(block: Block): void {
    if (this.#label !== null) this.#setAside.push({ block: this.#label, reason: "a label with no article below it" });
    this.#label = block;
  }

  #takeByline(block: Block, next: Unit | undefined): void {
    const draft = this.#current;
    if (block.opensArticle && draft !== null && hasBody(draft)) {
      this.#begin().bylines.push(block);
      return;
    }
    if (draft !== null && hasBody(draft) && this.#label === null && signsArticle(block, draft, next)) {
      draft.bylines.push(block);
      return;
    }
    // A second dateline below a body opens a brief whose title the dump has lost, or another article.
    if (draft === null || (hasBody(draft) && !endsText(block)) || this.#label !== null)
      this.#begin().bylines.push(block);
    else draft.bylines.push(block);
  }

  #takeBody(unit: Unit, next: Unit | undefined): void {
    const { block } = unit;
    if (block.opensArticle && this.#current !== null && hasBody(this.#current)) this.#begin();
    if (this.#current !== null && isSignedOff(this.#current) && isSignedItem(block, next)) this.#begin();
    const words = plain(block.text);
    if (!hasWords(words)) {
      if (isStrokes(words)) this.#rules.push(block.text);
      else this.#setAside.push({ block, reason: "marks without words" });
      return;
    }
    const isStray = this.#current === null && !isSentenceEnd(words) && unit.joins.length === 0;
    if (isStray && block.shape.isIndented !== true) {
      this.#setAside.push({
        block,
        reason: "a piece of text from elsewhere, before the first article, that fits nowhere",
      });
      return;
    }
    this.#open().paragraphs.push({ block, joins: unit.joins });
  }

  #takeSubhead(block: Block): void {
    const draft = this.#open();
    draft.subheads.push({ block, beforeParagraph: draft.paragraphs.length });
  }

  #takeCaption(block: Block): void {
    // Below a label, above its title.
    if (this.#current === null || this.#label !== null) this.#early.push(block);
    else addCaption(this.#current.captions, block);
  }

  #takeJump(block: Block): void {
    // 上接第一版 opens what another page has begun; its title may stand above it.
    const isRest = comesFrom(block);
    if (isRest && (this.#current === null || hasBody(this.#current))) this.#begin();
    const draft = this.#current;
    // A part in the middle has one of either kind: where it comes from, and where it goes on.
    if (draft === null || draft.jumps.some((jump) => comesFrom(jump) === isRest))
      this.#setAside.push({ block, reason: "a jump line with no article" });
    else draft.jumps.push(block);
  }
}

/** （通讯员 杜若兰 摄） that stands apart is the credit of the one caption above it that has none. */
function addCaption(captions: Block[], block: Block): void {
  const open = fillsLineWithCredit(plain(block.text))
    ? captions.flatMap((caption, i) => (ENDS_WITHOUT_CREDIT.test(plain(caption.text)) ? [i] : []))
    : [];
  const [place] = open;
  const caption = place === undefined ? undefined : captions[place];
  if (open.length !== 1 || place === undefined || caption === undefined) captions.push(block);
  else captions[place] = withBlockBelow(caption, block, BLANK);
}

const ENDS_WITHOUT_CREDIT = /。\s*$/;
const BLANK = { text: " ", rules: ["lines/end"] };

/** Whether a jump line says where the text comes from, and not where it goes on. */
function comesFrom(jump: Block): boolean {
  return readJump(plain(jump.text))?.from != null;
}
