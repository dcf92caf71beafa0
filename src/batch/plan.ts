/** Where each output goes, decided before the first one is written. */
import { existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { UserError } from "../errors.ts";
import { type FoundPage, realPath } from "./find.ts";
import { isFile, reasonFor } from "./system-error.ts";

export interface Job {
  readonly input: string;
  readonly output: string;
}

/**
 * @param extension of the format that is written, with the dot.
 * @throws {UserError} if two pages would be written to one place, or an output would replace an input.
 */
export function planJobs(pages: readonly FoundPage[], outFolder: string, extension: string): readonly Job[] {
  const jobs = pages.map(({ path, output }) => ({
    input: path,
    output: join(outFolder, output.replace(/\.json$/, extension)),
  }));
  refuseCollisions(jobs);
  refuseOverwriting(jobs);
  return jobs;
}

/** Makes the output folder. @throws {UserError} if it is a file or cannot be made. */
export function prepareFolder(folder: string): void {
  if (isFile(folder)) {
    throw new UserError(`-o ${folder} is a file, expected a folder`, "name a folder; it is made if it is not there");
  }
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new UserError(`cannot make the output folder ${folder} (${reasonFor(cause)})`, "name another folder", {
      cause,
    });
  }
}

function refuseCollisions(jobs: readonly Job[]): void {
  const owners = new Map<string, string>();
  const pairs: string[] = [];
  for (const { input, output } of jobs) {
    const owner = owners.get(output);
    if (owner === undefined) owners.set(output, input);
    else pairs.push(`${owner} and ${input} would both be written to ${output}`);
  }
  const [first] = pairs;
  if (first === undefined) return;
  const more = pairs.length > 1 ? ` (and ${pairs.length - 1} more such pairs)` : "";
  throw new UserError(`${first}${more}`, "nothing was written; rename one of them or run them into different folders");
}

/** @throws {UserError} if an output would replace one of the inputs. */
export function refuseOverwriting(jobs: readonly Job[]): void {
  const inputs = new Map(jobs.map(({ input }) => [realPath(input), input]));
  for (const { output } of jobs) {
    // The folder is resolved, the name is not: replacing a link leaves what it points to alone.
    const place = existsSync(output)
      ? join(realPath(dirname(output)), output.slice(dirname(output).length))
      : undefined;
    const input = place === undefined ? undefined : inputs.get(place);
    if (input === undefined) continue;
    throw new UserError(
      `the output ${output} would replace the input ${input}`,
      "nothing was written; choose another -o",
    );
  }
}
