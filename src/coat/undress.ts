/**
 * Takes the coat off a dump: what a converter put around the words and between them, and the odd characters that it
 * wrote for those of the paper.
 *
 * In: the decoded text. Out: the text as a plain converter would have written it, which every later stage reads, and the
 * way back to the dump. Never: touches the words; where the dump wears no coat, the text is the same and costs one look.
 */
import type { Finding } from "../notice.ts";
import { DUMP_RULES } from "../repair/index.ts";
import { controlCharacters } from "../repair/markup/control.ts";
import { type RuleTable, tabulate } from "../repair/needs.ts";
import { applyEdits, type Change, type Edit } from "../text/edit.ts";
import type { Source } from "../text/source.ts";
import { fromSource, originsOf, plain, type Sourced } from "../text/sourced.ts";
import type { Place } from "./boxes.ts";
import { Coat } from "./coat.ts";
import { escapedMarks, figureFormulas, writtenLineEnds } from "./escapes.ts";
import { fieldEdits } from "./fields.ts";
import { mayBeFramed, readFrame } from "./frame.ts";
import { frontMatterEdits, headingEdits } from "./headings.ts";
import { entityEdits, escapedTagEdits, tagEdits } from "./html.ts";
import { readJson } from "./json.ts";
import { latexEdits } from "./latex.ts";
import { readLayoutMarks } from "./layout-marks.ts";
import { lineMarkEdits } from "./line-marks.ts";
import { pictureEdits } from "./pictures.ts";
import { readRecords } from "./records.ts";
import type { Taken } from "./taken.ts";
import { overWholePieces } from "./whole-pieces.ts";

export interface Undressed {
  readonly source: Source;
  /** Null where the dump wears none. */
  readonly coat: Coat | null;
  /** That a frame was taken off: what stood around each line is in the map alone. */
  readonly findings: readonly Finding[];
  /** Where texts of the dump were printed, as far as it says so; in the order of the dump, and offsets in it. */
  readonly places: readonly Place[];
}

interface Step {
  readonly rule: string;
  /** A cheap look: false where the step would find nothing. Most dumps wear no coat, and never open the steps. */
  readonly maybe: (text: string) => boolean;
  readonly find: (text: string) => readonly Edit[] | Taken;
}

/** Mark-up, the outermost first. */
const STEPS: readonly Step[] = [
  { rule: "markup/json", maybe: mayBeData, find: readJson },
  { rule: "markup/frame", maybe: opensWith("<"), find: readLayoutMarks },
  { rule: "markup/frame", maybe: holds("#\nlabel:", "#\r\nlabel:"), find: readRecords },
  { rule: "markup/escape", maybe: holds("\\n"), find: writtenLineEnds },
  { rule: "markup/frame", maybe: mayBeFramed, find: readFrame },
  { rule: "markup/entity", maybe: holds("lt;"), find: escapedTagEdits },
  { rule: "markup/picture", maybe: holds("](", "<img"), find: pictureEdits },
  { rule: "markup/tag", maybe: holds("<"), find: tagEdits },
  { rule: "markup/entity", maybe: holds("&"), find: entityEdits },
  { rule: "markup/tag", maybe: holds("\\section", "\\title{", "\\begin{", "\\includegraphics"), find: latexEdits },
  { rule: "markup/escape", maybe: holds("$"), find: figureFormulas },
  { rule: "markup/escape", maybe: holds("\\"), find: escapedMarks },
  { rule: "markup/line", maybe: opensWith("---"), find: frontMatterEdits },
  // One of these names stands in every record of a text base.
  { rule: "markup/field", maybe: holds("标题", "標題", "题目", "題目", "专栏", "專欄"), find: fieldEdits },
  { rule: "markup/heading", maybe: holds("#", "\n==="), find: headingEdits },
  { rule: "markup/line", maybe: holds("> ", "- ", "* ", "+ "), find: lineMarkEdits },
];

/** As models write it: "```json", and the data below. */
const FENCED_DATA = /```(?:json)?\s*[[{]\s*["{[]/i;

function mayBeData(text: string): boolean {
  return opensWith("[", "{")(text) || (text.includes("```") && FENCED_DATA.test(text));
}

function opensWith(...marks: readonly string[]): Step["maybe"] {
  return (text) => marks.some((mark) => text.trimStart().startsWith(mark));
}

function holds(...marks: readonly string[]): Step["maybe"] {
  return (text) => marks.some((mark) => text.includes(mark));
}

const TABLE: RuleTable = tabulate(DUMP_RULES);

export function undress(dump: Source): Undressed {
  const log: Change[] = [];
  let text = fromSource(dump);
  const edit = (rule: string, edits: readonly Edit[]): void => {
    text = applyEdits(text, rule, overWholePieces(text, edits), log);
  };
  const wanted = TABLE.wantedIn(dump.text);
  // What prints nothing may stand anywhere, in a tag too.
  if (wanted !== 0) edit(controlCharacters.id, controlCharacters.find(plain(text)));
  const places: Place[] = [];
  for (const { rule, maybe, find } of STEPS) {
    if (!maybe(plain(text))) continue;
    const found = find(plain(text));
    if ("places" in found) addPlaces(text, found.places, places);
    edit(rule, "edits" in found ? found.edits : found);
  }
  // An entity may name a full-width figure.
  const named = text.pieces.length > 1 ? TABLE.wantedIn(plain(text)) : wanted;
  for (const [i, { id, find }] of DUMP_RULES.entries()) {
    if ((named & (1 << i)) !== 0) edit(id, find(plain(text)));
  }
  if (isBare(text)) return { source: dump, coat: null, findings: [], places };
  return {
    source: { file: dump.file, text: plain(text) },
    coat: new Coat(text, log),
    findings: ["markup/json", "markup/frame", "markup/field"].flatMap((rule) => takenOff(rule, log)),
    places,
  };
}

function addPlaces(text: Sourced, found: readonly Place[], places: Place[]): void {
  if (found.length === 0) return;
  const originOf = originsOf(text);
  for (const { start, end, box } of found) places.push({ start: originOf(start), end: originOf(end - 1) + 1, box });
}

function takenOff(rule: string, log: readonly Change[]): Finding[] {
  const frames = log.filter((change) => change.rule === rule);
  const [first] = frames;
  if (first === undefined) return [];
  const like = first.before.trim().replace(/\s+/g, " ").slice(0, SHOWN);
  const message = `“${like}” and its like stand around the lines ${frames.length} times, as no paper prints, and were taken off; the map has them`;
  return [{ rule, level: "info", offset: first.start, message }];
}

/** Characters of a frame that a message shows. */
const SHOWN = 16;

function isBare({ pieces }: Sourced): boolean {
  return pieces.length <= 1 && (pieces[0]?.rules.length ?? 0) === 0;
}
