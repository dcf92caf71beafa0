/** Marks of two parts come back whole, dots between names become one kind. */
import { ALL, type RuleExample, type TextRule } from "../rule.ts";

/** @param hint a cheap look first: without a match of it the text holds nothing for the rule. */
function wholeRule(
  id: string,
  summary: string,
  needs: string,
  pattern: RegExp,
  whole: string,
  examples: readonly RuleExample[],
): TextRule {
  return {
    id,
    summary,
    roles: ALL,
    examples,
    needs,
    find: (text) =>
      [...text.matchAll(pattern)]
        .filter((match) => match[0] !== whole)
        .map((match) => ({ start: match.index, end: match.index + match[0].length, text: whole })),
  };
}

/** Dots in a row: `...`, `…`, `。。。`, `···`. Read in one pass; what stands beside the run is looked at afterwards. */
const DOTS = /…+|\.{3,}|。{3,}|·{3,}/g;
const MAY_BE_DOTS = ["…", "..", "。。", "··"];
const BEFORE_DOTS = /[〇㐀-鿿，。！？”’》）]/;
const AFTER_DOTS = /[〇㐀-鿿”’]/;

/** Six dots are printed over two cells, after Chinese text or before it. Not `a...b`. */
export const ellipsis: TextRule = {
  id: "mark/ellipsis",
  summary: "An ellipsis is six dots: `……`.",
  roles: ALL,
  examples: [
    { before: "他说…再等等", after: "他说……再等等" },
    { before: "再等等......", after: "再等等……" },
    { before: "他说……再等等", after: "他说……再等等" },
  ],
  needs: "….。·",
  find: (text) =>
    MAY_BE_DOTS.some((dots) => text.includes(dots))
      ? [...text.matchAll(DOTS)]
          .filter(({ index, 0: dots }) => {
            if (dots === "……") return false;
            const isAfter = BEFORE_DOTS.test(text.charAt(index - 1));
            return isAfter || (dots.startsWith("…") && AFTER_DOTS.test(text.charAt(index + dots.length)));
          })
          .map(({ index, 0: dots }) => ({ start: index, end: index + dots.length, text: "……" }))
      : [],
};

/** `--`, `—`, `－－`, `——` between Chinese words. Not `2019-2020` or `A-B`. */
export const dash = wholeRule(
  "mark/dash",
  "A dash is two cells wide: `——`.",
  "—―-－",
  /(?<=[〇㐀-鿿，。！？”’》）]|^)(?:[—―]{1,3}|[-－]{2,3}|——)(?=[〇㐀-鿿“‘《])/g,
  "——",
  [
    { before: "目标--共同富裕", after: "目标——共同富裕" },
    { before: "目标—共同富裕", after: "目标——共同富裕" },
    { before: "2019-2020年", after: "2019-2020年" },
  ],
);

/** `•`, `・`, `‧` between two parts of a name or phrase. Not a bullet before a text. */
export const middleDot = wholeRule(
  "mark/middle-dot",
  "The dot between the parts of a name is `·`.",
  "•・‧∙･",
  /(?<=[〇㐀-鿿A-Za-z])[•・‧∙･](?=[〇㐀-鿿A-Za-z])/g,
  "·",
  [
    { before: "阿依古丽•买买提", after: "阿依古丽·买买提" },
    { before: "•本报讯", after: "•本报讯" },
  ],
);

/** A blank around the slash of a double outlet: `星城报 / 凤网`. */
export const slashBlanks: TextRule = {
  id: "space/slash",
  summary: "Blanks around a slash between Han words are taken out.",
  roles: ALL.filter((role) => role !== "byline"),
  examples: [
    { before: "星城报␠/␠橘网记者", after: "星城报/橘网记者" },
    { before: "and / or", after: "and / or" },
  ],
  needs: "/／",
  find: (text) =>
    [
      ...text.matchAll(/(?<=[〇㐀-鿿])[\t \u3000]+(?=[/／])|(?<=[〇㐀-鿿][\t \u3000]*[/／])[\t \u3000]+(?=[〇㐀-鿿])/g),
    ].map((match) => ({ start: match.index, end: match.index + match[0].length, text: "" })),
};
