/**
 * What Chinese looks like: the only folder that knows counts and word lists.
 *
 * All look-ups fold traditional forms, work on UTF-16 code units and treat what lies beyond the Basic Multilingual
 * Plane as unknown. The `…Code` members take `charCodeAt` values and make no strings.
 */
export interface Lexicon {
  /**
   * How much likelier `right` follows `left` than chance: pointwise mutual information of neighbours, natural log,
   * about -5 to 14. A pair that is not listed gives 0 where both are rare, down to -1.6 for common characters and
   * below that for the very commonest. Anything that is not Han, or in no list, gives 0. Looks at the last character
   * of `left` and the first of `right`.
   */
  pairAffinity(left: string, right: string): number;
  /** `pairAffinity` of two UTF-16 code units. */
  pairAffinityCode(left: number, right: number): number;
  /**
   * How well `head` continues `tail`, from up to two characters on either side: log-odds, natural base, that they
   * run on against that they were brought together by chance, both taken as equally likely beforehand. 0 is the even
   * point, and what is said where a character at the seam is not Han. Measured between -2 and 12.
   */
  seam(tail: string, head: string): number;
  /** `seam` at an offset of one text: how well `text[offset]` and what follows continue what stands before it. */
  seamAt(text: string, offset: number): number;
  /** Whether the word is in the list (two characters and more, Han only). */
  isWord(word: string): boolean;
  /** ln frequency per million of a listed word of two characters and more, or undefined. */
  wordFrequency(word: string): number | undefined;
  /**
   * The word that the best cut of `tail`+`head` (last and first eight Han characters) puts across the seam, as it is
   * written there, or null where the best cut falls on the seam. Longer words are far better evidence than those of
   * two characters, and one of two characters below `RARE_WORD` is next to none (README, "Measured").
   */
  wordAcross(tail: string, head: string): string | null;
  /**
   * The text as words, joined the same text again: unigram best path, as jieba does without HMM. A run of Latin
   * letters or digits is one word; any other character that is not Han is a word by itself.
   */
  cut(text: string): string[];
  /** Simplified form of one character; itself where there is none. */
  toSimplified(character: string): string;
  /** The text in simplified forms, one code unit for one; the same string where nothing changes. */
  simplify(text: string): string;
  /** Whether the UTF-16 code unit is a Han character of the Basic Multilingual Plane. */
  isHanCode(code: number): boolean;
}

/**
 * `wordFrequency` below which a word is rare: counted three times or fewer in the list's sixty million. Three is what
 * the list gives to words it took over from dictionaries without a count, so half of it lies below.
 */
export const RARE_WORD = -2.9;
