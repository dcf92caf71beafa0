/**
 * First look at a block: what its own words show it to be.
 *
 * In: one block. Out: the same text as one block or as several, where the scan fused two printed things.
 * Never: looks at neighbours.
 */
import type { Context } from "../context.ts";
import { isSentenceEnd, visibleLength } from "../text/chars.ts";
import { isPageMark, isSeparator } from "../text/separator.ts";
import { plain } from "../text/sourced.ts";
import { type Block, changed } from "./block.ts";
import { partOf } from "./block-part.ts";
import { readCaption } from "./caption.ts";
import { isCitation } from "./citation.ts";
import { LONGEST_AFFILIATED } from "./credits/affiliated.ts";
import { readBareNames, readNameBehindStop } from "./credits/bare-names.ts";
import { readBylineLine } from "./credits/credits.ts";
import { bareSignatureOf, readEndSignature, readSource } from "./credits/end-signature.ts";
import { readLead, readReportLine } from "./credits/lead.ts";
import { readOpenByline } from "./credits/open-byline.ts";
import type { CreditVocabulary } from "./credits/vocabulary.ts";
import { withoutEmphasis } from "./emphasis.ts";
import { readSiteLine } from "./furniture/site-line.ts";
import { recogniseFurniture } from "./furniture.ts";
import { LONGEST_BYLINE_LINE, LONGEST_TITLE, splitFused, splitPaddedName } from "./fused.ts";
import { readJump } from "./jump.ts";
import { readLabel } from "./label.ts";
import type { Role } from "./role.ts";
import { bylineOf, splitLead } from "./split-lead.ts";
import { splitSiteLine } from "./split-site-line.ts";

/** A caption with its credit is rarely longer. */
const LONGEST_CAPTION = 140;

/** @param vocabulary with the papers and agencies that datelines of this page name. */
export function nameByOwnWords(block: Block, context: Context, vocabulary: CreditVocabulary): Block[] {
  // Briefs in a row are told from each other before.
  if (block.role !== "body") return [block];
  const words = withoutEmphasis(plain(block.text));
  const length = words.length > LONGEST_CAPTION * 2 ? words.length : visibleLength(words);
  const named = (role: Role, confidence: number): Block[] => [changed(block, { role, confidence })];

  if (length <= LONGEST_CAPTION && isSeparator(words)) return named(isPageMark(words) ? "folio" : "body", 0.95);
  const jump = readJump(words);
  if (jump !== null && jump.end - jump.start >= words.trim().length) return named("jump", 0.99);
  const label = length <= 14 ? readLabel(words, context) : null;
  const ofSite = readSiteLine(words);
  if (ofSite !== null) return splitSiteLine(block, ofSite, vocabulary);
  const furniture = recogniseFurniture(words, context);
  // ◆ 健康周刊: a mark stands before a label, and not before the name of a paper.
  if (furniture !== null && !(furniture === "nameplate" && label?.isMarked === true)) return named(furniture, 0.9);
  if (isCitation(words)) return [changed(block, { role: "body", confidence: 0.95, startsParagraph: true })];
  const report = length <= LONGEST_BYLINE_LINE ? readReportLine(words, vocabulary) : null;
  if (report !== null) return splitLead(block, report);
  const credits = length <= LONGEST_BYLINE_LINE ? readBylineLine(words, vocabulary) : null;
  if (label !== null && (label.isListed || credits === null)) {
    return named("sectionLabel", label.isListed ? 0.97 : 0.85);
  }
  // Indented or not, a byline on a line of its own begins no paragraph.
  const alone = changed(block, { startsParagraph: null });
  if (credits !== null) {
    if (credits.isPhoto) return named("caption", 0.9);
    return credits.isStaff && !/^\s*[（(]/.test(words) ? named("staffCredit", 0.8) : [bylineOf(alone, credits, 0.97)];
  }
  const source = length <= LONGEST_TITLE ? readSource(words, vocabulary) : null;
  if (source !== null) return [changed(alone, { role: "byline", confidence: 0.9, credits: source })];
  const signature = length <= LONGEST_SIGNATURE ? readBareNames(words, vocabulary.lexicon) : null;
  if (signature !== null) return [changed(alone, { role: "byline", confidence: 0.8, credits: signature })];
  if (jump !== null) return splitJumps(block, words, context, vocabulary);
  const lead = readLead(words, vocabulary);
  if (lead !== null) return splitLead(block, lead).flatMap((part) => splitSignature(part, vocabulary));
  if (length <= LONGEST_CAPTION) {
    const caption = readCaption(words, vocabulary);
    if (caption.hasCredit || caption.hasOpening) return named("caption", 0.95);
  }
  const open = block.lines.length > 1 ? null : readOpenByline(words, vocabulary);
  if (open !== null) {
    const text = changed(partOf(block, open.end), { startsParagraph: true });
    return [bylineOf(partOf(block, 0, open.end), open.credits, 0.85), ...splitSignature(text, vocabulary)];
  }
  return (
    splitFused(block, words, vocabulary) ?? splitPaddedName(block, vocabulary) ?? splitSignature(block, vocabulary)
  );
}

function splitSignature(block: Block, vocabulary: CreditVocabulary): Block[] {
  if (block.role !== "body") return [block];
  const words = withoutEmphasis(plain(block.text));
  const last = words.trimEnd().slice(-1);
  if (last !== "）" && last !== ")") return splitBareSignature(block, words, vocabulary);
  const signature = readEndSignature(words, vocabulary);
  if (signature === null) return [block];
  const { start, credits, confidence } = signature;
  return [partOf(block, 0, start), changed(partOf(block, start), { role: "byline", confidence, credits })];
}

function splitBareSignature(block: Block, words: string, vocabulary: CreditVocabulary): Block[] {
  if (isSentenceEnd(words)) return [block];
  const named = readNameBehindStop(words, vocabulary.lexicon);
  if (named !== null) {
    const { start, credits } = named;
    return [partOf(block, 0, start), changed(partOf(block, start), { role: "byline", confidence: 0.8, credits })];
  }
  const signature = bareSignatureOf(words);
  const credits = signature === null ? null : readBylineLine(signature, vocabulary);
  if (signature === null || credits === null || credits.isPhoto || credits.authors.length === 0) return [block];
  const at = words.lastIndexOf(signature);
  return [partOf(block, 0, at), bylineOf(partOf(block, at), credits, 0.9)];
}

/** Names in brackets, or one and whose it is. */
const LONGEST_SIGNATURE = LONGEST_AFFILIATED + 2;

/** The jump lines that open and close a block, one after the other, and what stands between them. */
function splitJumps(block: Block, words: string, context: Context, vocabulary: CreditVocabulary): Block[] {
  const opening: Block[] = [];
  const closing: Block[] = [];
  let from = 0;
  let to = words.length;
  for (let jump = readJump(words); jump !== null; jump = readJump(words.slice(from, to))) {
    const start = from + jump.start;
    const end = from + jump.end;
    const isFirst = words.slice(from, start).trim() === "";
    (isFirst ? opening : closing).push(changed(partOf(block, start, end), { role: "jump", confidence: 0.97 }));
    if (isFirst) from = end;
    else to = start;
  }
  const between = partOf(block, from, to);
  const isBlank = words.slice(from, to).trim() === "";
  return [...opening, ...(isBlank ? [] : nameByOwnWords(between, context, vocabulary)), ...closing.reverse()];
}
