/** What a byline block says: read when the block is named, used by the repair of its blanks and by the writer. */
import type { Author, Dateline } from "../../page.ts";
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
