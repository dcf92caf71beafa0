// Whether a join is right, from the words beside its seam and the true text of the page.
//
// In: a page with its map, the dump, the truth. Out: for each join `right`, `wrong` or `unclear`, and why.
// Never: looks at the confidence.

/** Word characters taken from each side of a seam; with fewer on both sides together than LEAST nothing is said. */
const SIDE = 4;
const LEAST = 4;
/** Words lost or doubled at a seam are looked for over so many characters. */
const LONGEST_LOSS = 160;
/** A run is in the dump if this share of its pieces of so many characters is; a shorter run, if it is a line of its own. */
const GRAM = 4;
const SHARE_IN_DUMP = 0.5;

const WORD = /[\p{Script=Han}\p{L}\p{N}]/u;

/** Han, letters and digits alone. */
export function words(text) {
  return [...text.normalize("NFKC")].filter((character) => WORD.test(character)).join("");
}

/** @returns {{ join, verdict, why, before, after }[]} one for each join of the page. */
export function judgeJoins({ text, page, truth }) {
  const truths = trueTexts(truth).map(words);
  const dump = { text: words(text), lines: new Set(text.split(/[\r\n\f]|\s{2,}/u).map(words)) };
  return sidesOf(text, page).map(({ join, before, after }) => ({
    join,
    before,
    after,
    ...verdictOn(before, after, truths, dump),
  }));
}

/** Generated pages know for each printed character the next one. */
export function judgeGenerated({ text, page, follows }) {
  return sidesOf(text, page).map(({ join, before, after }) => {
    const isRight = follows.get(join.tail) === join.head;
    return {
      join,
      before,
      after,
      verdict: isRight ? "right" : "wrong",
      why: isRight ? "as printed" : "not as printed",
    };
  });
}

/** Every text of the page that the truth names, each by itself: what stands together, stands together in one of them. */
function trueTexts({ articles, furniture = [] }) {
  const texts = articles.flatMap((article) => [
    ...article.paragraphs,
    ...article.captions,
    ...["section", "kicker", "headline", "deck", "byline", "pullquote", "jump"].map((key) => article[key] ?? ""),
    (article.headlineLines ?? []).join(""),
  ]);
  return [...texts, ...furniture.map(({ text }) => text)];
}

/** The words on both sides of each seam in the text as it was put together, up to the next seam. */
function sidesOf(text, { map }) {
  const heads = new Set(map.joins.map(({ head }) => head));
  const place = new Map();
  for (const [field, { pieces }] of map.fields.entries()) {
    const units = [];
    for (const [start, end, put] of pieces) {
      const isKept = put === undefined || words(put) !== "";
      for (let at = start; at < end; at += 1) {
        const code = text.codePointAt(at) ?? 0;
        const word = isKept ? words(String.fromCodePoint(code)) : "";
        // A seam may lie before a mark.
        if (word !== "" || heads.has(at)) units.push({ at, word });
        if (code > 0xffff) at += 1;
      }
    }
    for (const [index, { at }] of units.entries()) place.set(at, { field, index, units });
  }
  return map.joins.map((join) => {
    const found = place.get(join.head);
    if (found === undefined) return { join, before: "", after: "" };
    const { units, index } = found;
    let after = "";
    for (let i = index; i < units.length && after.length < SIDE; i += 1) {
      if (i > index && heads.has(units[i].at)) break;
      after += units[i].word;
    }
    let before = "";
    for (let i = index - 1; i >= 0 && before.length < SIDE; i -= 1) {
      before = units[i].word + before;
      if (heads.has(units[i].at)) break;
    }
    return { join, before, after };
  });
}

function verdictOn(before, after, truths, dump) {
  if (before === "" || after === "" || before.length + after.length < LEAST) {
    return { verdict: "unclear", why: "too few words beside the seam" };
  }
  const isTrue = (run) => truths.some((text) => text.includes(run));
  if (isTrue(before + after)) return { verdict: "right", why: "together in the truth" };
  // A character read otherwise that does not touch the seam says nothing about the join.
  const near = SIDE / 2;
  const isMisreadBefore = !isTrue(before);
  const isMisreadAfter = !isTrue(after);
  if (isMisreadBefore !== isMisreadAfter) {
    const closer = isMisreadBefore ? before.slice(-near) + after : before + after.slice(0, near);
    if (closer.length >= LEAST && isTrue(closer))
      return { verdict: "right", why: "together in the truth, but for a misreading" };
  }
  if (isMisreadBefore) return { verdict: "unclear", why: `“${before}” is nowhere in the truth` };
  if (isMisreadAfter) return { verdict: "unclear", why: `“${after}” is nowhere in the truth` };
  const loss = truths.map((text) => lossBetween(before, after, text, dump)).find((found) => found !== null);
  if (loss !== undefined) return { verdict: "unclear", why: loss };
  return { verdict: "wrong", why: "apart in the truth" };
}

/** The two sides stand near each other, and the dump has lost or doubled what is between them. */
function lossBetween(before, after, text, dump) {
  for (let at = text.indexOf(before); at >= 0; at = text.indexOf(before, at + 1)) {
    const end = at + before.length;
    for (
      let next = text.indexOf(after, Math.max(0, end - LONGEST_LOSS));
      next >= 0;
      next = text.indexOf(after, next + 1)
    ) {
      if (next > end + LONGEST_LOSS) break;
      if (next >= end && !isInDump(text.slice(end, next), dump)) return `the dump has lost “${text.slice(end, next)}”`;
      const doubled = text.slice(next, end);
      if (next < end && next >= at - LONGEST_LOSS && dump.text.split(doubled).length > text.split(doubled).length) {
        return `the dump has “${doubled}” twice`;
      }
    }
  }
  return null;
}

function isInDump(run, dump) {
  if (run.length < GRAM) return dump.lines.has(run);
  let found = 0;
  for (let at = 0; at + GRAM <= run.length; at += 1) if (dump.text.includes(run.slice(at, at + GRAM))) found += 1;
  return found / (run.length - GRAM + 1) >= SHARE_IN_DUMP;
}
