/** Where each output goes, decided before the first one is written. */
import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { UserError } from "../errors.ts";
import { type FoundPage, outputOf, pathOf, realPath } from "./find.ts";
import { makeFolder } from "./make-folder.ts";
import { isFile, isLink, reasonFor } from "./system-error.ts";

/**
 * @param extension of the outputs, with its dot.
 * @throws {UserError} if two pages would be written to one place, or an output would replace an input.
 */
export function refuseConflicts(pages: readonly FoundPage[], outFolder: string, extension: string): void {
  refuseCollisions(pages, outFolder, extension);
  refuseOverwriting({
    *[Symbol.iterator]() {
      for (const page of pages) yield { input: pathOf(page), output: join(outFolder, outputOf(page.place, extension)) };
    },
  });
}

/** Makes the output folder. @throws {UserError} if it is a file or cannot be made. */
export function prepareFolder(folder: string): void {
  const advice = "name a folder; it is made if it is not there";
  if (folder === "") throw new UserError("-o is empty, expected a folder", advice);
  if (isFile(folder)) throw new UserError(`-o ${folder} is a file, expected a folder`, advice);
  if (isLink(folder) && !existsSync(folder)) throw new UserError(`-o ${folder} is a link that leads nowhere`, advice);
  try {
    makeFolder(folder);
  } catch (cause) {
    throw new UserError(`cannot make the output folder ${folder} (${reasonFor(cause)})`, "name another folder", {
      cause,
    });
  }
}

function refuseCollisions(pages: readonly FoundPage[], outFolder: string, extension: string): void {
  const suspects = repeatedHashes(pages);
  if (suspects.size === 0) return;
  const owners = new Map<string, string>();
  const pairs: string[] = [];
  for (const page of pages) {
    const output = outputOf(page.place, extension);
    if (!suspects.has(hashOf(outputOf(page.place, "")))) continue;
    const owner = owners.get(output);
    const input = pathOf(page);
    if (owner === undefined) owners.set(output, input);
    else pairs.push(`${owner} and ${input} would both be written to ${join(outFolder, output)}`);
  }
  const [first] = pairs;
  if (first === undefined) return;
  const more = pairs.length > 1 ? ` (and ${pairs.length - 1} more such pairs)` : "";
  throw new UserError(`${first}${more}`, "nothing was written; rename one of them or run them into different folders");
}

/** Eight bytes a page instead of a map of all outputs: only where a hash comes twice, the outputs are compared. */
function repeatedHashes(pages: readonly FoundPage[]): ReadonlySet<number> {
  const hashes = Float64Array.from(pages, ({ place }) => hashOf(outputOf(place, ""))).sort();
  const repeated = new Set<number>();
  for (let i = 1; i < hashes.length; i += 1) {
    const hash = hashes[i] ?? 0;
    if (hash === hashes[i - 1]) repeated.add(hash);
  }
  return repeated;
}

/** 53 bits of the text: two multiplicative hashes side by side. */
function hashOf(text: string): number {
  let one = 0x811c9dc5;
  let other = 0x9e3779b9;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ code, 0x85ebca6b) ^ (other >>> 15);
  }
  return (one >>> 0) * 0x200000 + (other >>> 11);
}

interface Writing {
  readonly input: string;
  readonly output: string;
}

/**
 * @param writings gone through more than once, so that they need not all be kept.
 * @throws {UserError} if an output would replace one of the inputs.
 */
export function refuseOverwriting(writings: Iterable<Writing>): void {
  // An input whose ending no output has, and that is no link, cannot be replaced; asking the disk about all is dear.
  const endings = new Set<string>();
  for (const { output } of writings) endings.add(endingOf(output));
  const inputs = new Map<string, string>();
  for (const { input } of writings) {
    if (endings.has(endingOf(input)) || isLink(input)) inputs.set(realPath(input), input);
  }
  if (inputs.size === 0) return;
  for (const { output } of writings) {
    // The folder is resolved, the name is not: replacing a link leaves what it points to alone.
    const place = existsSync(output) ? join(realPath(dirname(output)), basename(output)) : undefined;
    const input = place === undefined ? undefined : inputs.get(place);
    if (input === undefined) continue;
    throw new UserError(
      `the output ${output} would replace the input ${input}`,
      "nothing was written; choose another -o",
    );
  }
}

function endingOf(path: string): string {
  return path.slice(path.lastIndexOf(".")).toLowerCase();
}
