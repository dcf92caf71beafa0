/** The decoded text of one dump. Offsets everywhere in jianbao are UTF-16 code units of `text`. */
export interface Source {
  /** Name for people: a path as given, or `<stdin>`. Never read again. */
  readonly file: string;
  readonly text: string;
}

/** Half-open range in `Source.text`, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
