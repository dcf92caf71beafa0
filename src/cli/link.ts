/**
 * `--link`: after the pages of a folder, the issues they make. Reads the page files that lie in the output folder, so a
 * run that was interrupted, or done in parts, is linked as soon as it is whole.
 */
import { join, relative, sep } from "node:path";
import { byCodePoint, walk } from "../batch/find.ts";
import { writeOutput } from "../batch/write.ts";
import { UserError } from "../errors.ts";
import { type FiledPage, filePage, groupPages } from "../issue/group.ts";
import type { IssueNotice } from "../issue/issue.ts";
import { issueFile, issueToJson, makeIssue } from "../issue/make.ts";
import { type PlacePattern, parsePattern, USUAL_PLACE } from "../issue/place.ts";
import { loadLexicon } from "../lexicon/load.ts";
import { schemaFaults } from "../output/validate.ts";
import type { Page } from "../page.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { counted, say, sayError, visible } from "./log.ts";
import { readJson } from "./read-json.ts";

export interface LinkOptions {
  readonly issuePattern?: string;
  readonly strict: boolean;
  readonly quiet: boolean;
}

/** Page files; an issue file is none. */
const PAGE_FILE = /(?<!\.issue)\.json$/i;

/** @throws {UserError} if the pattern cannot be read. */
export function placePattern(issuePattern: string | undefined): PlacePattern {
  return issuePattern === undefined ? USUAL_PLACE : parsePattern(issuePattern);
}

/** @returns `findings` if a jump has no other half and `--strict` was given, `failed` if a file is no page. */
export function linkIssues(folder: string, options: LinkOptions): ExitCode {
  const pattern = placePattern(options.issuePattern);
  const problems: UserError[] = [];
  const filed: FiledPage[] = [];
  for (const path of walk(folder, PAGE_FILE, { problems }).toSorted(byCodePoint)) {
    try {
      filed.push(filePage(relative(folder, path).split(sep).join("/"), readPage(path), pattern));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(error);
    }
  }
  const groups = groupPages(filed);
  const lexicon = loadLexicon();
  const counts = { articles: 0, open: 0 };
  for (const group of groups) {
    const issue = makeIssue(group, ({ json }) => readKnownPage(join(folder, json)), lexicon);
    writeOutput(join(folder, issueFile(group, groups)), issueToJson(issue));
    counts.articles += issue.articles.filter(({ parts }) => parts.length > 1).length;
    counts.open += issue.notices.length;
    if (!options.quiet) for (const notice of issue.notices) sayOpenJump(join(folder, group.root), notice);
  }
  for (const problem of problems) sayError(problem);
  if (!options.quiet) say(summary(groups.length, counts));
  if (problems.length > 0) return EXIT.failed;
  return options.strict && counts.open > 0 ? EXIT.findings : EXIT.done;
}

/** A page that was checked a moment ago. */
function readKnownPage(path: string): Page {
  return readJson(path, "restore the page again") as Page;
}

/** @throws {UserError} if the file is no page of jianbao. */
function readPage(path: string): Page {
  const value = readKnownPage(path);
  const [fault] = schemaFaults(value);
  // The schema has been checked, and a test keeps schema and type together.
  if (fault === undefined) return value as Page;
  throw new UserError(
    `${path} is no page (${fault.path || "/"} ${fault.message})`,
    "it was left out of its issue; restore the page again, or move the file elsewhere",
  );
}

function sayOpenJump(folder: string, { json, article, level, rule, message }: IssueNotice): void {
  const about = article === null ? "" : ` ${article}`;
  say(visible(`${join(folder, json)}${about} ${level} ${rule} ${message}`));
}

function summary(issues: number, { articles, open }: { readonly articles: number; readonly open: number }): string {
  const joined = `${counted(articles, "article")} over several pages`;
  return `${counted(issues, "issue")}: ${joined}, ${counted(open, "jump line")} without the other half`;
}
