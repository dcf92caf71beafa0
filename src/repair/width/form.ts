import { ranges } from "../needs.ts";
import { ALL, type DumpRule } from "../rule.ts";

/** Vertical, small and half-width forms of marks, each before the mark of print that it stands for. */
const MARKS =
  "︐，︑、︒。︓：︔；︕！︖？︗〖︘〗︙…︱—︲–︵（︶）︷｛︸｝︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』﹇［﹈］﹐，﹑、﹒。﹔；﹕：﹖？﹗！﹘—﹙（﹚）﹛｛﹜｝﹝〔﹞〕｡。｢「｣」､、･・";

/** Radicals that Unicode does not know as the characters that they are, each before its character. */
const RADICALS =
  "⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻱龜";

/** Radicals that it knows as such: 母, 龟 and those of the Kangxi dictionary. */
const FOLDED_RADICAL = /[\u2e9f\u2ef3\u2f00-\u2fd5]/;

let twins: ReadonlyMap<string, string> | undefined;

/** The character of print that a form stands for, or the form itself. `﨑` and its like are characters of their own. */
export function printedForm(form: string): string {
  twins ??= new Map((`${MARKS}${RADICALS}`.match(/../g) ?? []).map((pair) => [pair.charAt(0), pair.charAt(1)]));
  return twins.get(form) ?? form.normalize(FOLDED_RADICAL.test(form) ? "NFKC" : "NFC");
}

/**
 * The one radical whose character differs between the scripts: 户 of 这, 戶 of 這. Fonts of both have it, and Unicode folds it to
 * the traditional one.
 */
const DOOR = "⼾";
const SIMPLIFIED = /[们这国说对时为个来会]/g;
const TRADITIONAL = /[們這國說對時為個來會]/g;

function isSimplified(text: string): boolean {
  return (text.match(SIMPLIFIED)?.length ?? 0) > (text.match(TRADITIONAL)?.length ?? 0);
}

/** Matches `⻓`, `⼀`, `金` with the code of a Korean reading, `︒`, `﹐`; not `长`, `。`. */
const FORM = /[\u2e80-\u2fd5\uf900-\ufad9\ufe10-\ufe19\ufe30-\ufe48\ufe50-\ufe63\uff61-\uff65]/g;

export const printedForms: DumpRule = {
  id: "width/form",
  summary:
    "A character that a font has given the code of another form of it gets its own: radicals, marks of vertical print.",
  roles: ALL,
  examples: [
    { before: "山⻓说︓﹁⼀起⾛︒﹂", after: "山长说：「一起走。」" },
    { before: "山长说：“一起走。”", after: "山长说：“一起走。”" },
    { before: "这条巷里住着七⼾人家", after: "这条巷里住着七户人家" },
    { before: "這條巷裡住著七⼾人家", after: "這條巷裡住著七戶人家" },
  ],
  needs: ranges("\u2e80\u2fd5", "\uf900\ufad9", "\ufe10\ufe19", "\ufe30\ufe48", "\ufe50\ufe63", "\uff61\uff65"),
  find: (text) => {
    const door = text.includes(DOOR) && isSimplified(text) ? "户" : printedForm(DOOR);
    return [...text.matchAll(FORM)].flatMap(({ 0: form, index }) => {
      const printed = form === DOOR ? door : printedForm(form);
      return printed === form ? [] : [{ start: index, end: index + 1, text: printed }];
    });
  },
};
