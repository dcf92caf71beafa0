/**
 * What a piece of a column shows at its two ends.
 *
 * In: an item of the layout. Out: the same with its ends measured. Never: looks at other items.
 */
import { lastOf } from "../../../text/list.ts";
import type { Source } from "../../../text/source.ts";
import { type Head, headOf, type Tail, tailOf } from "../../succession/ends.ts";
import { readStrips } from "../../succession/strip.ts";
import type { Item } from "../kinds.ts";
import { findRepeated } from "../repeated.ts";

export interface Piece extends Item {
  /** Counts the pieces of the band from top to bottom. */
  readonly id: number;
  /** Counts them from left to right. */
  readonly across: number;
  /** `signed` ends with who wrote it. */
  readonly tail: Tail | "signed";
  readonly head: Head;
  /** The last two characters and the first two. */
  readonly lastWords: string;
  readonly firstWords: string;
  /** 本报讯（记者 */
  readonly opens: boolean;
  /** A byline on a line of its own: it signs what another line heads. */
  readonly signs: boolean;
  /** Words of the text set again: a pull quote, or a headline that its text repeats. */
  readonly repeats: boolean;
  /** A few lines with a telephone number or an address, as adverts have them. */
  readonly advertises: boolean;
  /** What it says; nothing of a short piece, which tells no topic. */
  readonly words: string;
}

/** A piece of so many lines is long enough for a topic. */
const TOPIC_LINES = 3;

/** Such a share of all columns begins with a paragraph's first line; of fewer the page shows no indents. */
const INDENTED_SHARE = 0.15;

/** @param items from top to bottom. */
export function measurePieces(source: Source, items: readonly Item[]): Piece[] {
  const across = new Map([...items].sort((a, b) => a.x - b.x).map((item, i) => [item, i]));
  const columns = items.filter(({ kind, cells }) => kind === "text" && cells.length >= TOPIC_LINES);
  const indented = columns.filter(({ startsIndented }) => startsIndented).length;
  const tellsHeads = indented >= columns.length * INDENTED_SHARE;
  const repeated = findRepeated(source, items);
  return items.map((item, id) =>
    measurePiece(source, item, { id, across: across.get(item) ?? 0, tellsHeads, repeats: repeated.has(item) }),
  );
}

/** A piece's places among the others, and whether indents of the page tell a paragraph's first line. */
type Among = Pick<Piece, "id" | "across" | "repeats"> & { readonly tellsHeads: boolean };

function measurePiece(source: Source, item: Item, { id, across, tellsHeads, repeats }: Among): Piece {
  const strips = readStrips(
    source,
    item.cells.map(({ start, end }) => ({ lineStart: start, start, end, headingLevel: 0, isBlank: false })),
  );
  const first = strips[0];
  const last = lastOf(strips);
  if (first === undefined || last === undefined) throw new RangeError("an item has a line");
  const { x, width, top, bottom, cells, right, startsIndented, endsSentence, kind } = item;
  // Spelled out, so that all pieces are alike: V8 is slow at fields of objects that were spread.
  return {
    x,
    width,
    top,
    bottom,
    cells,
    right,
    startsIndented,
    endsSentence,
    kind,
    id,
    across,
    tail: isSigned(source, item) ? "signed" : tailOf(last, width),
    head: item.cells.length < 2 || !tellsHeads ? "one" : headOf(first, width, item.startsIndented),
    lastWords: last.tail,
    firstWords: first.head,
    opens: first.opens,
    repeats,
    advertises: cells.length < TOPIC_LINES && CONTACT.test(wordsOf(source, cells)),
    signs: kind === "title" && cells.length === 1 && isByline(source, item),
    words: cells.length < TOPIC_LINES ? "" : wordsOf(source, item.cells),
  };
}

/** `广告热线`, `地址：书院街9号`, `0730-86306451`, `13900000000`. */
const CONTACT = /\d{3,4}-\d{7,8}|1\d{10}|地址[：:]|[电電][话話][：:]|[热熱][线線]/u;

/** `本报记者 杜若兰`, `■ 杜若兰`, `文/杜若兰 图/白露`, `杜若兰/文`; not a headline with such words behind it, nor 记者调查. */
const BYLINE =
  /^(?![（(]|.*[，。）)])(?:[■□◎●▲◆]\s*\S|[^，。]{0,9}?(?:(?:记者|記者)(?![调調观觀手札])|通讯员|通訊員|作者)|[文图圖摄攝]\s*[/／｜|]|[〇㐀-鿿]{2,4}[/／][文图圖摄攝])/u;

function isByline(source: Source, { cells }: Item): boolean {
  const [cell] = cells;
  return cell !== undefined && BYLINE.test(source.text.slice(cell.start, cell.end));
}

/**
 * `杜若兰/文`, `（读者 杜若兰）`: the signature of a text ends it. `（记者 杜若兰 通讯员 白露 孟帆）` is longer, and may
 * begin on the line above.
 */
const SIGNATURE =
  /[〇㐀-鿿][/／][文摄攝图圖]$|[（(](?:[^（）()，。]{2,14}|[^（）()，。]{0,9}(?:记者|記者|通讯员|通訊員|作者)[^（）()，。]{2,40})[）)]$/u;
/** Lines that one takes. */
const SIGNATURE_LINES = 3;

/** What it ends with. */
const SIGNATURE_ENDS = "文摄攝图圖）)";

function isSigned(source: Source, { cells }: Item): boolean {
  const last = lastOf(cells);
  if (last === undefined || !SIGNATURE_ENDS.includes(source.text.charAt(last.end - 1))) return false;
  return SIGNATURE.test(wordsOf(source, cells.slice(-SIGNATURE_LINES)));
}

function wordsOf(source: Source, cells: Item["cells"]): string {
  let words = "";
  for (const { start, end } of cells) words += source.text.slice(start, end);
  return words;
}
