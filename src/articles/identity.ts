/**
 * What a page says of itself: newspaper, day, weekday, page number and name, page editors. Read from its furniture, item
 * by item; the day of a citation, 《…》（2016年2月18日02版）, is no item of it.
 */
import { DAMAGED_DATE, FULL_DATE, isoDate, isWeekdayOf } from "../blocks/furniture/day.ts";
import { MISREAD_NUMBER, NAMEPLATE } from "../blocks/furniture/items.ts";
import { type Item, readRunningLine } from "../blocks/furniture/running-line.ts";
import { staffCredits } from "../blocks/furniture/staff.ts";
import type { Context } from "../context.ts";
import type { Finding } from "../notice.ts";
import type { Article, PageIdentity, StaffMember } from "../page.ts";
import { plain } from "../text/sourced.ts";
import type { Written } from "./write.ts";

export function readIdentity({ furniture, articles }: Written, context: Context): PageIdentity {
  const found: Found = { newspaper: null, date: null, weekday: null, number: null, name: null, staff: [] };
  let openRole = "";
  for (const { kind, text: own } of furniture) {
    if (kind === "advert" || kind === "notice") continue;
    // 责编： and the name below it, each on its line.
    const text = `${openRole}${own}`;
    const running = readRunningLine(text, context);
    openRole = "";
    if (running === null) continue;
    const { line, items } = running;
    // As printed: the tight line is folded to simplified forms, character by character.
    const printed = line.offsets
      .slice(0, -1)
      .map((offset) => text.charAt(offset))
      .join("");
    for (const item of items) {
      const credits = item.kind === "staff" ? staffCredits(line, item, printed, context) : null;
      if (credits === null)
        take(
          found,
          item,
          printed.slice(item.start, item.end),
          line.text.slice(item.start, item.end),
          line.text.slice(item.end),
        );
      else if (credits.length === 0) openRole = `${text.slice(line.offsets[item.start])} `;
      else found.staff.push(...credits);
    }
  }
  const { newspaper, date, weekday, number, name, staff } = found;
  return {
    newspaper: readPaper(newspaper, articles) ?? context.profile.name,
    date,
    weekday,
    number,
    name,
    staff,
  };
}

/** Fewer articles of one paper are chance. */
const LEAST_ARTICLES = 2;
/** 柳溪日报 in 柳溪日报讯, 柳溪日报/柳溪网 and 柳溪日报记者; not 本报, not 据科技日报. */
const PAPER = new RegExp(
  `^\\s*[■□◎●]?\\s*(${NAMEPLATE.source})(?=全媒[体體]|融媒[体體]?|[首见見实實特][席习習约約派]|记者|記者|通讯员|通訊員|讯|訊|\\s*[/／])`,
);

/** The nameplate is one word that a scan may misread, 机柳溪日报 or 柳渓日报; the bylines are many. */
function readPaper(nameplate: string | null, articles: readonly Article[]): string | null {
  const named = paperOfArticles(articles);
  if (nameplate === null || named === null) return nameplate ?? named;
  return nameplate.endsWith(named) || differences(nameplate, named) === 1 ? named : nameplate;
}

/** Not 本报讯, as most bylines. */
function mayNamePaper(byline: string): boolean {
  return Math.max(byline.lastIndexOf("报"), byline.lastIndexOf("報"), byline.lastIndexOf("刊")) > 2;
}

function differences(left: string, right: string): number {
  if (left.length !== right.length) return Number.POSITIVE_INFINITY;
  let count = 0;
  for (let i = 0; i < left.length; i += 1) if (left[i] !== right[i]) count += 1;
  return count;
}

/** The paper that more than half of the bylines name, where the page has no nameplate. */
function paperOfArticles(articles: readonly Article[]): string | null {
  const counts = new Map<string, number>();
  let all = 0;
  for (const { byline } of articles) {
    const paper = byline === null || !mayNamePaper(byline) ? undefined : PAPER.exec(byline)?.[1];
    if (paper === undefined) continue;
    all += 1;
    counts.set(paper, (counts.get(paper) ?? 0) + 1);
  }
  for (const [paper, count] of counts) if (count >= LEAST_ARTICLES && count * 2 > all) return paper;
  return null;
}

/** A day that is not the weekday printed beside it: one of the two was misread. */
export function doubtDay({ fields }: Written, { date, weekday }: PageIdentity): Finding[] {
  if (date === null || weekday === null || isWeekdayOf(weekday, date)) return [];
  const place = fields.find(({ path, text }) => path.startsWith("/furniture/") && plain(text).includes(weekday));
  return [
    {
      rule: "page/weekday",
      level: "warning",
      offset: place?.text.pieces[0]?.start ?? 0,
      message: `${date} was no ${weekday}: one of the two was misread; compare the scan`,
    },
  ];
}

interface Found {
  newspaper: string | null;
  date: string | null;
  weekday: string | null;
  number: string | null;
  name: string | null;
  readonly staff: StaffMember[];
}

/** The first item of a kind counts. */
function take(found: Found, { kind }: Item, words: string, simple: string, rest: string): void {
  if (kind === "nameplate") found.newspaper ??= words;
  else if (kind === "weekday") found.weekday ??= words;
  else if (kind === "pageNumber" && !MISREAD_NUMBER.test(simple))
    found.number ??= /[A-Z]?叠?\d+|[一二三四五六七八九十]+/.exec(simple)?.[0] ?? null;
  else if (kind === "pageName") found.name ??= words.replace(/^[^〇㐀-鿿]+/, "");
  else if (kind === "date") found.date ??= dateOf(simple, rest);
}

function dateOf(simple: string, rest: string): string | null {
  const day = FULL_DATE.exec(simple);
  if (day !== null) return isoDate(day);
  const damaged = DAMAGED_DATE.exec(simple + rest);
  const date = damaged === null ? null : isoDate(damaged);
  // One misread character more, and the weekday would not fit: seven in eight wrong days are found so.
  return date !== null && isWeekdayOf(rest.slice(0, 3).replace(/^周(.).*/, "周$1"), date) ? date : null;
}
