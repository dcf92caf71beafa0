/** Scripts that Chinese is written in, and the way to the dictionaries that convert between them. */
import { createRequire } from "node:module";

/** What `--script` takes: OpenCC's standard traditional forms, or those of Hong Kong or Taiwan. No words are exchanged. */
export type Script = "simplified" | "traditional" | "hk" | "tw";

export const SCRIPTS: readonly Script[] = ["simplified", "traditional", "hk", "tw"];

/** OpenCC's names. */
type Locale = "cn" | "t" | "hk" | "tw";

export interface OpenCC {
  /** As many characters as it was given, in code points. */
  convert(text: string, from: Locale, to: Locale): string;
  /** Whether two characters are written for each other in some script: 为, 爲 and 為. */
  areForms(one: string, other: string): boolean;
}

/** Defined by `build.mjs`, where every chunk lies directly in `dist/`; not there when run from source. */
declare const JIANBAO_BUNDLED: boolean | undefined;

let loaded: OpenCC | undefined;

/** Loaded at first use, in about 0.1 s; `npm run build` makes it. */
export function openCC(): OpenCC {
  const file = typeof JIANBAO_BUNDLED !== "undefined" ? "./script/opencc.cjs" : "../../dist/script/opencc.cjs";
  loaded ??= createRequire(import.meta.url)(file) as OpenCC;
  return loaded;
}

/**
 * The text in the script.
 * @param isTraditional what the text is written in now.
 */
export function toScript(text: string, script: Script, isTraditional: boolean): string {
  const { convert } = openCC();
  if (script === "simplified") {
    // A page says not whether it is from Hong Kong or Taiwan, so both of their forms are led back: 衞 and 著.
    return isTraditional ? convert(convert(text, "hk", "tw"), "tw", "cn") : text;
  }
  if (!isTraditional) return convert(text, "cn", script === "traditional" ? "t" : script);
  if (script === "hk") return convert(text, "tw", "hk");
  if (script === "tw") return convert(text, "hk", "tw");
  return text;
}
