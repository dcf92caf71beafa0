import { type TextRule, TITLES } from "../rule.ts";

/** A full stop with words behind it and none before. A comma may be the cut rest of the title line above. */
const SPECK = /^[ \t\u3000]*(?<mark>[。．])[ \t\u3000]*(?=[〇㐀-鿿“"「《\d])/;

/** No title begins with a full stop: the scan has read a speck, or the border of the article above. */
export const titleSpeck: TextRule = {
  id: "mark/title-speck",
  summary: "A full stop before the first word of a title is a speck that the scan has read, and goes.",
  roles: TITLES,
  examples: [
    { before: "。图书馆搬进地铁站", after: "图书馆搬进地铁站" },
    { before: "，早上借书", after: "，早上借书", note: "the rest of a line that the dump has cut" },
  ],
  needs: "。．",
  find: (text) => {
    const found = SPECK.exec(text);
    const mark = found?.groups?.["mark"];
    if (mark === undefined) return [];
    const start = text.indexOf(mark);
    return [{ start, end: start + 1, text: "", confidence: 0.9 }];
  },
};
