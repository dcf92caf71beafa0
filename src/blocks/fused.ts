/**
 * A headline and its byline on one line: 青石巷邻居同吃长桌宴␠星城报/橘网通讯员石青.
 *
 * In: a block of running text. Out: its parts with their roles, or null where it is no such line. Never: looks at neighbours.
 */
import { isSentenceEnd, visibleLength } from "../text/chars.ts";
import { plain, slice } from "../text/sourced.ts";
import { type Block, changed } from "./block.ts";
import { partOf } from "./block-part.ts";
import { moved } from "./credits/credit.ts";
import { opensCredits, readBylineLine } from "./credits/credits.ts";
import { mayOpenLead, readLead } from "./credits/lead.ts";
import { paddedNameOf, trailingNameOf } from "./credits/padded-name.ts";
import type { CreditVocabulary } from "./credits/vocabulary.ts";
import { bylineOf, splitLead } from "./split-lead.ts";

/** A title line is rarely longer; counted on 13,000 headlines: 95 % have 40 characters or fewer. */
export const LONGEST_TITLE = 46;
/** Longest byline on a line of its own, characters without blanks. */
export const LONGEST_BYLINE_LINE = 60;
const SHORTEST_TITLE = 4;
/** Code units of a headline and a byline with all their blanks. */
const FUSED_REACH = (LONGEST_TITLE + LONGEST_BYLINE_LINE) * 2;
const NAME_MARK = /[□■◎○●]/;

/**
 * A headline and the byline below it on one line: 青石巷邻居同吃长桌宴␠星城报/橘网通讯员石青.
 * The byline must name a role or an outlet and reach the end; the headline holds no full stop.
 */
export function splitFused(block: Block, words: string, vocabulary: CreditVocabulary): Block[] | null {
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
        changed(partOf(block, 0, mark), { role: "title", confidence: 0.95 }),
        bylineOf(partOf(block, from), moved(credits, after - from), 0.95),
      ];
    }
    const lead = mayOpenLead(tail) ? readLead(tail, vocabulary) : null;
    // A bracket of credits alone opens a body; behind a headline it could be anything.
    if (lead !== null && lead.dateline !== null) {
      return [
        changed(partOf(block, 0, headEnd), { role: "title", confidence: 0.9 }),
        ...splitLead(partOf(block, after), lead),
      ];
    }
  }
  return null;
}

/** 渡口人家␠石␠舟: an author beside the headline, on a line of its own. */
export function splitPaddedName(block: Block, vocabulary: CreditVocabulary): Block[] | null {
  if (block.lines.length > 1) return null;
  const words = plain(block.text);
  if (words.length > LONGEST_TITLE) return null;
  const found = paddedNameOf(words, vocabulary.lexicon) ?? trailingNameOf(words, vocabulary.lexicon);
  // 农科院推广新品种␠本报记者␠石␠舟 is a byline with a role.
  if (found === null || vocabulary.hints.hasRole(words.slice(0, found.headEnd))) return null;
  return [
    changed(partOf(block, 0, found.headEnd), { role: "title", confidence: 0.8 }),
    changed(partOf(block, found.start), { role: "byline", confidence: 0.8, credits: found.credits }),
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
      if (at < SHORTEST_TITLE || /[。；;]|[，,]\s*$/.test(words.slice(0, at))) continue;
      const credits = readBylineLine(words.slice(at), vocabulary);
      if (credits === null || credits.isPhoto) continue;
      return [
        changed(partOf(block, 0, at), { role: "title", confidence: 0.9 }),
        bylineOf(partOf(block, at), credits, 0.95),
      ];
    }
  }
  return null;
}
