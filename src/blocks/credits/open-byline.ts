/**
 * A byline that a scan has read into the text it stands above: 本报记者␠石小舟␠通讯员␠孟帆␠县图书馆……
 *
 * It begins with the paper and a role, or is a name and what was done, 石小舟␠文/摄, and the blank behind it is left. Not the reporter who is the subject of the
 * sentence: 本报记者␠石小舟␠昨天从县图书馆获悉.
 */
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { isBlankCode } from "../../text/chars.ts";
import type { Credits } from "./credit.ts";
import { opensCredits, readBylineLine } from "./credits.ts";
import { surnameLength } from "./surnames.ts";
import type { CreditVocabulary } from "./vocabulary.ts";

export interface OpenByline {
  readonly credits: Credits;
  /** Offset of the text behind it. */
  readonly end: number;
}

const OPENS = /^\s*(?:本[报報刊]|新[华華]社|中新社)[〇㐀-鿿]{0,6}(?:[记記]者|[评評][论論][员員]|通[讯訊][员員])/;
const SAYS_WORK = /^\s*[〇㐀-鿿]\s?[〇㐀-鿿]{1,3}\s+(?:文[/／]?[摄攝图圖]|[摄攝]影[报報]道|[图圖]文[报報]道)\s/;
const REACH = 48;
const SHORTEST = 6;
/** What a reporter does who is the subject. */
const REPORTER_ACTS =
  /[获獲]悉|了解到|[采採]访|[采採]訪|看到|[来來]到|走[进進访訪]|探[访訪]|[专專][访訪]|[见見][到证證]|[联聯]系|[联聯]繫|[拨撥][通打]|注意到|[发發][现現]|跟[随隨]|[体體][验驗]|赶到|趕到|登上|[报報][道導]|[为為]您|[从從].{1,16}[获獲得]/;
const FIRST_CLAUSES = 36;
/** Less text behind it may be what is left of a printed line. */
const SHORTEST_TEXT = 40;

export function readOpenByline(text: string, vocabulary: CreditVocabulary): OpenByline | null {
  const head = text.slice(0, REACH);
  if (!OPENS.test(head) && !(/\s[文摄攝图圖]/.test(head) && SAYS_WORK.test(head))) return null;
  let found: OpenByline | null = null;
  for (let end = SHORTEST; end < REACH && end < text.length; end += 1) {
    if (!isBlankCode(text.charCodeAt(end)) || isBlankCode(text.charCodeAt(end - 1))) continue;
    const credits = readBylineLine(text.slice(0, end), vocabulary);
    if (credits === null || credits.isPhoto || credits.authors.length === 0) continue;
    const saysWork = credits.parts.some(({ kind }) => kind === "work");
    if (!credits.authors.every(({ role, name }) => (role !== null || saysWork) && isName(name, vocabulary.lexicon)))
      continue;
    // 本报记者␠石小舟␠通讯员␠孟帆: the first name alone would be one, too.
    if (opensCredits(text.slice(end), vocabulary)) continue;
    found = { credits, end };
  }
  if (found === null) return null;
  const rest = text.slice(found.end).trimStart();
  if (rest.length < SHORTEST_TEXT || REPORTER_ACTS.test(rest.slice(0, FIRST_CLAUSES))) return null;
  return found;
}

function isName(name: string, lexicon: Lexicon): boolean {
  const simple = lexicon.simplify(name);
  const given = simple.length - surnameLength(simple);
  return given < simple.length && given > 0 && given <= 2;
}
