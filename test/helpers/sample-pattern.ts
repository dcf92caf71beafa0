/**
 * Texts that a pattern may find, made from the pattern itself: of every choice each branch in turn, of every repetition
 * few and many. Not every sample is found, for what must not stand there is not looked at: ask the pattern.
 */
import type { Random } from "./random.ts";

export function samplePattern(pattern: RegExp, random: Random): string {
  return new Sampler(pattern.source, random).read();
}

/** Most repetitions beyond the least. */
const MOST_MORE = 3;
const ANY = "甲天一A7x的";

class Sampler {
  readonly #source: string;
  readonly #random: Random;
  #at = 0;

  constructor(source: string, random: Random) {
    this.#source = source;
    this.#random = random;
  }

  /** One of the alternatives up to the end of the group. */
  read(): string {
    const branches: string[] = [""];
    while (this.#at < this.#source.length && this.#peek() !== ")") {
      if (this.#peek() === "|") {
        this.#at += 1;
        branches.push("");
      } else branches[branches.length - 1] += this.#repeated();
    }
    return this.#random.pick(branches);
  }

  #peek(): string {
    return this.#source.charAt(this.#at);
  }

  #repeated(): string {
    const from = this.#at;
    const first = this.#atom();
    const count = /^(?:[?*+]|\{(\d+)(?:,(\d*))?\})\??/.exec(this.#source.slice(this.#at));
    if (count === null) return first;
    const [whole, least, most] = count;
    const low = least === undefined ? (whole.startsWith("+") ? 1 : 0) : Number(least);
    const high = whole.startsWith("?")
      ? 1
      : Math.min(low + MOST_MORE, most ? Number(most) : whole.includes(",") || least === undefined ? Infinity : low);
    let out = "";
    for (let i = this.#random.between(low, high); i > 0; i -= 1) {
      this.#at = from;
      out += this.#atom();
    }
    this.#at = from;
    this.#atom();
    this.#at += whole.length;
    return out;
  }

  #atom(): string {
    const char = this.#peek();
    this.#at += 1;
    if (char === "(") return this.#group();
    if (char === "[") return this.#class();
    if (char === "\\") return this.#escape();
    if (char === ".") return this.#random.pick([...ANY]);
    return char === "^" || char === "$" ? "" : char;
  }

  #group(): string {
    const kind = /^\?(?:[:=!]|<[=!]|<\w+>)/.exec(this.#source.slice(this.#at))?.[0] ?? "";
    this.#at += kind.length;
    const text = this.read();
    this.#at += 1;
    return kind.endsWith("!") || kind === "?<=" ? "" : text;
  }

  #escape(): string {
    const char = this.#peek();
    this.#at += 1;
    if (char === "d") return String(this.#random.between(0, 9));
    return char === "s" || char === "b" ? "" : char;
  }

  #class(): string {
    const end = this.#source.slice(this.#at).search(/(?<!\\)\]/) + this.#at;
    const inner = this.#source.slice(this.#at, end);
    this.#at = end + 1;
    if (inner.startsWith("^")) return this.#random.pick([...ANY].filter((char) => !inner.includes(char)));
    const chars = inner.replace("\\d", "0-9").replace(/\\(.)/g, "$1");
    const parts = chars.match(/.-.|./gu) ?? [];
    const part = this.#random.pick(parts);
    if (part.length < 3) return part;
    return String.fromCodePoint(this.#random.between(part.codePointAt(0) ?? 0, part.codePointAt(part.length - 1) ?? 0));
  }
}
