/** An article while it is gathered from blocks in reading order. */
import type { Block } from "../blocks/block.ts";
import type { Join } from "../join/join.ts";

export interface DraftParagraph {
  readonly block: Block;
  readonly joins: readonly Join[];
}

export interface Draft {
  /** The label printed above this article, or the one above that governs it. */
  label: { readonly block: Block; readonly isInherited: boolean } | null;
  readonly titles: Block[];
  readonly bylines: Block[];
  readonly paragraphs: DraftParagraph[];
  readonly subheads: { readonly block: Block; readonly beforeParagraph: number }[];
  readonly captions: Block[];
  readonly pullQuotes: Block[];
  readonly jumps: Block[];
}

export function newDraft(): Draft {
  return {
    label: null,
    titles: [],
    bylines: [],
    paragraphs: [],
    subheads: [],
    captions: [],
    pullQuotes: [],
    jumps: [],
  };
}

export function hasBody(draft: Draft): boolean {
  return draft.paragraphs.length > 0;
}
