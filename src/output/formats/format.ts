/** The formats a page can be written in, by the name that `--format` takes. */

export type Format = "json" | "md" | "txt" | "ndjson" | "jsonld" | "tei";

/** With the dot: what a file of the format is called. */
const EXTENSIONS: Readonly<Record<Format, string>> = {
  json: ".json",
  md: ".md",
  txt: ".txt",
  ndjson: ".ndjson",
  jsonld: ".jsonld",
  tei: ".xml",
};

export const FORMATS: readonly Format[] = ["json", "md", "txt", "ndjson", "jsonld", "tei"];

/** Whether a path is called like a file of this format: `out/A03.md` for `md`, in any case. */
export function isNamedAs(path: string, format: Format): boolean {
  return path.toLowerCase().endsWith(EXTENSIONS[format]);
}

/** The format whose files are called like this path, or undefined. */
export function formatNamedBy(path: string): Format | undefined {
  return FORMATS.find((format) => isNamedAs(path, format));
}

/** `.md`: the end of the name of a file in this format. */
export function extensionOf(format: Format): string {
  return EXTENSIONS[format];
}
