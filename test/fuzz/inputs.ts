/** Input number so-and-so: the same for the same seed, number and pages, on every machine. */
import { ENCODINGS } from "../../src/decode/encodings.ts";
import { COATS, dressLines, LINE_COATS } from "../helpers/coats.ts";
import { encode } from "../helpers/encode.ts";
import { casesIn, HOSTILE, PAGES } from "../helpers/folders.ts";
import { FORMS, generatePage } from "../helpers/generate-page.ts";
import { ASCII, SIMPLIFIED, TRADITIONAL } from "../helpers/kinds.ts";
import { Random } from "../helpers/random.ts";
import { MUTATIONS, type Mutation } from "./mutate.ts";

export interface Input {
  readonly bytes: Buffer;
  /** What was done, for a failure message. */
  readonly story: string;
}

export interface Source {
  readonly name: string;
  readonly bytes: (random: Random) => Buffer;
}

const LARGE = MUTATIONS.filter(({ isLarge }) => isLarge);
const SMALL = MUTATIONS.filter(({ isLarge }) => !isLarge);

/** Pages of the repository: generated ones, the fixtures, texts in every encoding. */
export function ownSources(): readonly Source[] {
  const generated = FORMS.map((form) => ({
    name: `generated ${form}`,
    bytes: (random: Random) => Buffer.from(generatePage(random, form).text),
  }));
  const fixtures = [...casesIn(PAGES), ...casesIn(HOSTILE)]
    .filter(({ bytes }) => bytes.length < LONGEST_FIXTURE)
    .map(({ slug, bytes }) => ({ name: slug, bytes: () => Buffer.from(bytes) }));
  const encoded = ENCODINGS.map((encoding) => {
    const kinds = encoding === "big5" ? [...TRADITIONAL, ...ASCII] : [...SIMPLIFIED, ...TRADITIONAL, ...ASCII];
    return { name: `text in ${encoding}`, bytes: (random: Random) => encode(random.pick(kinds).text, encoding) };
  });
  return [...generated, ...fixtures, ...encoded];
}

/** Bytes of a fixture that is worth changing thousands of times. */
const LONGEST_FIXTURE = 20_000;

/** Some pages wear what a converter put around them: whole ones, and parts of them. */
const DRESSED_SHARE = 0.15;

/** Most inputs are a part of a page: faults show in small ones too, and more of them can be tried. */
const SHARE_OF_PARTS = 0.85;
const LONGEST_PART = 900;

export interface Drawing {
  readonly seed: number;
  readonly sources: readonly Source[];
  /** Chance of an input of a megabyte. */
  readonly largeShare: number;
}

export function inputOf(index: number, { seed, sources, largeShare }: Drawing): Input {
  const random = new Random(seed * 1_000_003 + index);
  const source = random.pick(sources);
  let bytes = source.bytes(random);
  const coat = random.isLucky(DRESSED_SHARE) ? dress(bytes, random) : null;
  if (coat !== null) bytes = coat.bytes;
  if (random.isLucky(SHARE_OF_PARTS)) {
    const from = random.between(0, bytes.length);
    bytes = bytes.subarray(from, from + random.between(0, LONGEST_PART));
  }
  const steps: Mutation[] = Array.from({ length: random.between(0, 4) }, () => random.pick(SMALL));
  if (random.isLucky(largeShare)) steps.push(random.pick(LARGE));
  for (const { of } of steps) bytes = of(bytes, random);
  const story = [source.name, ...(coat === null ? [] : [coat.name]), ...steps.map(({ name }) => name)].join(", then ");
  return { bytes, story: `input ${index} of seed ${seed}: ${story}` };
}

function dress(bytes: Buffer, random: Random): { readonly bytes: Buffer; readonly name: string } {
  const raw = bytes.toString("utf8");
  if (random.isLucky(0.5)) {
    const { coat, put } = random.pick(COATS);
    return { bytes: Buffer.from(put(raw)), name: `as ${coat}` };
  }
  const coat = random.pick(LINE_COATS);
  return { bytes: Buffer.from(dressLines(raw, coat)), name: `as ${coat.coat}` };
}
