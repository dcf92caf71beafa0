/**
 * The regular expressions of the source, and texts that make a careless one slow.
 *
 * In: TypeScript. Out: its literals; for each, texts in which a part that may repeat is repeated many times and the match
 * fails at the end. Never: proves that no other text is slow.
 */
export interface Literal {
  readonly source: string;
  readonly flags: string;
}

/** What may stand before a regular expression and not before a division. */
const BEFORE_LITERAL = /^(?:|[(,=:[!&|?{};+*%<>~^-]|return|case|in|of)$/;

export function literalsIn(code: string): Literal[] {
  const out: Literal[] = [];
  const open: string[] = [];
  let before = "";
  for (let i = 0; i < code.length; ) {
    const rest = code.slice(i, i + 2);
    const mark = code.charAt(i);
    if (/\s/.test(mark)) i += 1;
    else if (rest === "//") i = endOf(code, "\n", i);
    else if (rest === "/*") i = endOf(code, "*/", i);
    else if (mark === '"' || mark === "`" || (mark === "}" && open[open.length - 1] === "`")) {
      // A string, or the rest of a template behind `${…}`.
      if (mark === "}") open.pop();
      const end = mark === '"' ? /(?:[^"\\]|\\[\s\S])*"/y : /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*(?:`|\$\{)/y;
      end.lastIndex = i + 1;
      const text = end.exec(code)?.[0] ?? "";
      i += 1 + text.length;
      before = text.endsWith("${") ? "{" : '"';
      if (before === "{") open.push("`");
    } else if (mark === "/" && BEFORE_LITERAL.test(before)) {
      const literal = /\/((?:[^\\/[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([a-z]*)/y;
      literal.lastIndex = i;
      const [whole = "/", source = "", flags = ""] = literal.exec(code) ?? [];
      out.push({ source, flags });
      i += whole.length;
      before = '"';
    } else {
      const [word = mark] = /^[\w$]+/.exec(code.slice(i, i + 80)) ?? [];
      if (mark === "{") open.push("{");
      if (mark === "}") open.pop();
      before = word;
      i += word.length;
    }
  }
  return out;
}

function endOf(code: string, mark: string, from: number): number {
  const at = code.indexOf(mark, from);
  return at < 0 ? code.length : at + mark.length;
}

/** Characters that the sources ask for; a class is tried with those of them that it holds. */
const SAMPLES = [..." \n春a0|-(（.，。、*“_/："];
const MOST_SAMPLES = 6;

export interface Pump {
  /** Leads to the part that repeats. */
  readonly prefix: string;
  readonly repeated: string;
}

/** What each part without an upper bound may be repeated with. */
export function pumpsOf({ source, flags }: Literal): Pump[] {
  const pumps: Pump[] = [];
  // What opens the pattern may be what repeats in it, too.
  const openers = [...(/^\[((?:[^\]\\]|\\.)+)\]/.exec(source)?.[1] ?? "")].slice(0, 2);
  let at = 0;
  const alternatives = (prefix: string): string[] => {
    const samples = [sequence(prefix)];
    while (source[at] === "|") {
      at += 1;
      samples.push(sequence(prefix));
    }
    return samples;
  };
  const sequence = (prefix: string): string => {
    let out = "";
    while (at < source.length && source[at] !== "|" && source[at] !== ")") {
      const samples = atom(prefix + out);
      const { least, isEndless } = quantifier();
      if (isEndless)
        for (const repeated of samples) if (repeated !== "") pumps.push({ prefix: prefix + out, repeated });
      out += (samples[0] ?? "").repeat(least);
    }
    return out;
  };
  const atom = (prefix: string): string[] => {
    if (source[at] === "(") {
      const [opening = "("] = /^\((?:\?(?:[:=!]|<[=!]|<\w+>))?/.exec(source.slice(at)) ?? [];
      at += opening.length;
      const samples = alternatives(prefix);
      at += 1;
      return /[=!]$/.test(opening) ? [""] : samples;
    }
    const [one = ""] =
      /^(?:\[(?:[^\]\\]|\\.)*\]|\\[pP]\{[^}]*\}|\\u[\dA-Fa-f]{4}|\\x..|\\.|[\s\S])/.exec(source.slice(at)) ?? [];
    at += one.length;
    return /^(?:[$^]|\\[bB])$/.test(one) ? [""] : samplesOf(one, flags, openers);
  };
  /** Moves over a quantifier, if there is one. @returns how often the part stands there, once at least, and whether it may for ever. */
  const quantifier = (): { readonly least: number; readonly isEndless: boolean } => {
    const [mark = "", count] = /^(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/.exec(source.slice(at)) ?? [];
    at += mark.length;
    return { least: Math.max(1, Number(count ?? 1)), isEndless: /^[*+]|,\}/.test(mark) };
  };
  alternatives("");
  return pumps;
}

function samplesOf(one: string, flags: string, openers: readonly string[]): string[] {
  const whole = new RegExp(`^(?:${one})$`, flags.replace(/[gy]/g, ""));
  const own = one.length === 1 ? [one] : [...one.replace(/^\[\^?|\]$/g, "")];
  return [...new Set([...own, ...openers, ...SAMPLES])].filter((sample) => whole.test(sample)).slice(0, MOST_SAMPLES);
}

/** What may be unlike all that a pattern asks for at its end: a class of what may not stand there holds one of them. */
const ENDS = ["\0", "，）"];

/** Texts in which the part is repeated, alone, behind what leads to it and together with it; each ends unlike all. */
export function attacks(literal: Literal, length: number): string[] {
  const texts = pumpsOf(literal).flatMap(({ prefix, repeated }) => [
    repeated.repeat(length / repeated.length),
    prefix + repeated.repeat(length / repeated.length),
    (prefix + repeated).repeat(length / (prefix + repeated).length),
  ]);
  return [...new Set(texts)].flatMap((text) => ENDS.map((end) => text + end));
}
