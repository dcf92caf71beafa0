/** The characters of Big5 with those of Hong Kong (HKSCS), which Node's own decoder leaves in the private use area. */
import { readSections, SectionReader } from "./binary.ts";
import { LEXICON_FILES } from "./files.ts";
import { builtDirectory } from "./load.ts";

/** Pairs of bytes start here, and rows are this long: every second byte that any double-byte encoding uses. */
export const FIRST_LEAD = 0x81;
export const LAST_LEAD = 0xfe;
export const FIRST_TRAIL = 0x40;
export const LAST_TRAIL = 0xfe;
export const TRAILS = LAST_TRAIL - FIRST_TRAIL + 1;
export const PAIRS = (LAST_LEAD - FIRST_LEAD + 1) * TRAILS;

/** What each pair of bytes stands for, by `(lead - FIRST_LEAD) * TRAILS + trail - FIRST_TRAIL`. */
export interface PairTable {
  /** The UTF-16 code unit, or the first of two; 0 where the pair is no character. */
  readonly units: Uint16Array;
  /** The second unit of a surrogate pair or of a letter with its accent; 0 for most. */
  readonly seconds: Uint16Array;
}

export function loadBig5(): PairTable {
  const sections = new SectionReader(readSections(builtDirectory(), LEXICON_FILES[3]));
  return { units: sections.shorts(), seconds: sections.shorts() };
}
