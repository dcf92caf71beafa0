/**
 * Classes of characters in one table: what a text holds is told by one look a character, however many classes are asked.
 *
 * A recogniser asks with it whether a text has any of the characters that it cannot do without, before it runs a regular
 * expression over the text: nearly every line of a page is refused there.
 */
export class CharClasses {
  readonly #classes: readonly string[];
  #flags: Uint16Array | null = null;

  /** @param classes the characters of each class, sixteen classes at most; class `i` has the bit `1 << i`. */
  constructor(...classes: readonly string[]) {
    this.#classes = classes;
  }

  /** For each code unit the bits of its classes. Made when first asked for: a start pays for no table that no page needs. */
  get flags(): Uint16Array {
    this.#flags ??= tableOf(this.#classes);
    return this.#flags;
  }

  /** The bits of all classes that any character of a text is of. */
  of(text: string): number {
    const { flags } = this;
    let bits = 0;
    for (let i = 0; i < text.length; i += 1) bits |= flags[text.charCodeAt(i)] ?? 0;
    return bits;
  }
}

function tableOf(classes: readonly string[]): Uint16Array {
  const flags = new Uint16Array(0x10000);
  for (const [i, chars] of classes.entries()) {
    for (let k = 0; k < chars.length; k += 1) {
      const code = chars.charCodeAt(k);
      flags[code] = (flags[code] ?? 0) | (1 << i);
    }
  }
  return flags;
}
