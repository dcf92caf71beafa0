/** Reads a whole file into memory that the caller gives, where `readFileSync` always takes new memory. */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/**
 * @param room gives memory of so many bytes.
 * @returns the memory, or its first part if the file became shorter meanwhile.
 */
export function readInto(file: string, room: (bytes: number) => Buffer): Buffer {
  const descriptor = openSync(file, "r");
  try {
    const { size } = fstatSync(descriptor);
    const memory = room(size);
    let length = 0;
    while (length < size) {
      const read = readSync(descriptor, memory, length, size - length, length);
      if (read === 0) break;
      length += read;
    }
    return memory.subarray(0, length);
  } finally {
    closeSync(descriptor);
  }
}
