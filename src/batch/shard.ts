/** A stable share of the pages for one machine of several. */
import { createHash } from "node:crypto";
import { UserError } from "../errors.ts";

export interface Shard {
  /** From 1. */
  readonly number: number;
  readonly count: number;
}

/** `3/8`. Near misses: `3`, `0/8`, `9/8`. */
const SHARD = /^(\d{1,6})\/(\d{1,6})$/;

/** @throws {UserError} if it is no I/N with I from 1 to N. */
export function parseShard(word: string): Shard {
  const [, number = Number.NaN, count = Number.NaN] = (SHARD.exec(word) ?? []).map(Number);
  if (number >= 1 && number <= count) return { number, count };
  throw new UserError(`${word} is no shard`, "give I/N, with I from 1 to N: --shard 3/8");
}

/**
 * Whether the page is this shard's. Each place belongs to one shard, whatever other pages there are: the first four
 * bytes of the SHA-256 of its UTF-8, as a number, modulo the count.
 */
export function isInShard(place: string, { number, count }: Shard): boolean {
  return createHash("sha256").update(place).digest().readUInt32BE(0) % count === number - 1;
}
