/** `jianbao score`: pages held against what a person knows to be true. */
import { addCounts, type Counts, measure } from "../score/counts.ts";
import { type ArticleScore, scorePage } from "../score/score.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { counted, say, sayError, visible } from "./log.ts";
import { paintFor } from "./paint.ts";
import { print } from "./print.ts";
import { startProgress } from "./progress.ts";
import { fallsShort, parseFloors } from "./score-floor.ts";
import { folderOf, pairWithGold, readScored } from "./score-pairs.ts";
import { type Row, scoreTable } from "./score-table.ts";

export interface ScoreOptions {
  readonly gold: string;
  readonly min?: string;
  readonly list?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly color: boolean;
}

interface ScoredFile {
  readonly page: string;
  readonly gold: string;
  /** False where a truth has no page; all its articles are missed. */
  readonly isThere: boolean;
  readonly counts: Counts;
  readonly articles: readonly ArticleScore[];
}

export async function score(output: string, options: ScoreOptions): Promise<ExitCode> {
  const floors = options.min === undefined ? [] : parseFloors(options.min);
  const { pairs, problems } = pairWithGold(output, options.gold);
  for (const problem of problems) sayError(problem);
  let failed = problems.length;
  const progress = await startProgress(pairs.length, options.quiet === true || options.json === true);
  const files: ScoredFile[] = [];
  for (const [i, pair] of pairs.entries()) {
    progress.show(i, pair.name);
    try {
      const page = pair.output === null ? [] : readScored(pair.output);
      const { counts, articles } = scorePage(readScored(pair.gold), page);
      files.push({ page: pair.name, gold: pair.gold, isThere: pair.output !== null, counts, articles });
    } catch (error) {
      failed += 1;
      progress.clear();
      sayError(error);
    }
  }
  progress.clear();
  const missing = files.filter(({ isThere }) => !isThere);
  for (const { gold } of missing)
    say(visible(`${gold}: no page was made for this truth; its articles count as missed`));

  const total = addCounts(files.map(({ counts }) => counts));
  const measures = measure(total);
  if (options.json) await print(asJson(files, total));
  else {
    const paint = await paintFor(1, options.color);
    await print(scoreTable(rowsOf(files, total, options.quiet === true), paint));
    if (options.list) await print(files.map(describeFaults).join(""));
  }
  const short = fallsShort(measures, floors);
  for (const sentence of short) say(`jianbao: ${sentence}`);
  if (failed > 0) return EXIT.failed;
  return short.length > 0 ? EXIT.findings : EXIT.done;
}

interface Sum {
  readonly folder: string;
  readonly counts: Counts;
}

function rowsOf(files: readonly ScoredFile[], total: Counts, isQuiet: boolean): readonly Row[] {
  const pages = files.map(({ page, counts }): Row => ({ name: page, counts, isTotal: false }));
  const folders = foldersOf(files).map(({ folder, counts }): Row => {
    return { name: `${folder}/ (${counted(counts.pages, "page")})`, counts, isTotal: false };
  });
  const all: Row = { name: counted(total.pages, "page"), counts: total, isTotal: true };
  return [...(isQuiet ? [] : pages), ...folders, all];
}

/** Sums of folders, where there are several. */
function foldersOf(files: readonly ScoredFile[]): readonly Sum[] {
  const folders = [...new Set(files.map(({ page }) => folderOf(page)))];
  if (folders.length < 2) return [];
  return folders.map((folder) => {
    const inside = files.filter(({ page }) => folderOf(page) === folder);
    return { folder, counts: addCounts(inside.map(({ counts }) => counts)) };
  });
}

function asJson(files: readonly ScoredFile[], total: Counts): string {
  const withMeasures = <T extends { readonly counts: Counts }>(item: T) => ({
    ...item,
    measures: measure(item.counts),
  });
  const result = {
    total: withMeasures({ counts: total }),
    folders: foldersOf(files).map(withMeasures),
    pages: files.map(withMeasures),
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}

/** One line for each true article that something is wrong with. */
function describeFaults({ page, articles }: ScoredFile): string {
  return articles
    .map((article): string => {
      const faults = faultsOf(article);
      return faults.length === 0 ? "" : visible(`${page}: “${article.headline}” ${faults.join("; ")}`).concat("\n");
    })
    .join("");
}

function faultsOf(article: ArticleScore): readonly string[] {
  const { isFound, overlap, outputHeadline, splitInto, mergedWith, isHeadlineRight, areAuthorsRight } = article;
  const faults: string[] = [];
  if (!isFound)
    faults.push(overlap === 0 ? "missed" : `missed, ${Math.round(overlap * 100)}% like “${outputHeadline}”`);
  if (splitInto.length > 0) faults.push(`split into ${splitInto.map((headline) => `“${headline}”`).join(", ")}`);
  if (mergedWith.length > 0) faults.push(`merged with ${mergedWith.map((headline) => `“${headline}”`).join(", ")}`);
  if (outputHeadline !== null && !isHeadlineRight) faults.push(`headline reads “${outputHeadline}”`);
  if (outputHeadline !== null && !areAuthorsRight) faults.push("other authors");
  return faults;
}
