/**
 * Pages of one invented paper, with what is true about them: its nameplate and page editors, its own section labels,
 * some behind a mark that no other paper has, its outlet and a role of its own, and small print that recurs.
 *
 * Everything follows from the seed.
 */
import { caption, headline, personName, Writer } from "./generate-text.ts";
import type { Random } from "./random.ts";

export const PAPER = "云岭晨报";
export const OUTLET = "云岭晨报/云上网";
/** What only this paper prints; `generic` knows none of it. */
export const LABELS = ["云岭纪事", "灯下漫笔", "家门口", "乡音", "河边人家", "新政你我他"];
export const MARK = "❖";
export const ROLE = "乡村主播";
export const SMALL_PRINT = ["来稿一经采用，即付稿酬。", "本版文字未经同意，不得转载。"];

const PAGES = ["要闻", "民生", "副刊", "综合"];
const PAPER_FORMS = ["blocks", "markdown", "wrapped"] as const;
export type PaperForm = (typeof PAPER_FORMS)[number];

export interface TrueArticle {
  readonly section: string | null;
  readonly headline: string;
  readonly byline: string;
  readonly bylineKind: "lead";
  readonly leadLen: number;
  readonly authors: readonly { readonly role: string; readonly name: string }[];
  readonly paragraphs: readonly string[];
  readonly captions: readonly string[];
}

export interface PaperPage {
  readonly file: string;
  readonly form: PaperForm;
  readonly text: string;
  readonly articles: readonly TrueArticle[];
  readonly furniture: readonly string[];
}

/** @param index counts the pages of the paper; it gives date and page number. */
export function generatePaperPage(random: Random, index: number): PaperPage {
  const form = PAPER_FORMS[index % PAPER_FORMS.length] ?? "blocks";
  const writer = new Writer(random);
  const mast = mastOf(random, index);
  const blocks: string[] = [...mast];
  const articles: TrueArticle[] = [];
  const count = random.between(2, 4);
  const smallPrint = random.isLucky(0.5) ? [random.pick(SMALL_PRINT)] : [];
  // What has no label stands above the first one. A label reaches from one brief that opens with a place to the next.
  const firstLabelled = random.between(0, count);
  let section: string | null = null;
  for (let i = 0; i < count; i += 1) {
    const title = headline(random);
    const isGoverned = opensWithPlace(title) && opensWithPlace(articles[i - 1]?.headline ?? "");
    if (i === firstLabelled || (i > firstLabelled && (!isGoverned || random.isLucky(0.3)))) {
      section = random.pick(LABELS.filter((label) => label !== section));
      blocks.push(random.isLucky(0.4) ? `${MARK}${section}` : section);
    }
    const article = articleOf(random, writer, title, section);
    articles.push(article);
    blocks.push(form === "markdown" ? `# ${article.headline}` : article.headline);
    for (const [j, words] of article.paragraphs.entries()) {
      blocks.push(printed(words, form, j));
      const picture = j === 1 ? article.captions[0] : undefined;
      if (picture !== undefined) blocks.push(picture);
    }
    if (i === 0) blocks.push(...smallPrint);
  }
  return {
    file: `${String(index).padStart(2, "0")}.txt`,
    form,
    text: `${blocks.join("\n\n")}\n`,
    articles,
    furniture: [...mast, ...smallPrint],
  };
}

function mastOf(random: Random, index: number): string[] {
  const day = new Date(Date.UTC(2021, 2, 1 + index));
  const weekday = "日一二三四五六".charAt(day.getUTCDay());
  return [
    PAPER,
    `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日 星期${weekday}`,
    `A0${(index % 8) + 1} ${random.pick(PAGES)}`,
    `本版责编 ${usualName(random)} 美编 ${usualName(random)}`,
  ];
}

function opensWithPlace(title: string): boolean {
  return /^[〇㐀-鿿]{2,3}(?:市|县|区|镇|乡|村|街道|社区)/.test(title);
}

function articleOf(random: Random, writer: Writer, title: string, section: string | null): TrueArticle {
  const authors = [
    { role: random.isLucky(0.4) ? ROLE : "记者", name: usualName(random) },
    ...(random.isLucky(0.4) ? [{ role: "通讯员", name: usualName(random) }] : []),
  ];
  const byline = `${OUTLET}讯（${authors.map(({ role, name }) => `${role} ${name}`).join(" ")}）`;
  const paragraphs = Array.from({ length: random.between(2, 4) }, () => writer.paragraph());
  // A text says what its headline says.
  paragraphs[0] = `${byline}${random.between(1, 28)}日，${title.replace(" ", "")}，街坊们都来看热闹。${paragraphs[0] ?? ""}`;
  return {
    section,
    headline: title,
    byline,
    bylineKind: "lead",
    leadLen: byline.length,
    authors,
    paragraphs,
    captions: random.isLucky(0.3) ? [caption(random)] : [],
  };
}

/** Rare characters are not what these pages are about. */
function usualName(random: Random): string {
  return personName(random).replace("𠮷", "吉");
}

/** One block of the dump: line ends as blanks, as nothing, or as line ends. */
function printed(words: string, form: PaperForm, index: number): string {
  if (form === "markdown") return words;
  const lines: string[] = [];
  let line = "";
  let used = 4;
  for (const [token] of words.matchAll(/[\dA-Za-z.:%]+|./gsu)) {
    const size = /^[\x20-\x7e]+$/u.test(token) ? token.length : 2;
    if (used + size > WIDTH && line !== "" && !/^[，。、；：！？）”’]/u.test(token)) {
      lines.push(line);
      line = "";
      used = 0;
    }
    line += token;
    used += size;
  }
  lines.push(line);
  if (form === "blocks") return lines.join(" ");
  return lines.map((one, i) => (i === 0 && index >= 0 ? `\u3000\u3000${one}` : one)).join("\n");
}

/** Cells of a column. */
const WIDTH = 34;
