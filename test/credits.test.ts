import { describe, expect, it } from "vitest";
import { readCredits } from "../src/blocks/credits/credits.ts";
import { readLead } from "../src/blocks/credits/lead.ts";
import type { Context } from "../src/context.ts";
import type { Author } from "../src/page.ts";
import { loadProfile } from "../src/profiles/load.ts";
import { bylineBlanks } from "../src/repair/credit/byline.ts";
import { applyEdits } from "../src/text/edit.ts";
import { fromSource, plain } from "../src/text/sourced.ts";
import { testLexicon } from "./helpers/lexicon.ts";

const CONTEXT: Context = { profile: loadProfile("generic"), lexicon: testLexicon() };

/** `记者 何雅清, 通讯员 孟帆`: roles and names as the tables write them; `-` is no role. */
function written(authors: readonly Author[]): string {
  return authors.map(({ role, name }) => `${role ?? "-"} ${name}`).join(", ");
}

interface Row {
  readonly text: string;
  /** Authors in order, or null where the text is no byline. */
  readonly authors: string | null;
  /** The byline with its blanks put right; default the text itself. */
  readonly clean?: string;
  /** Why it does not come out so yet. */
  readonly notYet?: string;
}

/** Bylines on a line of their own, or inside the bracket of a dateline. `␠` is a blank. Nobody of this name is meant. */
const BYLINES: readonly Row[] = [
  // Roles
  { text: "记者␠苏见山", authors: "记者 苏见山" },
  { text: "本报记者␠苏见山", authors: "记者 苏见山" },
  { text: "首席记者␠贺青", authors: "首席记者 贺青" },
  { text: "见习记者␠尹长河", authors: "见习记者 尹长河" },
  { text: "实习记者␠尹长河", authors: "实习记者 尹长河" },
  { text: "实习生␠谭念慈", authors: "实习生 谭念慈" },
  { text: "特约记者␠邹素心", authors: "特约记者 邹素心" },
  { text: "特派记者␠邹素心", authors: "特派记者 邹素心" },
  { text: "全媒体记者␠陈亦凡", authors: "全媒体记者 陈亦凡" },
  { text: "全媒记者␠陈亦凡", authors: "全媒记者 陈亦凡" },
  { text: "融媒体记者␠潘小楼", authors: "融媒体记者 潘小楼" },
  { text: "融媒记者␠潘小楼", authors: "融媒记者 潘小楼" },
  { text: "通讯员␠姜望舒", authors: "通讯员 姜望舒" },
  { text: "特约通讯员␠姜望舒", authors: "特约通讯员 姜望舒" },
  { text: "作者␠秦玉兰", authors: "作者 秦玉兰" },
  { text: "摄影␠秦玉兰", authors: "摄影 秦玉兰" },
  // Several people
  { text: "记者␠苏见山␠通讯员␠姜望舒", authors: "记者 苏见山, 通讯员 姜望舒" },
  { text: "记者␠苏见山␠贺青␠通讯员␠姜望舒␠谭念慈", authors: "记者 苏见山, 记者 贺青, 通讯员 姜望舒, 通讯员 谭念慈" },
  { text: "通讯员␠姜望舒␠融媒体记者␠潘小楼", authors: "通讯员 姜望舒, 融媒体记者 潘小楼" },
  {
    text: "通讯员␠苏见山␠贺青␠尹长河␠谭念慈␠邹素心␠陈亦凡␠潘小楼␠姜望舒␠秦玉兰",
    authors:
      "通讯员 苏见山, 通讯员 贺青, 通讯员 尹长河, 通讯员 谭念慈, 通讯员 邹素心, 通讯员 陈亦凡, 通讯员 潘小楼, 通讯员 姜望舒, 通讯员 秦玉兰",
  },
  { text: "龙望舒␠田小楼", authors: "- 龙望舒, - 田小楼" },
  { text: "罗见山␠记者␠江亦凡", authors: "- 罗见山, 记者 江亦凡" },
  // No blank where one was printed
  { text: "通讯员唐望舒", authors: "通讯员 唐望舒", clean: "通讯员␠唐望舒" },
  { text: "记者王小楼␠通讯员李念慈", authors: "记者 王小楼, 通讯员 李念慈", clean: "记者␠王小楼␠通讯员␠李念慈" },
  { text: "记者王小楼通讯员李念慈", authors: "记者 王小楼, 通讯员 李念慈", clean: "记者␠王小楼␠通讯员␠李念慈" },
  // A blank inside a name: padding, or a line end
  { text: "记者␠张␠娅", authors: "记者 张娅", clean: "记者␠张娅" },
  { text: "记者␠曾␠␠强", authors: "记者 曾强", clean: "记者␠曾强" },
  { text: "记者␠张\u3000娅", authors: "记者 张娅", clean: "记者␠张娅" },
  { text: "记者␠张␠胜␠岚", authors: "记者 张胜岚", clean: "记者␠张胜岚" },
  { text: "记者␠罗␠望舒␠通讯员␠符青", authors: "记者 罗望舒, 通讯员 符青", clean: "记者␠罗望舒␠通讯员␠符青" },
  { text: "记者␠苏见␠山", authors: "记者 苏见山", clean: "记者␠苏见山" },
  { text: "记\u3000者␠苏见山", authors: "记者 苏见山", clean: "记者␠苏见山" },
  { text: "通␠讯员␠姜望舒", authors: "通讯员 姜望舒", clean: "通讯员␠姜望舒" },
  {
    text: "本报记者␠␠苏见山␠␠通讯员␠␠姜␠青",
    authors: "记者 苏见山, 通讯员 姜青",
    clean: "本报记者␠苏见山␠通讯员␠姜青",
  },
  { text: "记者␠刘␠歌␠曾\u3000强", authors: "记者 刘歌, 记者 曾强", clean: "记者␠刘歌␠曾强" },
  // Compound, long and dotted names
  { text: "记者␠诸葛岚", authors: "记者 诸葛岚" },
  { text: "记者␠欧阳望舒␠通讯员␠尉迟青", authors: "记者 欧阳望舒, 通讯员 尉迟青" },
  { text: "记者␠古丽·塔娜", authors: "记者 古丽·塔娜" },
  { text: "记者␠阿依努尔·买买提江␠通讯员␠苏见山", authors: "记者 阿依努尔·买买提江, 通讯员 苏见山" },
  // Separators
  { text: "记者/苏见山", authors: "记者 苏见山" },
  { text: "记者/苏见山␠通讯员/姜望舒", authors: "记者 苏见山, 通讯员 姜望舒" },
  { text: "记者|苏见山", authors: "记者 苏见山" },
  { text: "记者丨苏见山", authors: "记者 苏见山" },
  { text: "记者：苏见山", authors: "记者 苏见山" },
  { text: "记者␠苏见山、贺青", authors: "记者 苏见山, 记者 贺青" },
  { text: "记者:苏见山,贺青", authors: "记者 苏见山, 记者 贺青" },
  // Marks
  { text: "■␠本报记者␠苏见山", authors: "记者 苏见山" },
  { text: "□␠初墨", authors: "- 初墨", notYet: "初 is no family name, and after a mark a single stranger is refused" },
  { text: "◎本报记者␠苏见山", authors: "记者 苏见山" },
  { text: "●␠记者␠苏见山␠摄影␠贺青", authors: "记者 苏见山, 摄影 贺青" },
  { text: "▲通讯员␠姜望舒", authors: "通讯员 姜望舒" },
  // Text and pictures
  { text: "文/苏见山␠图/贺青", authors: "文 苏见山, 图 贺青" },
  { text: "文␠|␠苏见山", authors: "文 苏见山", clean: "文|苏见山" },
  {
    text: "◎文/徐报融媒记者␠苏见山␠图/徐报融媒记者␠贺青",
    authors: "融媒记者 苏见山, 融媒记者 贺青",
    notYet: "a role right before an outlet names nobody, and the whole line is refused",
  },
  { text: "本报记者␠苏见山␠文/图", authors: "记者 苏见山" },
  { text: "苏见山/文␠贺青/图", authors: "文 苏见山, 图 贺青", notYet: "文 and 图 after their names are not read" },
  { text: "文/图␠苏见山", authors: "- 苏见山" },
  { text: "贺青␠摄", authors: "摄 贺青" },
  { text: "通讯员␠姜望舒␠摄", authors: "通讯员 姜望舒" },
  // Outlets
  { text: "青禾日报全媒记者␠苏见山␠通讯员␠姜望舒␠谭念慈", authors: "全媒记者 苏见山, 通讯员 姜望舒, 通讯员 谭念慈" },
  { text: "岚州晚报首席记者␠苏见山", authors: "首席记者 苏见山" },
  { text: "柳溪商报记者␠苏见山", authors: "记者 苏见山" },
  { text: "星城报/橘网首席记者␠苏见山", authors: "首席记者 苏见山" },
  { text: "星城报␠/␠橘网记者␠苏见山", authors: "记者 苏见山", clean: "星城报/橘网记者␠苏见山" },
  { text: "新华社记者␠苏见山␠贺青", authors: "记者 苏见山, 记者 贺青" },
  { text: "本报驻青洲记者␠万␠宇", authors: "记者 万宇", clean: "本报驻青洲记者␠万宇" },
  // Traditional characters
  { text: "記者␠蘇見山␠通訊員␠陳亦凡", authors: "記者 蘇見山, 通訊員 陳亦凡" },
  { text: "攝影␠陳亦凡", authors: "攝影 陳亦凡" },
  // False friends
  { text: "记者从县农业农村局获悉", authors: null },
  { text: "记者了解到", authors: null },
  { text: "记者在现场看到", authors: null },
  { text: "告诉星城报/橘网记者", authors: null },
  { text: "记者会", authors: null },
  { text: "答记者问", authors: null },
  { text: "记者节快乐", authors: null },
  { text: "记者", authors: null },
  { text: "通讯员队伍", authors: null },
  { text: "本报讯", authors: null },
  { text: "县图书馆", authors: null },
  { text: "记者走基层", authors: null },
  { text: "作者不详", authors: null },
  { text: "摄影大赛", authors: null },
  { text: "编辑部的故事", authors: null },
];

interface LeadRow {
  readonly text: string;
  /** What the lead is, to its last character; null where there is none. */
  readonly lead: string | null;
  readonly agency?: string | null;
  readonly kind?: string | null;
  readonly place?: string | null;
  readonly date?: string | null;
  readonly authors?: string;
  readonly notYet?: string;
}

const LEADS: readonly LeadRow[] = [
  { text: "本报讯␠昨日,全县", lead: "本报讯", agency: "本报", kind: "讯" },
  { text: "本报讯(记者␠苏见山)昨日", lead: "本报讯(记者␠苏见山)", agency: "本报", kind: "讯", authors: "记者 苏见山" },
  {
    text: "本报讯␠（通讯员␠姜望舒）近日",
    lead: "本报讯␠（通讯员␠姜望舒）",
    agency: "本报",
    kind: "讯",
    authors: "通讯员 姜望舒",
  },
  {
    text: "本报讯（罗见山␠记者␠江亦凡）近日",
    lead: "本报讯（罗见山␠记者␠江亦凡）",
    agency: "本报",
    kind: "讯",
    authors: "- 罗见山, 记者 江亦凡",
  },
  {
    text: "本报岚州12月5日电（记者␠苏见山）今天",
    lead: "本报岚州12月5日电（记者␠苏见山）",
    agency: "本报",
    kind: "电",
    place: "岚州",
    date: "12月5日",
    authors: "记者 苏见山",
  },
  {
    text: "本报岚州１２月５日讯␠今天",
    lead: "本报岚州１２月５日讯",
    agency: "本报",
    kind: "讯",
    place: "岚州",
    date: "12月5日",
  },
  {
    text: "新华社岚州3月7日电␠国家",
    lead: "新华社岚州3月7日电",
    agency: "新华社",
    kind: "电",
    place: "岚州",
    date: "3月7日",
  },
  {
    text: "新华社岚州１０月２２日电（记者苏见山、贺青）国家",
    lead: "新华社岚州１０月２２日电（记者苏见山、贺青）",
    agency: "新华社",
    kind: "电",
    place: "岚州",
    date: "10月22日",
    authors: "记者 苏见山, 记者 贺青",
  },
  { text: "据新华社电␠国家", lead: "据新华社电", agency: "新华社", kind: "电" },
  {
    text: "据新华社岚州3月7日电␠国家",
    lead: "据新华社岚州3月7日电",
    agency: "新华社",
    kind: "电",
    place: "岚州",
    date: "3月7日",
  },
  {
    text: "新华社岚州3月7日专电␠国家",
    lead: "新华社岚州3月7日专电",
    agency: "新华社",
    kind: "专电",
    place: "岚州",
    date: "3月7日",
  },
  {
    text: "中新社岚州3月7日电␠(苏见山␠贺青)国家",
    lead: "中新社岚州3月7日电␠(苏见山␠贺青)",
    agency: "中新社",
    kind: "电",
    place: "岚州",
    date: "3月7日",
    authors: "- 苏见山, - 贺青",
  },
  {
    text: "青禾日报讯（记者␠苏见山）近日",
    lead: "青禾日报讯（记者␠苏见山）",
    agency: "青禾日报",
    kind: "讯",
    authors: "记者 苏见山",
  },
  {
    text: "星城报/橘网讯（记者␠罗␠望舒␠通讯员␠符青）近日",
    lead: "星城报/橘网讯（记者␠罗␠望舒␠通讯员␠符青）",
    agency: "星城报/橘网",
    kind: "讯",
    authors: "记者 罗望舒, 通讯员 符青",
  },
  { text: "云岫在线7月6日讯␠近日", lead: "云岫在线7月6日讯", agency: "云岫在线", kind: "讯", date: "7月6日" },
  {
    text: "央视网消息：国家",
    lead: "央视网消息",
    agency: "央视网",
    kind: "消息",
    notYet: "消息 stays part of the agency, because the profile lists it so",
  },
  { text: "【本報訊】本市", lead: "【本報訊】", agency: "本報", kind: "訊" },
  {
    text: "本報訊（記者␠蘇見山）本市",
    lead: "本報訊（記者␠蘇見山）",
    agency: "本報",
    kind: "訊",
    authors: "記者 蘇見山",
  },
  {
    text: "岚州晚报讯␠记者诸葛岚报道：近日",
    lead: "岚州晚报讯␠记者诸葛岚报道：",
    agency: "岚州晚报",
    kind: "讯",
    authors: "记者 诸葛岚",
    notYet: "credits after 讯 are read in brackets only",
  },
  {
    text: "〔聯合社德國波恩六日電〕德國",
    lead: "〔聯合社德國波恩六日電〕",
    agency: "聯合社",
    kind: "電",
    place: "德國波恩",
    date: "六日",
    notYet: "a day in Chinese figures and an agency by its short name are not read",
  },
  // False friends
  { text: "互联网电商大会昨日开幕", lead: null },
  { text: "青禾日报电子版上线", lead: null },
  { text: "记者从县农业农村局获悉，全县", lead: null },
  { text: "电力部门提醒，近日", lead: null },
  { text: "讯息中心昨日启用", lead: null },
  { text: "她告诉星城报/橘网记者，自己", lead: null },
  { text: "本报通讯员队伍不断壮大", lead: null },
  { text: "本报记者␠陆远航␠通讯员␠施小曼", lead: null },
  { text: "新华社区昨日举行消防演练", lead: null },
];

describe.each(BYLINES)("byline $text", ({ text, authors, clean, notYet }) => {
  const test = notYet === undefined ? it : it.fails;
  const words = text.replaceAll("␠", " ");

  test(authors === null ? "is none" : `names ${authors}`, () => {
    const credits = readCredits(words, CONTEXT);
    if (authors === null) {
      // Without a role or a mark, bare names alone are only a guess, which others confirm by the place.
      expect(credits?.isMarked ?? false).toBe(false);
    } else expect(credits === null ? null : written(credits.authors)).toBe(authors);
  });

  if (authors !== null) {
    const wanted = (clean ?? text).replaceAll("␠", " ");
    test(`is written ${clean ?? "as it stands"}`, () => {
      expect(tidy(words)).toBe(wanted);
      expect(tidy(wanted)).toBe(wanted);
    });
  }
});

describe.each(LEADS)("opening $text", (row) => {
  const test = row.notYet === undefined ? it : it.fails;
  const words = row.text.replaceAll("␠", " ");

  test(row.lead === null ? "has no dateline" : `has the dateline ${row.lead}`, () => {
    const found = readLead(words, CONTEXT);
    if (row.lead === null) expect(found).toBeNull();
    else {
      expect(found === null ? null : words.slice(0, found.end)).toBe(row.lead.replaceAll("␠", " "));
      const { agency = null, kind = null, place = null, date = null } = row;
      expect(found?.dateline).toEqual({ agency, kind, place, date });
      expect(written(found?.authors ?? [])).toBe(row.authors ?? "");
    }
  });
});

it("lists each text once", () => {
  const texts = [...BYLINES, ...LEADS].map(({ text }) => text);
  expect(texts.filter((text, i) => texts.indexOf(text) !== i)).toEqual([]);
});

/** The byline with the edits of its blanks made. */
function tidy(text: string): string {
  const source = { file: "byline", text };
  return plain(applyEdits(fromSource(source), "credit/blanks", bylineBlanks(text, CONTEXT)));
}
