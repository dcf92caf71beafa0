/** Whether two title lines are halves of one headline. */
import { isAddition, isDashed, opensHeadline, QUOTATION, SURE } from "./title-clues.ts";
import { SHORTEST_HEADLINE } from "./title-length.ts";

/** Weights, in log-odds, fitted with those of `title-clues.ts`. */
const HALVES = 0.75;
const QUESTION_OR_LIST = -1.75;
const CALL = 2.5;
const SHORTEST_DECK = 4;
/** Longest half of a headline on two lines. */
const LONGEST_HALF = 14;
const MOST_APART = 3;
const LEAST_SHARE = 0.75;

/**
 * @returns log-odds that two lines are halves of one headline, 木桥修了又断 / 村民盼了又盼: set in one measure, with no comma in
 * either; against what else they may be.
 */
export function halfOdds(upper: string, lower: string): number {
  if (opensHeadline(upper)) return isDashed(lower) ? -SURE : SURE;
  if (isDashed(lower) || isAddition(lower) || QUOTATION.test(upper) || QUOTATION.test(lower)) return -SURE;
  // 专卖“祖传膏药”␠/ 查！: no deck is a call.
  if (lower.length < SHORTEST_DECK && /[！!？?]$/.test(lower)) return CALL;
  const lengths = [bareLength(upper), bareLength(lower)] as const;
  const [short, long] = [Math.min(...lengths), Math.max(...lengths)];
  if (long > LONGEST_HALF || short < SHORTEST_HEADLINE - 2) return -SURE;
  if (/[，,。；：:\s]/.test(upper) || /[，,。；：:\s]/.test(lower)) return -SURE;
  if (long - short > MOST_APART || short / long < LEAST_SHARE) return -SURE;
  return HALVES + (/、|[？?]$/.test(upper + lower) ? QUESTION_OR_LIST : 0);
}

/** Quotes and title marks take hardly any room in large print. */
function bareLength(line: string): number {
  return line.replace(/[“”「」《》]/g, "").length;
}
