/** From the bytes of a dump to its text, undressed of what a converter put around its lines. */
import type { Place } from "./coat/boxes.ts";
import type { Coat } from "./coat/coat.ts";
import { undress } from "./coat/undress.ts";
import { decode } from "./decode/decode.ts";
import type { Finding } from "./notice.ts";
import type { PageSource } from "./page.ts";
import { sha256Of } from "./sha256/sha256.ts";
import { PositionIndex } from "./text/position.ts";
import type { Source } from "./text/source.ts";

/** What the pages of one dump share. */
export interface Dump {
  /** As it was decoded: what offsets in the output count. */
  readonly text: string;
  /** What is read of it. */
  readonly source: Source;
  /** Null where both are the same. */
  readonly coat: Coat | null;
  readonly about: PageSource;
  readonly positions: PositionIndex;
  /** Where its texts were printed, as far as it says so. */
  readonly places: readonly Place[];
  /** What could not be read, all over the dump, and what was taken off it; in the order of the dump. */
  readonly damage: readonly Finding[];
}

/**
 * @param path for people and for article ids; the folder part is not used.
 * @param known the encoding, where it is known; else it is found from the bytes.
 * @throws {UserError} if the bytes are no text that jianbao reads.
 */
export function readDump(bytes: Uint8Array, path: string, known?: string): Dump {
  const file = baseName(path);
  const { text, encoding, findings } = decode(bytes, known);
  const sha256 = sha256Of(bytes);
  const about = { file, sha256, bytes: bytes.length, encoding };
  const { source, coat, places, findings: takenOff } = undress({ file, text });
  const damage = [...findings, ...takenOff].sort((a, b) => a.offset - b.offset);
  return { text, source, coat, about, positions: new PositionIndex(text), places, damage };
}

function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
}
