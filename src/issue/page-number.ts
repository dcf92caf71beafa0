/** Page numbers as papers and file names write them: A03, 03, 3, 三, 第三版. */

export interface PageNumber {
  /** Section of the paper: A, B, T. Empty where pages are numbered through. */
  readonly section: string;
  readonly number: number;
}

const HAN_DIGITS = "零一二三四五六七八九";
const FULL_WIDTH_SHIFT = 0xfee0;

/** @returns null where the text is no page number. */
export function readPageNumber(text: string): PageNumber | null {
  const tight = text
    .replace(/\s+/gu, "")
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (wide) =>
      String.fromCharCode(wide.charCodeAt(0) - FULL_WIDTH_SHIFT),
    )
    .replace(/^第|版$/g, "");
  const found = /^([A-Za-z]?)0*(\d{1,3})$/.exec(tight);
  if (found !== null) return { section: (found[1] ?? "").toUpperCase(), number: Number(found[2]) };
  const number = readHan(tight);
  return number === null ? null : { section: "", number };
}

/** 三, 十二, 二十: up to 99. */
function readHan(text: string): number | null {
  const found = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (found === null || text === "") return null;
  const [, tens = "", ten, ones = ""] = found;
  if (ten === undefined) return ones === "" && tens !== "" ? HAN_DIGITS.indexOf(tens) : null;
  return (tens === "" ? 1 : HAN_DIGITS.indexOf(tens)) * 10 + (ones === "" ? 0 : HAN_DIGITS.indexOf(ones));
}

/** `A3` for A03, `3` for 第三版. */
export function showPageNumber({ section, number }: PageNumber): string {
  return `${section}${section === "" ? number : String(number).padStart(2, "0")}`;
}

/**
 * The pages that a jump line may mean: those of that very number; else, where it names no section or the pages have
 * none, those of the section it stands in, and then those of the number alone.
 */
export function pagesMeant<T extends { readonly number: PageNumber | null }>(
  target: PageNumber,
  from: PageNumber | null,
  pages: readonly T[],
): readonly T[] {
  const sameNumber = pages.filter(({ number }) => number?.number === target.number);
  const exact = sameNumber.filter(({ number }) => number?.section === target.section);
  if (exact.length > 0) return exact;
  if (target.section !== "") return sameNumber.filter(({ number }) => number?.section === "");
  const ofSection = sameNumber.filter(({ number }) => number?.section === from?.section);
  return ofSection.length > 0 ? ofSection : sameNumber;
}
