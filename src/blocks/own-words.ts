/**
 * First look at a block: what its own words show it to be.
 *
 * In: one block. Out: the same text as one block or as several, where the scan fused two printed things.
 * Never: looks at neighbours.
 */
import type { Context } from "../context.ts";
import { shapeFrom } from "../lines/geometry.ts";
import { isSentenceEnd, visibleLength } from "../text/chars.ts";
import { isPageMark, isSeparator } from "../text/separator.ts";
import { plain, slice } from "../text/sourced.ts";
import { type Block, changed } from "./block.ts";
import { readCaption } from "./caption.ts";
import { isCitation } from "./citation.ts";
import { LONGEST_AFFILIATED } from "./credits/affiliated.ts";
import { readBareNames } from "./credits/bare-names.ts";
import { type Credits, moved } from "./credits/credit.ts";
import { opensCredits, readBylineLine } from "./credits/credits.ts";
import { bareSignatureOf, isAboutAuthor, NOBODY, readEndSignature } from "./credits/end-signature.ts";
import { type Lead, mayOpenLead, readLead, readReportLine } from "./credits/lead.ts";
import { readOpenByline } from "./credits/open-byline.ts";
import { paddedNameOf } from "./credits/padded-name.ts";
import { fromCredits, fromLead } from "./credits/reading.ts";
import type { CreditVocabulary } from "./credits/vocabulary.ts";
import { withoutEmphasis } from "./emphasis.ts";
import { recogniseFurniture } from "./furniture.ts";
import { readJump } from "./jump.ts";
import { readLabel } from "./label.ts";
import type { Role } from "./role.ts";

/** A title line is rarely longer; counted on 13,000 headlines: 95 % have 40 characters or fewer. */
const LONGEST_TITLE = 46;
/** Longest byline on a line of its own, characters without blanks. */
const LONGEST_BYLINE_LINE = 60;
/** A caption with its credit is rarely longer. */
const LONGEST_CAPTION = 140;
const SHORTEST_TITLE = 4;
/** Code units of a headline and a byline with all their blanks. */
const FUSED_REACH = (LONGEST_TITLE + LONGEST_BYLINE_LINE) * 2;

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
  if (credits !== null) {
    if (credits.isPhoto) return named("caption", 0.9);
    return credits.isStaff && !/^\s*[（(]/.test(words) ? named("staffCredit", 0.8) : [bylineOf(block, credits, 0.97)];
  }
  if (length <= LONGEST_TITLE && isAboutAuthor(words)) {
    return [changed(block, { role: "byline", confidence: 0.9, credits: NOBODY })];
  }
  const signature = length <= LONGEST_SIGNATURE ? readBareNames(words, vocabulary.lexicon) : null;
  if (signature !== null) return [changed(block, { role: "byline", confidence: 0.8, credits: signature })];
  if (jump !== null) return splitJumps(block, words, context, vocabulary);
  const lead = readLead(words, vocabulary);
  if (lead !== null) return splitLead(block, lead).flatMap((part) => splitSignature(part, vocabulary));
  if (length <= LONGEST_CAPTION) {
    const caption = readCaption(words, vocabulary);
    if (caption.hasCredit || caption.hasOpening) return named("caption", 0.95);
  }
  const open = block.lines.length > 1 ? null : readOpenByline(words, vocabulary);
  if (open !== null) {
    const text = changed(cut(block, open.end), { startsParagraph: true });
    return [
      bylineOf(changed(block, { text: slice(block.text, 0, open.end) }), open.credits, 0.85),
      ...splitSignature(text, vocabulary),
    ];
  }
  return (
    splitFused(block, words, vocabulary) ?? splitPaddedName(block, vocabulary) ?? splitSignature(block, vocabulary)
  );
}

/** @param credits in offsets of the block's text. */
function bylineOf(block: Block, credits: Credits, confidence: number): Block {
  return changed(block, { role: "byline", confidence, credits: fromCredits(credits) });
}

function splitSignature(block: Block, vocabulary: CreditVocabulary): Block[] {
  if (block.role !== "body") return [block];
  const words = withoutEmphasis(plain(block.text));
  const last = words.trimEnd().slice(-1);
  if (last !== "）" && last !== ")") return splitBareSignature(block, words, vocabulary);
  const signature = readEndSignature(words, vocabulary);
  if (signature === null) return [block];
  const { start, credits, confidence } = signature;
  return [
    changed(block, { text: slice(block.text, 0, start) }),
    changed(cut(block, start), { role: "byline", confidence, credits }),
  ];
}

function splitBareSignature(block: Block, words: string, vocabulary: CreditVocabulary): Block[] {
  if (isSentenceEnd(words)) return [block];
  const signature = bareSignatureOf(words);
  const credits = signature === null ? null : readBylineLine(signature, vocabulary);
  if (signature === null || credits === null || credits.authors.length === 0) return [block];
  const at = words.lastIndexOf(signature);
  return [changed(block, { text: slice(block.text, 0, at) }), bylineOf(cut(block, at), credits, 0.9)];
}

/** Names in brackets, or one and whose it is. */
const LONGEST_SIGNATURE = LONGEST_AFFILIATED + 2;
const NAME_MARK = /[□■◎○●]/;

/** The part of a block from an offset on. */
function cut(block: Block, from: number, to?: number): Block {
  return changed(block, {
    text: slice(block.text, from, to),
    shape: shapeFrom(block.shape, from),
    startsParagraph: from === 0 ? block.startsParagraph : null,
    blankLinesBefore: 0,
  });
}

function splitLead(block: Block, lead: Lead): Block[] {
  const byline: Block = changed(block, {
    text: slice(block.text, 0, lead.end),
    role: "byline",
    confidence: 0.98,
    startsParagraph: true,
    credits: fromLead(lead),
  });
  const rest = cut(block, lead.end);
  if (plain(rest.text).trim() === "") return [byline];
  return [byline, changed(rest, { role: "body", confidence: 0.98, startsParagraph: true })];
}

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
    (isFirst ? opening : closing).push(changed(cut(block, start, end), { role: "jump", confidence: 0.97 }));
    if (isFirst) from = end;
    else to = start;
  }
  const between = from === 0 ? changed(block, { text: slice(block.text, 0, to) }) : cut(block, from, to);
  const isBlank = words.slice(from, to).trim() === "";
  return [...opening, ...(isBlank ? [] : nameByOwnWords(between, context, vocabulary)), ...closing.reverse()];
}

/**
 * A headline and the byline below it on one line: 青石巷邻居同吃长桌宴␠星城报/橘网通讯员石青.
 * The byline must name a role or an outlet and reach the end; the headline holds no full stop.
 */
function splitFused(block: Block, words: string, vocabulary: CreditVocabulary): Block[] | null {
  // In a long block only the first printed line can hold a headline.
  const isLong = visibleLength(words.slice(0, FUSED_REACH)) > LONGEST_TITLE + LONGEST_BYLINE_LINE;
  const line = isLong ? words.indexOf("\n") : words.length;
  if (line < 0 || line > FUSED_REACH) return null;
  const hasRole = !isLong && vocabulary.hints.hasRole(words);
  if (!hasRole && !mayOpenLead(words.slice(SHORTEST_TITLE, FUSED_REACH))) return null;
  const glued = hasRole ? splitBeforeOutlet(block, words, vocabulary) : null;
  if (glued !== null) return glued;
  for (const gap of words.slice(0, line).matchAll(/[\s\u3000]+/g)) {
    const after = gap.index + gap[0].length;
    const head = words.slice(0, gap.index);
    // 路灯下 ◎ 尹长河: a mark parts them, be the title as short as it may.
    if (visibleLength(head) < (NAME_MARK.test(words.slice(after, after + 1)) ? 2 : SHORTEST_TITLE)) continue;
    // 谁来管？□本报记者 贺青: behind a question or a call, only a mark or an outlet shows that a byline begins.
    if (/[。；;]/.test(head) || (isSentenceEnd(head) && !/^[□■◎○●▲◆]|^本[报報]/.test(words.slice(after)))) break;
    // 夜里不熄灯**岚州商报讯**: marks that were read as blanks stay with the headline, whose repair takes them off.
    const headEnd = plain(slice(block.text, gap.index, after)).trim() === "" ? gap.index : after;
    const tail = words.slice(after);
    // The hints first: whether a mark, an outlet or a role begins here is a longer question.
    const mayBeByline = hasRole && vocabulary.hints.mayBeByline(tail) && opensCredits(tail, vocabulary);
    const credits = mayBeByline ? readBylineLine(tail, vocabulary) : null;
    if (credits !== null && !credits.isPhoto && credits.authors.length > 0) {
      // 总统□␠本报记者…: the mark of the byline stuck to the headline.
      const mark = /[□■◎○●]$/.test(head) ? gap.index - 1 : headEnd;
      const from = mark === headEnd ? after : mark;
      return [
        changed(block, { text: slice(block.text, 0, mark), role: "title", confidence: 0.95 }),
        bylineOf(cut(block, from), moved(credits, after - from), 0.95),
      ];
    }
    const lead = mayOpenLead(tail) ? readLead(tail, vocabulary) : null;
    // A bracket of credits alone opens a body; behind a headline it could be anything.
    if (lead !== null && lead.dateline !== null) {
      return [
        changed(block, { text: slice(block.text, 0, headEnd), role: "title", confidence: 0.9 }),
        ...splitLead(cut(block, after), lead),
      ];
    }
  }
  return null;
}

/** 渡口人家␠石␠舟: an author beside the headline, on a line of its own. */
function splitPaddedName(block: Block, vocabulary: CreditVocabulary): Block[] | null {
  if (block.lines.length > 1) return null;
  const words = plain(block.text);
  if (words.length > LONGEST_TITLE) return null;
  const found = paddedNameOf(words, vocabulary.lexicon);
  // 农科院推广新品种␠本报记者␠石␠舟 is a byline with a role.
  if (found === null || vocabulary.hints.hasRole(words.slice(0, found.headEnd))) return null;
  return [
    changed(block, { text: slice(block.text, 0, found.headEnd), role: "title", confidence: 0.8 }),
    changed(cut(block, found.start), { role: "byline", confidence: 0.8, credits: found.credits }),
  ];
}

/** The same with no blank between: 邻居同吃长桌宴星城报/橘网通讯员石青. Only an outlet known on this page shows the seam. */
function splitBeforeOutlet(block: Block, words: string, vocabulary: CreditVocabulary): Block[] | null {
  const simple = vocabulary.lexicon.simplify(words);
  for (const outlet of vocabulary.outletList) {
    // The first one that a byline begins with: 走上领奖台本报记者贺青本报通讯员石小舟.
    for (let found = simple.indexOf(outlet); found >= 0; found = simple.indexOf(outlet, found + 1)) {
      if (found < SHORTEST_TITLE) continue;
      // The mark of a byline stands before its outlet: …田间管理■本报记者
      const mark = /[□■◎○●]\s*$/.exec(words.slice(0, found));
      const at = mark === null ? found : mark.index;
      if (at < SHORTEST_TITLE || /[。；;，,]\s*$/.test(words.slice(0, at))) continue;
      const credits = readBylineLine(words.slice(at), vocabulary);
      if (credits === null || credits.isPhoto) continue;
      return [
        changed(block, { text: slice(block.text, 0, at), role: "title", confidence: 0.9 }),
        bylineOf(cut(block, at), credits, 0.95),
      ];
    }
  }
  return null;
}
