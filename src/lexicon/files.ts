/** Names of the compiled files, in the order in which `compile.ts` makes them. */
export const LEXICON_FILES = ["characters.bin", "ngrams.bin", "words.bin"] as const;
