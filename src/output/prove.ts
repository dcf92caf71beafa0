/**
 * One page file against the dump it was made from: is it a page, of this dump, and is everything in its place.
 * A page with a map is proved alone. One without is restored again, compared, and proved with the map made then.
 */
import { createHash } from "node:crypto";
import { decode } from "../decode/decode.ts";
import { partsOf } from "../lines/pages.ts";
import type { Finding } from "../notice.ts";
import type { Page, SourcePart } from "../page.ts";
import { loadProfile } from "../profiles/load.ts";
import { type RestoreOptions, restorePage, restorePages } from "../restore.ts";
import { PositionIndex } from "../text/position.ts";
import { compareValues, type Difference } from "./compare.ts";
import { pageToJson } from "./json.ts";
import { describeDifference, PLAIN_PAINT } from "./report.ts";
import { schemaFaults } from "./validate.ts";
import { countPrinted, type VerifyFinding, verifyPage } from "./verify.ts";
import { VERSION } from "./version.ts";

export interface ProofFinding extends Omit<VerifyFinding, "kind"> {
  readonly kind:
    | VerifyFinding["kind"]
    /** The file is no page JSON. */
    | "schema"
    /** The page was made from other bytes. */
    | "source"
    /** Restoring the dump gives something else. */
    | "differs";
}

export interface Proof {
  readonly findings: readonly ProofFinding[];
  /** Characters of the dump that are accounted for, or 0 where the proof did not get that far. */
  readonly characters: number;
}

/**
 * @param value the parsed page file.
 * @param profile id or path, where the page was made with a profile that is not built in.
 * @throws {UserError} if the dump cannot be decoded or the profile cannot be read.
 */
export function provePage(value: unknown, bytes: Uint8Array, profile?: string): Proof {
  const faults = schemaFaults(value);
  if (faults.length > 0) return unproved(faults.map(({ path, message }) => finding("schema", path, message)));
  // The schema has been checked, and a test keeps schema and type together.
  const page = value as Page;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  if (sha256 !== page.source.sha256) {
    return unproved([finding("source", "/source/sha256", `the dump has changed since, its SHA-256 is ${sha256} now`)]);
  }
  // Read as the page says it was read: what its offsets count is that text.
  const { text, findings: damage } = decode(bytes, page.source.encoding);
  const { part } = page.source;
  if (part !== undefined && !partsOf(text).some((known) => isSamePart(known, part))) {
    const message = `the dump has no page ${part.number} of ${part.of} that goes from ${part.start} to ${part.end}`;
    return unproved([finding("source", "/source/part", message)]);
  }
  const unsaid = unsaidDamage(damage, text, page);
  const proof =
    page.map !== undefined
      ? { findings: verifyPage(text, page), characters: countPrinted(textOf(page, text)) }
      : proveWithoutMap(page, { bytes, text, profile: profile ?? page.generator.profile });
  return { ...proof, findings: [...unsaid, ...proof.findings] };
}

/** Bytes that are no text and that no notice of the page names. */
function unsaidDamage(damage: readonly Finding[], text: string, page: Page): readonly ProofFinding[] {
  if (damage.length === 0) return [];
  const { start, end } = page.source.part ?? { start: 0, end: text.length };
  const said = new Set(page.notices.map(({ rule, line, column }) => `${rule} ${line}:${column}`));
  const places = new PositionIndex(text);
  return damage.flatMap(({ rule, offset, message }): ProofFinding[] => {
    const { line, column } = places.at(offset);
    if (offset < start || offset >= end || said.has(`${rule} ${line}:${column}`)) return [];
    return [{ kind: "lost", path: "", offset, line, column, message: `no notice says so: ${message}`, excerpt: "" }];
  });
}

function isSamePart(one: SourcePart, other: SourcePart): boolean {
  return one.number === other.number && one.of === other.of && one.start === other.start && one.end === other.end;
}

/** What of the dump the page was made from. */
function textOf({ source: { part } }: Page, text: string): string {
  return part === undefined ? text : text.slice(part.start, part.end);
}

interface Dump {
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly profile: string;
}

function proveWithoutMap(page: Page, { bytes, text, profile }: Dump): Proof {
  const { script } = page.generator;
  const options: RestoreOptions = {
    file: page.source.file,
    encoding: page.source.encoding,
    profile: loadProfile(profile),
    map: true,
    ...(script === undefined ? {} : { script }),
  };
  const made = restoreSame(page, bytes, options);
  const differences = differencesOf(page, made);
  // Keywords are no text of their own: it is enough that the article holds them.
  if (differences.length === 0)
    return {
      findings: verifyPage(text, { ...made, articles: page.articles }),
      characters: countPrinted(textOf(page, text)),
    };
  // The page does not say whether --correct was given, so the other answer is tried before it is blamed.
  const corrected = restoreSame(page, bytes, { ...options, correct: true });
  if (differencesOf(page, corrected).length === 0) {
    return {
      findings: verifyPage(text, { ...corrected, articles: page.articles }),
      characters: countPrinted(textOf(page, text)),
    };
  }
  const by =
    page.generator.version === VERSION ? "" : ` (made by version ${page.generator.version}, this is ${VERSION})`;
  return unproved(
    differences.map((difference) => {
      const [, line = ""] = describeDifference(difference, page, PLAIN_PAINT);
      return finding("differs", difference.path, `restoring the dump gives something else${by}`, line.trim());
    }),
  );
}

/** The page of the dump that the page says it is. */
function restoreSame({ source: { part } }: Page, bytes: Uint8Array, options: RestoreOptions): Page {
  const same = restorePages(bytes, options).find((made) => made.source.part?.number === part?.number);
  return same ?? restorePage(bytes, options);
}

function differencesOf(page: Page, made: Page): readonly Difference[] {
  const { map: _, ...withoutMap } = made;
  const again: unknown = JSON.parse(pageToJson(withoutMap));
  // Whoever is told the encoding has no doubts about it.
  const notices = page.notices.filter(({ rule }) => rule !== "decode/encoding");
  const articles = page.articles.map(({ keywords: __, ...article }) => article);
  return compareValues({ ...page, notices, articles }, again).filter(({ path }) => path !== "/generator/version");
}

function unproved(findings: readonly ProofFinding[]): Proof {
  return { findings, characters: 0 };
}

function finding(kind: ProofFinding["kind"], path: string, message: string, excerpt = ""): ProofFinding {
  return { kind, path, offset: null, line: null, column: null, message, excerpt };
}
