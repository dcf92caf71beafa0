/** Credits of pictures that a line end has cut: 茶农在晒场上翻晒新茶。 本报记 / 者 尹长河 摄, （通讯员 贺青 / 摄）. */
import { mayEndWithCredit, readPhotoCredit } from "./photo.ts";
import type { CreditVocabulary } from "./vocabulary.ts";

/** Characters of the rest of a credit, of the line that it begins on, and of the caption before it. */
const LONGEST_REST = 14;
const LONGEST_LINE = 60;
const SHORTEST_CAPTION = 4;

/** A cheap look first: what the rest ends in, or what the line ends in before a name: 摄影/ */
const ENDS = "摄攝影图圖照片供给給）)";
const OPENS = "/／:：";

/** @param below the next line, if it may belong to this one. */
export function cutsPhotoCredit(line: string, below: string | null, vocabulary: CreditVocabulary): boolean {
  if (below === null || below.length > LONGEST_REST || line.length > LONGEST_LINE) return false;
  if (!ENDS.includes(below.charAt(below.length - 1)) && !OPENS.includes(line.charAt(line.length - 1))) return false;
  const whole = line + below;
  const credit = mayEndWithCredit(whole) ? readPhotoCredit(whole, vocabulary) : null;
  if (credit === null || credit.start >= line.length) return false;
  return credit.start > SHORTEST_CAPTION || (credit.start === 0 && /^[（(]/.test(line));
}
