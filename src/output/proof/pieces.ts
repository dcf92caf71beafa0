/** Each field of the map against the page and the source: whole, kept, and changed only where rules may change. */
import { unescaped, withoutEscapes } from "../../coat/escapes.ts";
import { withoutFields } from "../../coat/fields.ts";
import { withoutLatex } from "../../coat/latex.ts";
import { withoutPictures } from "../../coat/pictures.ts";
import type { FieldMap, MapPiece } from "../../page.ts";
import { isData, saidAgain, WIDEST_INDENT, withoutData, withoutHtml } from "./data.ts";
import { type Evidence, findingAt, findingIn, type VerifyFinding } from "./finding.ts";
import { withoutBlanks } from "./repeats.ts";
import { isSameInScripts } from "./scripts.ts";
import { isInsertable, skeleton } from "./skeleton.ts";
import { UNPRINTED } from "./unprinted.ts";

/** Rules with this start replace misreadings, and run only when asked to. */
const CORRECTION = "correct/";

/** Rules with this start take off mark-up. */
const MARKUP_RULES = "markup/";

/** Takes off what a converter puts around each line. */
const FRAME = "markup/frame";

/** Takes off the names of the fields of a text base. */
const FIELDS = "markup/field";

/** Rules that read escapes. */
const ESCAPING: readonly string[] = ["markup/escape", "markup/json", "markup/frame"];

/** Takes off tags of HTML and commands of LaTeX. */
const TAG = "markup/tag";

/** Change no mark, either. */
const OF_BLANKS = /^(?:space|lines)\//;

/** Takes a picture from around its words. */
const PICTURE = "markup/picture";

/** Takes the texts out of JSON. */
const DATA = "markup/json";

/** Rules with this start write a page in another script, and run only when asked to. */
const SCRIPT = "script/";

/**
 * Mark-up whose letters are not the paper's, beside tags: a Markdown picture without words, a fence, front matter.
 * Matches `![](a/0_75.jpg)`, the data in front of a file of Markdown, `![img-1.jpeg](img-1.jpeg)` and "```markdown"; not `![开幕](a.jpg)`, whose words are text.
 */
const MARKUP = /^(?:---[ \t]*\r?\n(?:[\w-]+:[ -~]*\r?\n)+---|!\[[^\]〇㐀-鿿]*\]\([^()\s]*\)|(?:`{3,}|~{3,})[a-z]*)$/i;

/** A map piece with its parts named; `text` is read from the source where nothing was changed. */
export interface NamedPiece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly rules: readonly string[];
}

export function namePiece(piece: MapPiece, source: string): NamedPiece {
  const [start, end, text = source.slice(start, end), rules = []] = piece;
  return { start, end, text, rules };
}

/**
 * @param value the string that stands in the page at the field's path, or undefined if none does.
 */
export function checkField(field: FieldMap, value: string | undefined, evidence: Evidence): readonly VerifyFinding[] {
  const { path } = field;
  const findings: VerifyFinding[] = [];
  let text = "";
  for (const raw of field.pieces) {
    const piece = namePiece(raw, evidence.source);
    if (piece.start > piece.end || piece.end > evidence.range.end || piece.start < evidence.range.start) {
      const message = `a piece covers ${piece.start} to ${piece.end}, which is no range of the page`;
      findings.push(findingIn(piece.text, { kind: "map", path, message }));
      continue;
    }
    text += piece.text;
    const fault = faultOf(piece, evidence);
    if (fault !== undefined) findings.push(findingAt(evidence, piece, { ...fault, path }));
  }
  if (value === undefined) findings.push(findingIn(text, { kind: "map", path, message: "the page has no such text" }));
  else if (value !== text) findings.push(unlike(path, value, text));
  return findings;
}

function faultOf(piece: NamedPiece, evidence: Evidence): Pick<VerifyFinding, "kind" | "message"> | undefined {
  const { source, kept } = evidence;
  const { start, end, text, rules } = piece;
  const before = source.slice(start, end);
  if (rules.length === 0) {
    return text === before ? undefined : { kind: "map", message: `no rule is named for the change to “${text}”` };
  }
  if (rules.every((rule) => rule.startsWith(CORRECTION))) return undefined;
  const by = rules.join(", ");
  if (rules.every((rule) => OF_BLANKS.test(rule)) && withoutBlanks(text) !== withoutBlanks(before)) {
    return { kind: "altered", message: `${by} is about blanks, and made “${text}” of it` };
  }
  if (start === end) {
    return isInsertable(text) ? undefined : { kind: "invented", message: `${by} put in “${text}”` };
  }
  const left = skeleton(text);
  // Where the name of a field goes with what stands around its string, the readings say that nothing else does.
  const mustStay = left === "" && rules.includes(DATA) && !rules.includes(FIELDS);
  if (mustStay && !saidAgain(before).every((words) => kept.holds(words)))
    return { kind: "altered", message: `${by} removed it, and the page has it nowhere` };
  const readings = readingsOf(piece, source);
  if (readings.some((printed) => skeleton(printed) === left)) return undefined;
  if (
    rules.some((rule) => rule.startsWith(SCRIPT)) &&
    readings.some((printed) => isSameInScripts(skeleton(printed), left))
  )
    return undefined;
  if (rules.includes(FRAME) && isAtEdge(piece, source)) {
    // Of a frame and what stood beside it, print is what is not ASCII.
    const kept = [left, skeleton(text.replace(ASCII, ""))];
    if ([before, ...readings].some((printed) => kept.includes(skeleton(printed.replace(ASCII, ""))))) return undefined;
  }
  if (
    text === "" &&
    [before.replace(UNPRINTED, ""), ...readings].some((printed) => MARKUP.test(withoutEscapes(printed).trim()))
  )
    return undefined;
  return { kind: "altered", message: text === "" ? `${by} removed it` : `${by} made “${text}” of it` };
}

/**
 * What may have been printed of a piece, by the rules that changed it. A tag that went, and a mark right behind it that
 * another rule changed, are one piece.
 */
function readingsOf({ start, end, rules }: NamedPiece, source: string): readonly string[] {
  const before = source.slice(start, end);
  if (!rules.some((rule) => rule.startsWith(MARKUP_RULES))) return [before];
  // In a string of JSON, `\\n` is an escape of an escape.
  const escapes = ESCAPING.filter((rule) => rules.includes(rule)).length;
  const read = (text: string): string =>
    withoutHtml(escapes > 1 ? unescaped(unescaped(text)) : escapes === 1 ? unescaped(text) : text);
  if (rules.includes(FIELDS)) return [withoutFields(escapes > 0 ? withoutEscapes(read(before)) : read(before))];
  const readings = [
    read(before),
    ...(rules.includes(PICTURE) ? [before, read(withoutPictures(before))] : []),
    ...(rules.includes(DATA) ? [read(withoutData({ start, end }, source))] : []),
  ];
  // The brackets of a tag may have been written by their names.
  return rules.includes(TAG) ? [...readings, ...readings.map(withoutLatex), ...readings.map(withoutHtml)] : readings;
}

const ASCII = /[!-~]+/g;

/** What stands around each line stands at its beginning or its end, in JSON of its string; with tags, it may run over it. */
function isAtEdge({ start, end, rules }: NamedPiece, source: string): boolean {
  if (rules.includes(DATA)) return true;
  const before = source.slice(start, end);
  // A line end may be written out; a record gives the line behind the name of its field.
  const read = (text: string): string => unescaped(text).replace(UNPRINTED, "");
  const above = read(source.slice(Math.max(0, start - WIDEST_INDENT), start));
  const below = read(source.slice(end, end + WIDEST_INDENT));
  // From the value of one attribute to that of another, or from tag to tag.
  if (/^\s*</.test(source) && /^["'<].*["'>]$/s.test(before)) return true;
  if (
    before.includes("\n") ||
    /(?:^|[\n\f\r])(?:[a-z_]+:)?[ \t]*["']?$/.test(above) ||
    /^["']?[ \t]*(?:[\n\f\r]|$)/.test(below)
  )
    return true;
  return isData(source) && (above.endsWith('"') || below.startsWith('"'));
}

/** The first place where the page and its map say different things. */
function unlike(path: string, value: string, mapped: string): VerifyFinding {
  let i = 0;
  while (i < value.length && value[i] === mapped[i]) i += 1;
  const here = value.slice(i, i + 12);
  const there = mapped.slice(i, i + 12);
  const message = `the page says “${here}” where its map gives “${there}”, at character ${[...value.slice(0, i)].length + 1}`;
  return findingIn(value.slice(Math.max(0, i - 10), i + 20), { kind: "invented", path, message });
}
