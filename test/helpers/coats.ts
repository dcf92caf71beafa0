/** What other converters put around a page, and around its lines. */

export interface Coat {
  readonly coat: string;
  /** The page as such a converter would have written it. */
  readonly put: (raw: string) => string;
}

export const COATS: readonly Coat[] = [
  { coat: "HTML", put: (raw) => blocksOf(raw).map(asHtml).join("\n") },
  { coat: "HTML on one line", put: (raw) => `<html><body>${blocksOf(raw).map(asHtml).join("")}</body></html>` },
  { coat: "Markdown with no-break blanks", put: (raw) => raw.replace(/^(#+) /gm, "$1\u00a0") },
  { coat: "Markdown in a fence", put: (raw) => `\`\`\`markdown\n${raw}\n\`\`\`\n` },
  { coat: "Markdown with entities", put: (raw) => raw.replaceAll("“", "&ldquo;").replaceAll("”", "&#8221;") },
  {
    coat: "an array of JSON",
    put: (raw) =>
      JSON.stringify(
        blocksOf(raw).map((text) => ({ box: [1], text })),
        null,
        2,
      ),
  },
  { coat: "a record of JSON with all of it", put: (raw) => JSON.stringify({ file: "a.png", markdown: raw }) },
  { coat: "a string with its line ends written out", put: (raw) => JSON.stringify(raw) },
  {
    coat: "records of JSON with the labels of a layout model",
    put: (raw) =>
      JSON.stringify({
        blocks: blocksOf(raw).map((block) => ({ ...labelled(block), bbox: { l: 60, t: 10, r: 90, b: 40 } })),
        boxes: [{ label: "doc_title", score: 0.9 }],
      }),
  },
  { coat: "records as Python prints them", put: (raw) => `[${blocksOf(raw).map(asPython).join(", ")}]` },
  { coat: "blocks as PaddleOCR-VL prints them", put: (raw) => `[\n${blocksOf(raw).map(asRecord).join(", ")}]\n` },
  { coat: "blocks with their places", put: (raw) => blocksOf(raw).map(asBlock).join("\n") },
  {
    coat: "LaTeX",
    put: (raw) =>
      raw.replace(/^(#+) (.*)$/gm, (_, marks: string, words: string) =>
        marks.length === 1 ? `\\title{\n${words}\n}` : `\\${"sub".repeat(marks.length - 2)}section*{${words}}`,
      ),
  },
  { coat: "headings closed by hashes", put: (raw) => raw.replace(/^(#+) (.*)$/gm, "$1 $2 $1") },
  { coat: "Markdown with escaped marks", put: (raw) => raw.replace(/(?<!^#*)(?=[-.*_(])/gm, "\\") },
  { coat: "Markdown behind front matter", put: (raw) => `---\nlanguage: zh\nrotation: 0\n---\n${raw}` },
  { coat: "Markdown of a page with its number", put: (raw) => `## Page 3\n\n${raw}` },
  { coat: "CRLF", put: (raw) => raw.replaceAll("\n", "\r\n") },
  { coat: "doubled line ends", put: (raw) => raw.replaceAll("\n", "\r\r\n") },
  { coat: "blanks behind all lines", put: (raw) => raw.replaceAll("\n", "  \n") },
];

export const LINE_COATS: readonly LineCoat[] = [
  { coat: "numbered lines", put: (line, number) => `${number}: ${line}` },
  { coat: "numbers set right", put: (line, number) => `${String(number).padStart(6)}\t${line}` },
  { coat: "quoted lines", put: (line) => `> ${line}` },
  { coat: "a list", put: (line) => `- ${line}` },
  { coat: "lines with their boxes", put: (line, number) => `[[40, ${number}], [290.5, ${number + 9}]] ${line}` },
  { coat: "lines with a score", put: (line, number) => `${line}\t0.9${number}` },
  { coat: "lines of JSON", put: (line, number) => JSON.stringify({ box: [1, number], text: line, score: 0.97 }) },
  { coat: "rows of CSV", put: (line, number) => `${number},40,9.5,"${line.replaceAll('"', '\\"')}"` },
  { coat: "lines with a tag at their ends", put: (line) => `${line}<br/>` },
  { coat: "lines in tags", put: (line) => `<span class='ocr_line'>${line}</span>` },
  { coat: "lines with entities", put: (line) => line.replaceAll("“", "&ldquo;").replaceAll("”", "&#8221;") },
  { coat: "lines with a stroke at their ends", put: (line) => `${line}\\` },
  { coat: "radicals for characters", put: (line) => line.replaceAll("人", "⼈").replaceAll("长", "⻓") },
  { coat: "blanks of no width", put: (line) => line.replace(/(?<=[一-鿿])(?=[一-鿿])/g, "\u200b") },
  { coat: "soft hyphens", put: (line) => `${line}\u00ad` },
  { coat: "marks of small form", put: (line) => line.replaceAll("，", "﹐").replaceAll("。", "﹒") },
  {
    coat: "full-width figures",
    put: (line) => line.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  },
];

export interface LineCoat {
  readonly coat: string;
  /** A printed line, and its number in the dump. */
  readonly put: (line: string, number: number) => string;
}

export function dressLines(raw: string, { put }: LineCoat): string {
  return raw
    .split("\n")
    .map((line, i) => (line.trim() === "" ? line : put(line, i + 1)))
    .join("\n");
}

/** The hole of a removed picture is a picture. */
function blocksOf(raw: string): string[] {
  return raw
    .trim()
    .replace(/\n{4,}/g, "\n\n![](p.jpg)\n\n")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function asBlock(block: string, i: number): string {
  return `<|ref|>${/^#/.test(block) ? "title" : "text"}<|/ref|><|det|>[[${i}, 20, 900, ${i + 40}]]<|/det|>\n${block}\n`;
}

/** Headings of two levels have names; a deeper one keeps its marks. */
function labelled(block: string): { readonly label: string; readonly text: string } {
  const [, marks = "", words = block] = /^(##?) (.*)$/.exec(block) ?? [];
  return { label: marks === "#" ? "doc_title" : marks === "##" ? "paragraph_title" : "text", text: words };
}

function asPython(block: string): string {
  const { label, text } = labelled(block);
  return text.includes("'") ? `{'label': '${label}', 'text': "${text}"}` : `{'label': '${label}', 'text': '${text}'}`;
}

function asRecord(block: string): string {
  const { label, text } = labelled(block);
  const row = "#".repeat(17);
  return `\n${row}\nlabel:\t${label}\nbbox:\t[60, 40, 400, 70]\ncontent:\t${text}\n${row}`;
}

function asHtml(block: string): string {
  if (block.startsWith("![]")) return '<img src="p.jpg"/>';
  const [, marks = "", words = block] = /^(#+) (.*)$/.exec(block) ?? [];
  return marks === "" ? `<p>${words}</p>` : `<h${marks.length} class="t">${words}</h${marks.length}>`;
}
