/**
 * The SHA-256 of a file, in hex.
 *
 * `node:crypto` does it, but to load it costs 3 ms, a tenth of what one page may cost. So the first file of a process,
 * which mostly is its only one, is hashed by a small function of our own (sha256.wat), in a quarter of that. In
 * WebAssembly, because JavaScript that runs for the first time is interpreted and takes as long as the loading.
 */
import { createRequire } from "node:module";

let crypto: typeof import("node:crypto") | undefined;
let isFirst = true;

export function sha256Of(bytes: Uint8Array): string {
  if (isFirst && bytes.length <= MOST_BYTES && hasWebAssembly()) {
    isFirst = false;
    return ownSha256(bytes);
  }
  crypto ??= createRequire(import.meta.url)("node:crypto") as typeof import("node:crypto");
  return crypto.createHash("sha256").update(bytes).digest("hex");
}

/** The types of Node do not have it. */
interface WithWebAssembly {
  readonly WebAssembly: {
    readonly Module: new (bytes: Uint8Array) => object;
    readonly Instance: new (module: object) => { readonly exports: unknown };
  };
}

/** Not so under `node --jitless`. */
function hasWebAssembly(): boolean {
  return "WebAssembly" in globalThis;
}

/** sha256.wat, compiled (a test does it anew), in base64; that file says where in memory what lies. */
export const WASM =
  "AGFzbQEAAAABCwJgAX8Bf2ACf38AAwMCAAEFAwEAAQcRAgZtZW1vcnkCAARoYXNoAAEK+wMCIgEBfyAAKAIAIQEgAUEId0H/gfwHcSABQQh4" +
  "QYD+g3hxcgvVAwENfwNAQQAhAgNAIAIgACACahAANgKAAiACQQRqIgJBwABJDQALA0AgAigCxAEhBSACKAL4ASEGIAIgAigCwAEgBUEHeCAF" +
  "QRJ4cyAFQQN2c2ogAigC5AEgBkEReCAGQRN4cyAGQQp2c2pqNgKAAiACQQRqIgJBgAJJDQALQQAoAoAEIQdBACgChAQhCEEAKAKIBCEJQQAo" +
  "AowEIQpBACgCkAQhC0EAKAKUBCEMQQAoApgEIQ1BACgCnAQhDkEAIQIDQCAOIAtBBnggC0ELeHMgC0EZeHNqIAsgDHEgC0F/cyANcXNqIAIo" +
  "AgAgAigCgAJqaiEDIAdBAnggB0ENeHMgB0EWeHMgByAIcSAHIAlxcyAIIAlxc2ohBCANIQ4gDCENIAshDCAKIANqIQsgCSEKIAghCSAHIQgg" +
  "AyAEaiEHIAJBBGoiAkGAAkkNAAtBAEEAKAKABCAHajYCgARBAEEAKAKEBCAIajYChARBAEEAKAKIBCAJajYCiARBAEEAKAKMBCAKajYCjARB" +
  "AEEAKAKQBCALajYCkARBAEEAKAKUBCAMajYClARBAEEAKAKYBCANajYCmARBAEEAKAKcBCAOajYCnAQgAEHAAGoiACABSQ0ACwsLrQICAEEA" +
  "C4ACmC+KQpFEN3HP+8C1pdu16VvCVjnxEfFZpII/ktVeHKuYqgfYAVuDEr6FMSTDfQxVdF2+cv6x3oCnBtybdPGbwcFpm+SGR77vxp3BD8yh" +
  "DCRvLOktqoR0StypsFzaiPl2UlE+mG3GMajIJwOwx39Zv/ML4MZHkafVUWPKBmcpKRSFCrcnOCEbLvxtLE0TDThTVHMKZbsKanYuycKBhSxy" +
  "kqHov6JLZhqocItLwqNRbMcZ6JLRJAaZ1oU1DvRwoGoQFsGkGQhsNx5Md0gntbywNLMMHDlKqthOT8qcW/NvLmjugo90b2OleBR4yIQIAseM" +
  "+v++kOtsUKT3o/m+8nhxxgBBgAQLIGfmCWqFrme7cvNuPDr1T6V/Ug5RjGgFm6vZgx8ZzeBb";
const STATE_AT = 512;
const STATE_WORDS = 8;
const MESSAGE_AT = 544;
/** What one memory page of 64 KiB holds beside that and the padding. */
const MOST_BYTES = 0x10000 - MESSAGE_AT - 128;
const BLOCK_BYTES = 64;
/** Behind the message: one byte for its end, eight for its length in bits. */
const LEAST_PADDING_BYTES = 9;

interface OwnSha256 {
  readonly memory: { readonly buffer: ArrayBuffer };
  /** Takes whole blocks from `at` to `end` into the state. */
  hash(at: number, end: number): void;
}

/** @param bytes at most `MOST_BYTES`. */
export function ownSha256(bytes: Uint8Array): string {
  const { Module, Instance } = (globalThis as unknown as WithWebAssembly).WebAssembly;
  const { memory, hash } = new Instance(new Module(Buffer.from(WASM, "base64"))).exports as OwnSha256;
  const end = MESSAGE_AT + Math.ceil((bytes.length + LEAST_PADDING_BYTES) / BLOCK_BYTES) * BLOCK_BYTES;
  const message = new Uint8Array(memory.buffer);
  message.set(bytes, MESSAGE_AT);
  message[MESSAGE_AT + bytes.length] = 0x80;
  const view = new DataView(memory.buffer);
  view.setUint32(end - 4, bytes.length * 8);
  hash(MESSAGE_AT, end);
  let hex = "";
  for (let i = 0; i < STATE_WORDS; i += 1) {
    hex += view
      .getUint32(STATE_AT + 4 * i, true)
      .toString(16)
      .padStart(8, "0");
  }
  return hex;
}
