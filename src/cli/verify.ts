/** `jianbao verify`: the first two promises, proved for a page or a folder. */
import { basename } from "node:path";
import { type PagePair, pairPages } from "../batch/pairs.ts";
import { decode } from "../decode/decode.ts";
import { UserError } from "../errors.ts";
import { partsOf } from "../lines/pages.ts";
import { type Proof, type ProofFinding, provePage } from "../output/prove.ts";
import type { Page } from "../page.ts";
import { append } from "../text/append.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { readInput } from "./inputs.ts";
import { counted, sayError, visible } from "./log.ts";
import { print } from "./print.ts";
import { startProgress } from "./progress.ts";
import { readJson } from "./read-json.ts";

export interface VerifyOptions {
  readonly source: string;
  readonly profile?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** A finding with the files it is about; a page without dump or a dump without page is one too. */
interface FileFinding extends Omit<ProofFinding, "kind"> {
  readonly kind: ProofFinding["kind"] | "missing";
  readonly json: string | null;
  readonly source: string | null;
}

/** Findings of one page that are printed; `--json` has them all. */
const SHOWN_FINDINGS = 20;

export async function verify(json: string, options: VerifyOptions): Promise<ExitCode> {
  const { pairs, sources, problems } = pairPages(json, options.source);
  for (const problem of problems) sayError(problem);
  const counts = {
    pages: pairs.length,
    proved: 0,
    withFindings: 0,
    failed: problems.length,
    characters: 0,
    findings: 0,
  };
  const progress = await startProgress(pairs.length, options.quiet === true || options.json === true);
  const all: FileFinding[] = [];
  const used = new Set<string>();
  const parts = new Map<string, Set<number>>();
  const encodings = new Map<string, string>();

  const tell = async (findings: readonly FileFinding[]): Promise<void> => {
    counts.findings += findings.length;
    if (options.json) append(all, findings);
    else if (findings.length > 0 && !options.quiet) {
      progress.clear();
      await print(describe(findings));
    }
  };

  for (const [i, pair] of pairs.entries()) {
    progress.show(i, pair.json);
    try {
      const { findings, characters, source, part, encoding } = proveFile(pair, options.profile);
      if (source !== null) used.add(source);
      if (source !== null && encoding !== null) encodings.set(source, encoding);
      if (source !== null && part !== null) parts.set(source, (parts.get(source) ?? new Set()).add(part));
      counts.characters += characters;
      if (findings.length === 0) counts.proved += 1;
      else counts.withFindings += 1;
      await tell(findings.map((finding) => ({ ...finding, json: pair.json, source })));
    } catch (error) {
      for (const candidate of pair.candidates) used.add(candidate);
      counts.failed += 1;
      progress.clear();
      sayError(error, error instanceof UserError && error.message.includes(pair.json) ? undefined : pair.json);
    }
  }
  progress.clear();
  await tell(sources.filter((source) => !used.has(source)).map(withoutPage));
  // A single page file was asked about alone.
  if (sources.length > 0 && pairs.length > 1)
    for (const [source, made] of parts) await tell(withoutParts(source, made, encodings.get(source)));
  if (options.json) await print(`${JSON.stringify({ summary: counts, findings: all }, null, 2)}\n`);
  else await print(summary(counts));
  if (counts.failed > 0) return EXIT.failed;
  return counts.findings > 0 ? EXIT.findings : EXIT.done;
}

interface FileProof {
  readonly findings: readonly Omit<FileFinding, "json" | "source">[];
  readonly characters: number;
  readonly source: string | null;
  /** Number of the page in a dump of several. */
  readonly part: number | null;
  /** What the page says it was read in. */
  readonly encoding: string | null;
}

function proveFile({ json, candidates }: PagePair, profile: string | undefined): FileProof {
  const value = readJson(json, "restore the page again");
  const named = fileNamed(value);
  const source = candidates.find((path) => basename(path) === named) ?? candidates[0];
  if (source === undefined) {
    const message = "there is no dump for this page";
    return { findings: [missing(message)], characters: 0, source: null, part: null, encoding: null };
  }
  const proof: Proof = provePage(value, readInput(source), profile);
  return { ...proof, source, part: partNamed(value), encoding: encodingNamedBy(value) };
}

/** The pages of a dump of several that nobody made. */
function withoutParts(source: string, made: ReadonlySet<number>, encoding?: string): readonly FileFinding[] {
  const { text } = decode(readInput(source), encoding);
  return partsOf(text)
    .filter(({ number }) => !made.has(number))
    .map(({ number }) => ({ ...missing(`no page was made from page ${number} of this dump`), json: null, source }));
}

function encodingNamedBy(value: unknown): string | null {
  const { source } = value as Partial<Page>;
  return source?.encoding ?? null;
}

function partNamed(value: unknown): number | null {
  const { source } = value as Partial<Page>;
  return source?.part?.number ?? null;
}

/** The dump that a page says it was made from. */
function fileNamed(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || !("source" in value)) return undefined;
  const { source } = value;
  if (typeof source !== "object" || source === null || !("file" in source)) return undefined;
  return typeof source.file === "string" ? source.file : undefined;
}

function withoutPage(source: string): FileFinding {
  return { ...missing("no page was made from this dump"), json: null, source };
}

function missing(message: string): Omit<FileFinding, "json" | "source"> {
  return { kind: "missing", path: "", offset: null, line: null, column: null, message, excerpt: "" };
}

function describe(findings: readonly FileFinding[]): string {
  const lines = findings
    .slice(0, SHOWN_FINDINGS)
    .map(({ kind, path, line, column, json, source, message, excerpt }) => {
      const place = line === null || source === null ? (json ?? source ?? "") : `${source}:${line}:${column}`;
      const field = path === "" ? "" : ` ${path}`;
      return visible(`${place} ${kind}${field}: ${message}${excerpt === "" ? "" : `: ${excerpt}`}`);
    });
  if (findings.length > SHOWN_FINDINGS) lines.push(`  … and ${findings.length - SHOWN_FINDINGS} more in this page`);
  return `${lines.join("\n")}\n`;
}

interface Counts {
  readonly pages: number;
  readonly proved: number;
  readonly findings: number;
  readonly failed: number;
  readonly characters: number;
}

function summary({ pages, proved, findings, failed, characters }: Counts): string {
  const bad = failed === 0 ? "" : `, ${failed} could not be read`;
  return `${counted(pages, "page")}: ${proved} proved, ${counted(characters, "character")} accounted for, ${counted(findings, "finding")}${bad}\n`;
}
