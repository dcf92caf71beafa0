/**
 * Bylines (署名) as a whole: the text of a possible one, its parts and the people it names.
 *
 * In: text, blanks as the scan left them. Out: credits, or null where it does not read as a byline from end to end; the
 * grammar is in `grammar.ts`. Never: changes text; `repair/credit` does that.
 */
import { type Credits, moved } from "./credit.ts";
import { fold } from "./fold.ts";
import { CreditReading } from "./grammar.ts";
import { firstToken, tokenise } from "./tokens.ts";
import type { CreditVocabulary } from "./vocabulary.ts";

/** Longest byline, characters without blanks. */
export const LONGEST_BYLINE = 120;

/** @param isBracketed the text stood in the bracket of a dateline: unusual and bare names are names there. */
export function readCredits(text: string, vocabulary: CreditVocabulary, isBracketed = false): Credits | null {
  if (text.length < 2 || text.length > LONGEST_BYLINE * 2) return null;
  if (!isBracketed && !vocabulary.hints.mayBeByline(text)) return null;
  return readHinted(text, vocabulary, isBracketed);
}

function readHinted(text: string, vocabulary: CreditVocabulary, isBracketed: boolean): Credits | null {
  const folded = fold(text, vocabulary.lexicon);
  if (folded.tight.length < 2 || folded.tight.length > LONGEST_BYLINE) return null;
  const tokens = tokenise(folded, vocabulary, isBracketed);
  return tokens === null ? null : new CreditReading(folded, tokens, vocabulary, isBracketed).read();
}

/** A byline from end to end, in brackets or not: a role, an outlet or a mark, and names; or an outlet's 评论员. */
export function readBylineLine(text: string, vocabulary: CreditVocabulary): Credits | null {
  if (text.length > LONGEST_BYLINE * 2 || !vocabulary.hints.mayBeByline(text)) return null;
  const bracket = WHOLE_BRACKET.exec(text);
  const inner = bracket?.groups?.["inner"];
  const credits = readHinted(inner ?? aboutPeople(text), vocabulary, false);
  if (credits === null || !credits.isMarked) return null;
  return inner === undefined ? credits : moved(credits, text.indexOf(inner));
}

/** Whether a text begins with a mark, an outlet or a role. */
export function opensCredits(text: string, vocabulary: CreditVocabulary): boolean {
  const first = firstToken(fold(text, vocabulary.lexicon, OPENING_REACH), vocabulary);
  return first === "mark" || first === "outlet" || first === "role" || first === "work";
}

/** A long outlet with its blanks, and the role behind it. */
const OPENING_REACH = 60;

/** The credits of a line without what it says besides. */
function aboutPeople(text: string): string {
  const isDescribed = "）)".includes(text.trimEnd().slice(-1));
  return (isDescribed ? DESCRIBED : BESIDES).exec(text)?.groups?.["credits"] ?? text;
}

/** 作者：石青（媒体评论员）, ◎石青（兰城市民，教师）: what the bracket says of somebody is no part of the credits. */
const DESCRIBED =
  /^(?<credits>[^（()）]{3,40})[（(](?:作者)?[系为為]?[〇㐀-鿿、，,·]{0,18}(?:[员員]|家|[长長]|[师師]|授|者|人|民|主任|[学學]生|博士|大[学學]|[学學]院|中[学學]|小[学學]|公司)[）)]\s*$/;
/** 本刊记者 石青 发自兰城: from where; 文/石青 图/受访者提供: who let the paper have the picture. */
const BESIDES =
  /^(?<credits>[^，。]{3,40}?)\s+(?:[发發]自\s?[〇㐀-鿿、]{2,8}|(?:[图圖]片?|[摄攝]影?)\s?[/／:：]\s?[〇㐀-鿿]{2,6}(?:提供|供[图圖]))\s*$/;
const WHOLE_BRACKET = /^\s*[（(〈〔【[](?<inner>[^（）()〈〉〔〕【】[\]]*)[）)〉〕】\]]\s*$/;
