/** Names of the compiled files, in the order in which `compile.ts` makes them. */
export const LEXICON_FILES = ["characters.bin", "ngrams.bin", "words.bin", "big5.bin"] as const;
