/** What Chinese looks like. The only folder that knows counts and word lists. */
export interface Lexicon {
  /**
   * Pointwise mutual information of two neighbouring characters, natural log: how much likelier `right` follows
   * `left` than chance. Unseen pairs give a floor that depends on how common both characters are, so that an
   * unseen pair of rare characters says little. Anything that is not Han gives 0. Traditional forms are folded.
   */
  pairAffinity(left: string, right: string): number;
  /**
   * How well `head` continues `tail`: log-odds, natural base, of the characters across the seam against the same
   * characters standing apart. 0 means no opinion. Uses up to the last two characters of `tail` and the first two
   * of `head`, with trigrams where they were counted.
   */
  seam(tail: string, head: string): number;
  /** Whether the word is in the list (two characters and more). Traditional forms are folded. */
  isWord(word: string): boolean;
  /** ln frequency per million of a listed word, or undefined. */
  wordFrequency(word: string): number | undefined;
  /**
   * The word that the best cut of `tail`+`head` (last and first eight characters) puts across the seam, or null.
   */
  wordAcross(tail: string, head: string): string | null;
  /** Lengths of the words of the best cut of a text (unigram best path, as jieba does without HMM). */
  cut(text: string): string[];
  /** Simplified form of one character; itself where there is none. */
  toSimplified(character: string): string;
}
