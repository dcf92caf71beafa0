/** Hostile changes of the bytes of a page: what disks, editors, scanners and bad luck do, and what malice would. */
import type { Random } from "../helpers/random.ts";

export interface Mutation {
  readonly name: string;
  /** Whether the result may be as long as a megabyte: seldom chosen. */
  readonly isLarge?: true;
  readonly of: (bytes: Buffer, random: Random) => Buffer;
}

const MEGABYTE = 1_000_000;
/** Characters that some stage looks for, or that are easily mishandled. */
const MARKS = [
  ..."\"'“”‘’「」()（）[]【】《》,，.。、:：;；!！?？…—-·~#*_|<>/\\&%$@^`=+ \t\u3000\u00a0\u200b\u2028\u2029\u0085\ufeff",
  ..."春记者摄图讯电版转日月年■●▲★①Ⅲ㈠ａ１aZ09éЖあ한\u0301\u202e\u200d\ufffd\uffff\ue000\ufffe",
  "\r\n",
  "\f",
  "\0",
  "\u001b[31m",
  "\u009b2J",
  "😀",
  "𠮷",
  "![](a.jpg)",
  "<br/>",
  "（记者 ",
  "本报讯",
  "（下转A05版）",
];

export const MUTATIONS: readonly Mutation[] = [
  { name: "nothing", of: (bytes) => bytes },
  { name: "bit flips", of: flipBits },
  { name: "a cut at the end", of: (bytes, random) => bytes.subarray(0, place(bytes, random)) },
  { name: "a cut at the start", of: (bytes, random) => bytes.subarray(place(bytes, random)) },
  { name: "a hole", of: (bytes, random) => Buffer.from(bytes).fill(0, ...range(bytes, random)) },
  { name: "a part left out", of: leaveOut },
  { name: "a part doubled", of: double },
  { name: "a part repeated many times", of: repeat },
  {
    name: "parts in another order",
    of: (bytes, random) => insert(leaveOut(bytes, random), part(bytes, random), random),
  },
  { name: "lines in another order", of: shuffleLines },
  { name: "bytes of every value", of: (bytes, random) => insert(bytes, bytesOfAll(), random) },
  { name: "every control character", of: (bytes, random) => insert(bytes, controls(), random) },
  { name: "noise", of: (bytes, random) => insert(bytes, noise(random), random) },
  { name: "marks everywhere", of: sprinkle },
  { name: "a run of one mark", of: (bytes, random) => insert(bytes, run(random.between(2, 300), random), random) },
  { name: "no blanks", of: (bytes) => without(bytes, /[ \t\u3000]/g) },
  { name: "no line ends", of: (bytes) => without(bytes, /[\r\n]/g) },
  { name: "a blank after each character", of: (bytes) => Buffer.from([...bytes.toString("utf8")].join(" ")) },
  { name: "a line for each character", of: (bytes) => Buffer.from([...bytes.toString("utf8")].join("\n")) },
  { name: "brackets nested 10,000 deep", of: nest },
  { name: "100,000 quotes", isLarge: true, of: (bytes, random) => insert(bytes, quotes(random), random) },
  { name: "a megabyte of one mark", isLarge: true, of: (bytes, random) => insert(bytes, megabyte(random), random) },
  { name: "a megabyte of the page", isLarge: true, of: fillUp },
];

/** An offset, both ends possible. */
function place(bytes: Buffer, random: Random): number {
  return random.between(0, bytes.length);
}

function range(bytes: Buffer, random: Random): [number, number] {
  const from = place(bytes, random);
  return [from, Math.min(bytes.length, from + random.between(0, 200))];
}

function part(bytes: Buffer, random: Random): Buffer {
  return bytes.subarray(...range(bytes, random));
}

function insert(bytes: Buffer, what: Buffer, random: Random): Buffer {
  const at = place(bytes, random);
  return Buffer.concat([bytes.subarray(0, at), what, bytes.subarray(at)]);
}

function flipBits(bytes: Buffer, random: Random): Buffer {
  const copy = Buffer.from(bytes);
  for (let left = random.between(1, 20); left > 0 && copy.length > 0; left -= 1) {
    const at = random.between(0, copy.length - 1);
    copy[at] = (copy[at] ?? 0) ^ (1 << random.between(0, 7));
  }
  return copy;
}

function leaveOut(bytes: Buffer, random: Random): Buffer {
  const [from, to] = range(bytes, random);
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
}

function double(bytes: Buffer, random: Random): Buffer {
  const [, to] = range(bytes, random);
  return Buffer.concat([bytes.subarray(0, to), part(bytes, random), bytes.subarray(to)]);
}

function repeat(bytes: Buffer, random: Random): Buffer {
  const what = part(bytes, random);
  return insert(bytes, Buffer.concat(Array.from({ length: random.between(2, 100) }, () => what)), random);
}

function shuffleLines(bytes: Buffer, random: Random): Buffer {
  const lines = bytes.toString("latin1").split("\n");
  for (let i = lines.length - 1; i > 0; i -= 1) {
    const j = random.between(0, i);
    [lines[i], lines[j]] = [lines[j] ?? "", lines[i] ?? ""];
  }
  return Buffer.from(lines.join("\n"), "latin1");
}

function bytesOfAll(): Buffer {
  return Buffer.from(Array.from({ length: 256 }, (_, i) => i));
}

/** C0, DEL, C1, the marks of direction, in UTF-8. */
function controls(): Buffer {
  const codes = [...range16(0, 0x1f), ...range16(0x7f, 0x9f), ...range16(0x200b, 0x200f), ...range16(0x2028, 0x202e)];
  return Buffer.from(codes.map((code) => String.fromCharCode(code)).join(""));
}

function range16(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function noise(random: Random): Buffer {
  return Buffer.from(Array.from({ length: random.between(1, 60) }, () => random.between(0, 255)));
}

function sprinkle(bytes: Buffer, random: Random): Buffer {
  const share = random.pick([0.01, 0.05, 0.3]);
  const marks = Array.from({ length: random.between(1, 4) }, () => random.pick(MARKS));
  const characters = [...bytes.toString("utf8")];
  return Buffer.from(characters.map((one) => (random.isLucky(share) ? one + random.pick(marks) : one)).join(""));
}

function run(length: number, random: Random): Buffer {
  return Buffer.from(random.pick(MARKS).repeat(length));
}

function without(bytes: Buffer, what: RegExp): Buffer {
  return Buffer.from(bytes.toString("utf8").replace(what, ""));
}

function nest(bytes: Buffer, random: Random): Buffer {
  const [open, close] = random.pick([
    ["(", ")"],
    ["（", "）"],
    ["“", "”"],
    ["「", "」"],
    ["《", "》"],
    ["[", "]("],
  ] as const);
  const inside = part(bytes, random);
  return Buffer.concat([Buffer.from(open.repeat(10_000)), inside, Buffer.from(close.repeat(10_000)), bytes]);
}

function quotes(random: Random): Buffer {
  return Buffer.from(random.pick(['"', "'", '春"', '" ', "“", "”", "‘’", '",']).repeat(100_000));
}

function megabyte(random: Random): Buffer {
  const mark = random.pick(MARKS) + random.pick(["", "", "春", " ", "\n"]);
  return Buffer.from(mark.repeat(Math.ceil(MEGABYTE / Buffer.byteLength(mark))));
}

function fillUp(bytes: Buffer): Buffer {
  if (bytes.length === 0) return bytes;
  return Buffer.concat(Array.from({ length: Math.ceil(MEGABYTE / bytes.length) }, () => bytes));
}
