/** What a byline block says: read when the block is named, used by the repair of its blanks and by the writer. */
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Author, Dateline } from "../../page.ts";
import { firstFrom } from "../../text/list.ts";
import { readBareNames } from "./bare-names.ts";
import type { CreditPart, Credits } from "./credit.ts";
import { readBylineLine } from "./credits.ts";
import { endOf, fold, startOf } from "./fold.ts";
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
export function inOtherBlanks(
  reading: BylineReading,
  from: string,
  to: string,
  lexicon: Lexicon,
): BylineReading | null {
  const [named, repaired] = [fold(from, lexicon), fold(to, lexicon)];
  if (named.tight !== repaired.tight) return null;
  const placeOf = (offset: number): number => firstFrom(named.offsets, offset, itself);
  const parts = reading.parts.map(({ kind, start, end }) => ({
    kind,
    start: startOf(repaired, placeOf(start)),
    end: endOf(repaired, placeOf(end)),
  }));
  return { ...reading, parts };
}

function itself(offset: number): number {
  return offset;
}
