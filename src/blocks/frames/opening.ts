/**
 * Which paragraph opens an article that no dateline opens.
 *
 * In: the paragraphs of one article. Out: the index of the one whose words say so, or -1. News begins with its day
 * (3月7日，…；日前), and with the full name of what it later calls by a short one: 《关于做好…工作的通知》, later 《通知》.
 */

const OPENS_WITH_DAY =
  /^(?:\d{1,4}年)?(?:\d{1,2}月)?\d{1,2}日|^(?:近日|日前|昨[天日]|今[天日]|上周|[本上]月|记者|記者).{0,6}[，,]|^[^。，]{0,12}(?:近日|日前)/;
const INTRODUCES = /以下[简簡][称稱]/;
const DAY = 2;
const INTRODUCTION = 3;
const LONGEST_SHORT_NAME = 5;
const REACH = 60;

export function openingOf(paragraphs: readonly string[]): number {
  const scores = paragraphs.map((words, i) => {
    let score = OPENS_WITH_DAY.test(words.slice(0, REACH)) ? DAY : 0;
    if (INTRODUCES.test(words) || hasFullName(words, paragraphs, i)) score += INTRODUCTION;
    return score;
  });
  const most = Math.max(0, ...scores);
  return most > 0 && scores.filter((score) => score === most).length === 1 ? scores.indexOf(most) : -1;
}

/** A long name in title marks whose end other paragraphs have in title marks alone. */
function hasFullName(words: string, paragraphs: readonly string[], index: number): boolean {
  for (const [, name = ""] of words.matchAll(/《([^《》]{6,60})》/g)) {
    for (let length = 2; length <= LONGEST_SHORT_NAME; length += 1) {
      const short = `《${name.slice(-length)}》`;
      if (paragraphs.some((other, i) => i !== index && other.includes(short))) return true;
    }
  }
  return false;
}
