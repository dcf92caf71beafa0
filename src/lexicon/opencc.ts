/**
 * Chinese characters from one script into another, by OpenCC's dictionaries as opencc-js has them.
 *
 * The only file that imports opencc-js. build.mjs makes `dist/script/opencc.cjs` of it, half a megabyte compressed, which
 * `scripts.ts` opens when a page is to be converted. All dictionaries used here give as many characters as they take.
 */
import { ConverterBuilder } from "opencc-js/core";
import HKVariants from "opencc-js/dict/HKVariants";
import HKVariantsPhrases from "opencc-js/dict/HKVariantsPhrases";
import HKVariantsRev from "opencc-js/dict/HKVariantsRev";
import HKVariantsRevPhrases from "opencc-js/dict/HKVariantsRevPhrases";
import STCharacters from "opencc-js/dict/STCharacters";
import STPhrases from "opencc-js/dict/STPhrases";
import TSCharacters from "opencc-js/dict/TSCharacters";
import TSPhrases from "opencc-js/dict/TSPhrases";
import TWVariants from "opencc-js/dict/TWVariants";
import TWVariantsPhrases from "opencc-js/dict/TWVariantsPhrases";
import TWVariantsRev from "opencc-js/dict/TWVariantsRev";
import TWVariantsRevPhrases from "opencc-js/dict/TWVariantsRevPhrases";
import * as preset from "opencc-js/preset";
import type { OpenCC } from "./scripts.ts";

const makeConverter = ConverterBuilder(preset);
const converters = new Map<string, (text: string) => string>();

export const convert: OpenCC["convert"] = (text, from, to) => {
  const key = `${from} ${to}`;
  const known = converters.get(key);
  const converter = known ?? makeConverter({ from, to });
  if (known === undefined) converters.set(key, converter);
  return converter(text);
};

/** Each is `entry|entry|…`, an entry two texts with a blank between them. */
const DICTIONARIES: readonly string[] = [
  STCharacters,
  STPhrases,
  TSCharacters,
  TSPhrases,
  HKVariants,
  HKVariantsPhrases,
  HKVariantsRev,
  HKVariantsRevPhrases,
  TWVariants,
  TWVariantsPhrases,
  TWVariantsRev,
  TWVariantsRevPhrases,
];

let forms: ReadonlyMap<string, ReadonlySet<string>> | undefined;

export const areForms: OpenCC["areForms"] = (one, other) => {
  if (one === other) return true;
  forms ??= readForms();
  const ofOne = forms.get(one);
  const ofOther = forms.get(other);
  if (ofOne === undefined || ofOther === undefined) return false;
  // A regional form is two steps from the simplified one: 为, 爲, 為.
  return ofOne.has(other) || [...ofOne].some((between) => ofOther.has(between));
};

function readForms(): ReadonlyMap<string, ReadonlySet<string>> {
  const made = new Map<string, Set<string>>();
  const add = (one: string, other: string): void => {
    const known = made.get(one);
    if (known === undefined) made.set(one, new Set([other]));
    else known.add(other);
  };
  for (const dictionary of DICTIONARIES) {
    for (const entry of dictionary.split("|")) {
      const [before = "", after = ""] = entry.split(" ").map((text) => [...text]);
      for (const [i, one] of [...before].entries()) {
        const other = after[i];
        if (other === undefined || one === other) continue;
        add(one, other);
        add(other, one);
      }
    }
  }
  return made;
}
