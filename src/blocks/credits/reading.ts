/** What a byline block says: read when the block is named, used by the repair of its blanks and by the writer. */
import type { Author, Dateline } from "../../page.ts";
import { isBlankCode, tighten } from "../../text/chars.ts";
import { readBareNames } from "./bare-names.ts";
import type { CreditPart, Credits } from "./credit.ts";
import { readBylineLine } from "./credits.ts";
import { type Lead, readLead, readReportLine } from "./lead.ts";
import type { CreditVocabulary } from "./vocabulary.ts";

export interface BylineReading {
  readonly dateline: Dateline | null;
  readonly authors: readonly Author[];
  /** Offsets are those of the block's text when it was named. */
  readonly parts: readonly CreditPart[];
}

export function fromLead({ dateline, authors, parts }: Lead): BylineReading {
  return { dateline, authors, parts };
}

export function fromCredits({ authors, parts }: Credits): BylineReading {
  return { dateline: null, authors, parts };
}

/** The same for a text that repairs have changed since. */
export function readAgain(text: string, vocabulary: CreditVocabulary): BylineReading | null {
  const report = readReportLine(text, vocabulary);
  if (report !== null) return fromLead(report);
  const credits = readBylineLine(text, vocabulary);
  if (credits !== null) return fromCredits(credits);
  const lead = readLead(text, vocabulary);
  if (lead !== null) return fromLead(lead);
  return readBareNames(text, vocabulary.lexicon);
}

/** The same reading over a text that has other blanks; null where anything else is other. */
export function inOtherBlanks(reading: BylineReading, from: string, to: string): BylineReading | null {
  if (tighten(from) !== tighten(to)) return null;
  const offsets = offsetsOfPrint(to);
  const before = printBefore(from);
  const parts = reading.parts.map(({ kind, start, end }) => ({
    kind,
    start: offsets[before[start] ?? 0] ?? to.length,
    end: (offsets[(before[end] ?? 0) - 1] ?? -1) + 1,
  }));
  return { ...reading, parts };
}

/** Offsets of all that is no blank. */
function offsetsOfPrint(text: string): number[] {
  const out: number[] = [];
  for (let i = 0; i < text.length; i += 1) if (!isBlankCode(text.charCodeAt(i))) out.push(i);
  return out;
}

/** For each offset, how many code units before it are no blank. */
function printBefore(text: string): number[] {
  const out = [0];
  for (let i = 0; i < text.length; i += 1) out.push((out[i] ?? 0) + (isBlankCode(text.charCodeAt(i)) ? 0 : 1));
  return out;
}
