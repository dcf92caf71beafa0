/** A byline and the text behind it as blocks of their own. */
import { plain } from "../text/sourced.ts";
import { type Block, changed } from "./block.ts";
import { partOf } from "./block-part.ts";
import type { Credits } from "./credits/credit.ts";
import type { Lead } from "./credits/lead.ts";
import { fromCredits, fromLead } from "./credits/reading.ts";

/** @param credits in offsets of the block's text. */
export function bylineOf(block: Block, credits: Credits, confidence: number): Block {
  return changed(block, { role: "byline", confidence, credits: fromCredits(credits) });
}

export function splitLead(block: Block, lead: Lead): Block[] {
  const isWhole = /^[\s*]*$/.test(plain(block.text).slice(lead.end));
  const byline: Block = changed(isWhole ? block : partOf(block, 0, lead.end), {
    role: "byline",
    confidence: 0.98,
    startsParagraph: true,
    credits: fromLead(lead),
  });
  if (isWhole) return [byline];
  return [byline, changed(partOf(block, lead.end), { role: "body", confidence: 0.98, startsParagraph: true })];
}
