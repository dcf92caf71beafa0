/**
 * What a layout model calls the blocks that it finds: `doc_title`, `Section-header`, `figure_title`.
 *
 * The names are those of PP-Structure and PaddleOCR-VL, MinerU, dots.ocr, Docling and Azure, as their outputs have them.
 */

/** What stands before a block in the text of the page, so that the later stages read what the model has seen. */
export interface LabelMark {
  /** A heading in Markdown. */
  readonly heading: string;
  /** The white of a picture, above its caption. */
  readonly isBelowPicture: boolean;
}

const PLAIN: LabelMark = { heading: "", isBelowPicture: false };

const HEADLINE = /^(?:doc[ _-]?)?title$/i;
const HEADING = /^(?:(?:paragraph|sub|section)[ _-]?(?:title|head(?:er|ing))|heading)$/i;
const CAPTION = /^(?:figure[ _-]?title|(?:(?:figure|image|picture)[ _-]?)?caption)$/i;

/** Whether a model calls blocks so that are more than text. */
export function isLabel(name: string): boolean {
  return HEADLINE.test(name) || HEADING.test(name) || CAPTION.test(name);
}

export function markOf(label: string | undefined): LabelMark {
  if (label === undefined) return PLAIN;
  if (CAPTION.test(label)) return { heading: "", isBelowPicture: true };
  return { heading: HEADLINE.test(label) ? "# " : HEADING.test(label) ? "## " : "", isBelowPicture: false };
}
