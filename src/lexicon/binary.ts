/**
 * The file format of `dist/lexicon/*.bin`: numbered sections of unsigned integers, little-endian, read in place.
 *
 * Header: magic, format version, number of sections; then for each section its byte offset, its length in elements
 * and its element size in bytes (1, 2 or 4). All header fields are 32 bits; every section starts on 4 bytes.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Room } from "../cli/room.ts";
import { InvariantError, UserError } from "../errors.ts";
import { readInto } from "../read-into.ts";

/** Memory that the command has used and needs no more, see `cli/room.ts`; elsewhere there is none. */
declare const JIANBAO_ROOM: Room | undefined;

export type Section = Uint8Array | Uint16Array | Uint32Array;

/** "JBLX" read as a little-endian number. */
const MAGIC = 0x584c424a;
/** Raise when a section changes its meaning, so that an old build is refused and not misread. */
const FORMAT_VERSION = 1;
const HEADER_FIELDS = 3;
const SECTION_FIELDS = 3;
const ADVICE = "run `npm run build`";

/** The bytes of a file holding these sections; the same on every machine. */
export function packSections(sections: readonly Section[]): Uint8Array {
  requireLittleEndian();
  const headerBytes = 4 * (HEADER_FIELDS + SECTION_FIELDS * sections.length);
  const header = [MAGIC, FORMAT_VERSION, sections.length];
  let end = headerBytes;
  for (const section of sections) {
    header.push(end, section.length, section.BYTES_PER_ELEMENT);
    end += Math.ceil(section.byteLength / 4) * 4;
  }
  const bytes = new Uint8Array(end);
  bytes.set(new Uint8Array(Uint32Array.from(header).buffer), 0);
  sections.forEach((section, i) => {
    const byteOffset = header[HEADER_FIELDS + SECTION_FIELDS * i] ?? 0;
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), byteOffset);
  });
  return bytes;
}

/**
 * The sections as views onto one read of the file: nothing is parsed or copied.
 * @throws {UserError} if the file is not there or was built by another version.
 */
export function readSections(directory: string, name: string): readonly Section[] {
  const file = requireFile(directory, name);
  let bytes: Buffer;
  try {
    bytes = readInto(file, typeof JIANBAO_ROOM === "undefined" ? Buffer.allocUnsafeSlow : JIANBAO_ROOM.give);
  } catch (cause) {
    throw new UserError(`lexicon file ${file} cannot be read`, ADVICE, { cause });
  }
  const sections = viewSections(bytes);
  if (sections === undefined) throw new UserError(`lexicon file ${file} was built by another version`, ADVICE);
  return sections;
}

/**
 * The path of a lexicon file.
 * @throws {UserError} if it is not there.
 */
export function requireFile(directory: string, name: string): string {
  const file = join(directory, name);
  if (!existsSync(file)) throw new UserError(`lexicon file ${file} is missing`, ADVICE);
  return file;
}

/** The sections of packed bytes, or undefined if they are not of this format. */
export function viewSections(bytes: Uint8Array): readonly Section[] | undefined {
  requireLittleEndian();
  if (bytes.byteLength < 4 * HEADER_FIELDS) return undefined;
  // A small Buffer may lie anywhere in Node's pool, and 32-bit views need a multiple of four.
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
  const { buffer, byteOffset, byteLength } = aligned;
  const header = new Uint32Array(buffer, byteOffset, Math.floor(byteLength / 4));
  if (header[0] !== MAGIC || header[1] !== FORMAT_VERSION) return undefined;
  const sections: Section[] = [];
  for (let i = 0; i < (header[2] ?? 0); i += 1) {
    const field = HEADER_FIELDS + SECTION_FIELDS * i;
    const start = header[field] ?? 0;
    const length = header[field + 1] ?? 0;
    const size = header[field + 2] ?? 0;
    if (start + length * size > byteLength) return undefined;
    const View = size === 1 ? Uint8Array : size === 2 ? Uint16Array : Uint32Array;
    sections.push(new View(buffer as ArrayBuffer, byteOffset + start, length));
  }
  return sections;
}

/** Hands out the sections of a file in the order in which the compiler packed them. */
export class SectionReader {
  readonly #sections: readonly Section[];
  #next = 0;

  constructor(sections: readonly Section[]) {
    this.#sections = sections;
  }

  bytes(): Uint8Array {
    return this.#take(Uint8Array);
  }

  shorts(): Uint16Array {
    return this.#take(Uint16Array);
  }

  words(): Uint32Array {
    return this.#take(Uint32Array);
  }

  hasMore(): boolean {
    return this.#next < this.#sections.length;
  }

  #take<T extends Section>(kind: new (length: number) => T): T {
    const section = this.#sections[this.#next];
    if (!(section instanceof kind))
      throw new InvariantError("lexicon/binary", `section ${this.#next} is no ${kind.name}`, 0);
    this.#next += 1;
    return section;
  }
}

/** Views read memory in the machine's own order; Node has no big-endian build in use, so none is catered for. */
function requireLittleEndian(): void {
  if (new Uint8Array(new Uint16Array([1]).buffer)[0] !== 1)
    throw new InvariantError("lexicon/binary", "this machine is not little-endian", 0);
}
