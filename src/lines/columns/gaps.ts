/**
 * What the blanks inside a fragment are, as far as they and the characters beside them tell.
 *
 * In: a gap, the text. Out: whether it is in a line set wide, a byline or the end of a caption. Never: looks at other lines.
 */

interface Span {
  readonly from: number;
  readonly to: number;
}

const ENDS_WITH_ROLE = /(?:记者|記者|通讯员|通訊員|实习生|實習生|摄影|攝影)$/u;
const STARTS_WITH_ROLE =
  /^(?:首席|见习|見習|本报|本報|全媒体|全媒體)?(?:记者|記者|通讯员|通訊員|实习生|實習生|摄影|攝影)/u;
/** What such an end or start ends and starts with: most gaps are told by the characters beside them. */
const LAST_OF_ROLE = "者员員生影";
const FIRST_OF_ROLE = "首见見本全记記通实實摄攝";

export function isInByline(text: string, { from, to }: Span): boolean {
  return (
    (LAST_OF_ROLE.includes(text.charAt(from - 1)) && ENDS_WITH_ROLE.test(text.slice(from - 3, from))) ||
    (FIRST_OF_ROLE.includes(text.charAt(to)) && STARTS_WITH_ROLE.test(text.slice(to, to + 6)))
  );
}

/** `记者   杜若兰）`, `通讯员  孟帆`: a name alone, and the byline ends or has another blank. */
const NAME = /^[〇㐀-鿿]{2,4}(?:[）)\s]|$)/u;

export function isBeforeName(text: string, { from, to }: Span): boolean {
  return (
    LAST_OF_ROLE.includes(text.charAt(from - 1)) &&
    ENDS_WITH_ROLE.test(text.slice(from - 3, from)) &&
    NAME.test(text.slice(to, to + 5))
  );
}

/** `攝`, `杜若兰 摄`, `村委会供图`, `新华社发`, up to the next wide blanks. */
const CREDIT = /^(?:\S{2,8}? ?)?(?:[摄攝]|供[图圖]|社[发發])[）)]?(?=\s|$)/u;
const LONGEST_CREDIT = 13;

export function isInCaption(text: string, { from, to }: Span): boolean {
  const isBehindName = "摄攝供".includes(text.charAt(to));
  return (isBehindName || text.charAt(from - 1) === "。") && CREDIT.test(text.slice(to, to + LONGEST_CREDIT));
}

/** Two characters in a row beside this gap that stand apart. */
export function isWideSet(gaps: readonly { readonly ems: number }[], index: number, ems: number): boolean {
  const at = (i: number): number => (i < 0 ? 0 : (gaps[i]?.ems ?? ems));
  const isShort = (i: number): boolean => i >= 0 && i <= gaps.length && at(i) - at(i - 1) <= 1.5;
  return isShort(index) && (isShort(index + 1) || isShort(index - 1));
}
