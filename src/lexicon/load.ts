/**
 * Opens the compiled lexicon.
 *
 * In: a folder with the binaries of `compile.ts`. Out: a `Lexicon` over views of them; the word list is read on first
 * use. Never: parses, copies or builds a table of entries, so opening costs about as much as reading the files.
 */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readSections, requireFile, SectionReader } from "./binary.ts";
import { NOT_HAN, readCharacters, simplifier } from "./characters.ts";
import { cutText, wordAcrossSeam } from "./cut.ts";
import { LEXICON_FILES } from "./files.ts";
import type { Lexicon } from "./lexicon.ts";
import { readNgrams } from "./ngrams.ts";
import { readWords, type Words } from "./words.ts";

/** Defined by `build.mjs`, where every chunk lies directly in `dist/`; not there when run from source. */
declare const JIANBAO_BUNDLED: boolean | undefined;

const LN_MILLION = Math.log(1e6);

/** Folder of the command's parts, known to them alone: to make a path of `import.meta.url` costs a page half a millisecond. */
declare const JIANBAO_FOLDER: string | undefined;

/** Where `npm run build` puts the binaries. */
export function builtDirectory(): string {
  if (typeof JIANBAO_FOLDER === "string") return join(JIANBAO_FOLDER, "lexicon");
  const built = typeof JIANBAO_BUNDLED !== "undefined" ? "./lexicon/" : "../../dist/lexicon/";
  return fileURLToPath(new URL(built, import.meta.url));
}

/**
 * How common each UTF-16 code unit is in news: 0 is not Han, 1 Han in no list, 2 the commonest character, 3 the next.
 * Both forms of a character share a rank. Read apart from the rest, for text whose encoding is not known yet.
 */
export function loadRanks(): Uint16Array {
  return readCharacters(new SectionReader(readSections(builtDirectory(), LEXICON_FILES[0]))).classes;
}

/**
 * @param directory folder of the binaries; by default where `npm run build` puts them.
 * @throws {UserError} if a binary is missing or was built by another version.
 */
export function loadLexicon(directory: string = builtDirectory()): Lexicon {
  const [charactersFile, ngramsFile, wordsFile] = LEXICON_FILES;
  const characters = readCharacters(new SectionReader(readSections(directory, charactersFile)));
  const ngrams = readNgrams(new SectionReader(readSections(directory, ngramsFile)));
  // Said now and not in the middle of a page.
  requireFile(directory, wordsFile);
  let loaded: Words | undefined;
  const words = (): Words => {
    loaded ??= readWords(new SectionReader(readSections(directory, wordsFile)));
    return loaded;
  };

  const { classes } = characters;
  const simplified = simplifier(characters);
  // Beyond its ends a text has no code, and a table read at NaN is looked up by name: fifty times as slow.
  const classAt = (text: string, offset: number): number =>
    offset >= 0 && offset < text.length ? (classes[text.charCodeAt(offset)] ?? NOT_HAN) : NOT_HAN;
  const lnFrequency = (word: string): number | undefined => {
    if (word.length < 2) return undefined;
    const codes = new Uint16Array(word.length);
    for (let i = 0; i < word.length; i += 1) codes[i] = classAt(word, i);
    return words().lnFrequency(codes);
  };

  return {
    pairAffinity: (left, right) => ngrams.affinity(classAt(left, left.length - 1), classAt(right, 0)),
    pairAffinityCode: (left, right) => ngrams.affinity(classes[left] ?? NOT_HAN, classes[right] ?? NOT_HAN),
    seam: (tail, head) =>
      ngrams.seam(classAt(tail, tail.length - 2), classAt(tail, tail.length - 1), classAt(head, 0), classAt(head, 1)),
    seamAt: (text, offset) =>
      ngrams.seam(
        classAt(text, offset - 2),
        classAt(text, offset - 1),
        classAt(text, offset),
        classAt(text, offset + 1),
      ),
    isWord: (word) => lnFrequency(word) !== undefined,
    wordFrequency(word) {
      const found = lnFrequency(word);
      return found === undefined ? undefined : found - words().lnTotal + LN_MILLION;
    },
    wordAcross: (tail, head) => wordAcrossSeam(words(), classes, tail, head),
    cut: (text) => cutText(words(), classes, text),
    toSimplified: (character) =>
      character.length === 1 ? String.fromCharCode(simplified(character.charCodeAt(0))) : character,
    simplify(text) {
      let out = "";
      let done = 0;
      const { length } = text;
      for (let i = 0; i < length; i += 1) {
        const code = text.charCodeAt(i);
        const simple = simplified(code);
        if (simple === code) continue;
        out += text.slice(done, i) + String.fromCharCode(simple);
        done = i + 1;
      }
      return done === 0 ? text : out + text.slice(done);
    },
    isHanCode: (code) => (classes[code] ?? NOT_HAN) !== NOT_HAN,
  };
}
