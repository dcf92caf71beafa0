/** `jianbao profile learn`: a profile of a paper from a folder of its pages. */
import { basename, resolve } from "node:path";
import { findPages, pathOf, stem } from "../batch/find.ts";
import { writeOutput } from "../batch/write.ts";
import { UserError } from "../errors.ts";
import { loadLexicon } from "../lexicon/load.ts";
import { learnProfile } from "../profiles/learn/learn.ts";
import { observePage } from "../profiles/learn/observe.ts";
import { Tally } from "../profiles/learn/tally.ts";
import { loadProfile } from "../profiles/load.ts";
import { describeLists, profileToJson } from "../profiles/text.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { readInput } from "./inputs.ts";
import { counted, say, sayError, visible } from "./log.ts";
import { print } from "./print.ts";
import { startProgress } from "./progress.ts";

export interface LearnOptions {
  readonly out?: string;
  readonly id?: string;
  readonly least?: string;
  readonly quiet?: boolean;
}

/** More pages teach no more, and what was counted must fit into memory. */
const MOST_PAGES = 2000;

/** @throws {UserError} if the folder has no pages, or none that can be read. */
export async function learn(folder: string, options: LearnOptions): Promise<ExitCode> {
  const leastPages = options.least === undefined ? undefined : parseLeast(options.least);
  const { pages, problems } = await findPages([folder], options.out ?? "");
  for (const problem of problems) sayError(problem);
  const context = { profile: loadProfile("generic"), lexicon: loadLexicon() };
  const tally = new Tally();
  let failed = problems.length;
  const chosen = spread(pages, MOST_PAGES);
  const progress = await startProgress(chosen.length, options.quiet === true);
  for (const [i, page] of chosen.entries()) {
    const file = page.place;
    progress.show(i, file);
    try {
      tally.addPage(file, observePage(readInput(pathOf(page)), file, context));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      failed += 1;
      progress.clear();
      sayError(error, file);
    }
  }
  progress.clear();
  if (tally.pages === 0) throw new UserError(`no page of ${folder} could be read`, "name another folder");
  const id = options.id ?? stem(options.out ?? basename(resolve(folder)));
  const profile = learnProfile(tally, context, { id, ...(leastPages === undefined ? {} : { leastPages }) });
  const text = profileToJson(profile);
  if (options.out === undefined) await print(text);
  else writeOutput(options.out, text);
  if (options.quiet !== true) {
    if (chosen.length < pages.length) say(`${chosen.length} of ${pages.length} pages were read, spread evenly`);
    const name = profile.name ?? "no nameplate was found, so write the name of the paper into the file";
    const prints = tally.pages === tally.dumps ? "" : `, ${tally.pages} of them different`;
    say(visible(`${counted(tally.dumps, "page")}${prints}: ${name}; ${describeLists(profile)}`));
    for (const { text, pages: count } of tally.seenOn("name", 2).slice(1, 4)) {
      if (count * 10 > tally.pages)
        say(visible(`${counted(count, "page")} with the nameplate ${text}: is this one paper?`));
    }
  }
  return failed > 0 ? EXIT.failed : EXIT.done;
}

/** So many of a list, the same distance apart. */
function spread<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list;
  return Array.from({ length: most }, (_, i) => list[Math.floor((i * list.length) / most)]).filter(
    (one) => one !== undefined,
  );
}

function parseLeast(text: string): number {
  const least = Number(text);
  if (Number.isInteger(least) && least >= 1) return least;
  throw new UserError(`--least ${text} is no number of pages`, "give a whole number from 1, as in --least 3");
}
