/** `jianbao explain`: every change of a page with its reason, or the history of one character. */
import { decode } from "../decode/decode.ts";
import { InvariantError, UserError } from "../errors.ts";
import { historyAt } from "../explain/history.ts";
import { type Reason, reasonsOf } from "../explain/reasons.ts";
import { RULE_IDS } from "../explain/rules.ts";
import type { Script } from "../lexicon/scripts.ts";
import type { Page, PageMap } from "../page.ts";
import { restorePages } from "../restore.ts";
import { PositionIndex } from "../text/position.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { describeHistory } from "./explain-history.ts";
import { describeReasons, paintOrNone } from "./explain-text.ts";
import { readInput, readStdin, STDIN_NAME } from "./inputs.ts";
import { PLAIN, restoreOptions } from "./one-page.ts";
import { paintFor } from "./paint.ts";
import { print } from "./print.ts";
import { nearest } from "./suggest.ts";

export interface ExplainOptions {
  readonly rule?: string;
  readonly format: string;
  readonly profile?: string;
  readonly encoding?: string;
  readonly correct?: boolean;
  readonly script?: Script;
  readonly color: boolean;
}

/** `12:40` as line and column. Near miss: `12`. */
const PLACE = /^(\d+):(\d+)$/;

export async function explain(input: string, place: string | undefined, options: ExplainOptions): Promise<ExitCode> {
  const { rule, format } = options;
  if (format !== "text" && format !== "json") throw new UserError(`there is no format ${format}`, "give text or json");
  if (rule !== undefined) refuseUnknownRule(rule);
  const file = input === "-" ? STDIN_NAME : input;
  const bytes = input === "-" ? await readStdin(true) : readInput(input);
  const settings = restoreOptions({ ...PLAIN, map: true, correct: options.correct === true, ...named(options) });
  const { text } = decode(bytes, settings.encoding);
  const pages = restorePages(bytes, { ...settings, file });
  const isWanted = (reason: Reason): boolean => rule === undefined || reason.rule.startsWith(rule);
  const paint = paintOrNone(await paintFor(1, options.color));

  if (place === undefined) {
    const reasons = pages.flatMap((page) => reasonsOf(text, mapOf(page))).filter(isWanted);
    if (format === "json") await print(`${JSON.stringify(reasons, null, 2)}\n`);
    else
      await print(`${describeReasons(file, reasons, paint)}${reasons.length === 0 ? "" : "\n"}${summary(reasons)}\n`);
    return EXIT.done;
  }
  const { line, column } = parsePlace(place);
  const page = pageAt(pages, new PositionIndex(text).offsetOf(line, column));
  const history = page && historyAt(text, page, mapOf(page), line, column);
  if (history === undefined) {
    const lines = text.split(/\r\n|[\r\n]/).length;
    throw new UserError(`${file} has no place ${place}`, `it has ${lines} lines; give LINE:COLUMN of a character`);
  }
  const wanted = { ...history, edits: history.edits.filter(isWanted), joins: history.joins.filter(isWanted) };
  if (format === "json") await print(`${JSON.stringify({ file, ...wanted }, null, 2)}\n`);
  else await print(describeHistory(file, wanted, paint));
  return EXIT.done;
}

function mapOf({ map }: Page): PageMap {
  if (map === undefined) throw new InvariantError("explain", "the page has no map", 0);
  return map;
}

/** The page of the dump that an offset lies in; the one before it where it lies between two. */
function pageAt(pages: readonly Page[], offset = 0): Page | undefined {
  return pages.findLast(({ source: { part } }) => part === undefined || part.start <= offset) ?? pages[0];
}

function named({ profile, encoding, script }: ExplainOptions): Pick<ExplainOptions, "profile" | "encoding" | "script"> {
  return {
    ...(profile === undefined ? {} : { profile }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(script === undefined ? {} : { script }),
  };
}

function parsePlace(place: string): { readonly line: number; readonly column: number } {
  const [, line, column] = PLACE.exec(place) ?? [];
  if (line === undefined || column === undefined) {
    throw new UserError(`${place} is no place`, "give LINE:COLUMN, as the notices do: 12:40");
  }
  return { line: Number(line), column: Number(column) };
}

function refuseUnknownRule(rule: string): void {
  if (RULE_IDS.some((id) => id.startsWith(rule))) return;
  const near = nearest(rule, [...RULE_IDS, ...RULE_IDS.map((id) => id.replace(/\/.*/, ""))]);
  const advice = near === undefined ? `the rules are ${RULE_IDS.join(", ")}` : `did you mean ${near}?`;
  throw new UserError(`no rule begins with ${rule}`, advice);
}

function summary(reasons: readonly Reason[]): string {
  const joins = reasons.filter(({ kind }) => kind === "join").length;
  const edits = reasons.length - joins;
  const rules = new Set(reasons.map(({ rule }) => rule)).size;
  return `${edits} edit${edits === 1 ? "" : "s"} and ${joins} join${joins === 1 ? "" : "s"} by ${rules} rule${rules === 1 ? "" : "s"}`;
}
