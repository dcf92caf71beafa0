import { hasColon, isDigitCode, isHanCode, isLatinCode, isWordCode } from "../../text/chars.ts";
import { isTableRow } from "../../text/table-row.ts";
import { RUNNING, type TextRule, TITLES } from "../rule.ts";
import { BLANKS, gapsOf } from "./gap.ts";

const SIGNS = new Set([..."%％℃°‰+＋-－×/／$￥¥"].map((sign) => sign.charCodeAt(0)));

/** Newspapers set figures and Latin letters tight against Han text. */
export const besideNumber: TextRule = {
  id: "space/beside-number",
  summary: "A blank between Han text and figures or Latin letters is taken out.",
  roles: [...RUNNING, ...TITLES, "jump"],
  examples: [
    { before: "发放␠40␠瓶消毒液", after: "发放40瓶消毒液" },
    { before: "气温␠16␠℃", after: "气温16℃" },
    { before: "共有␠GDP␠增长", after: "共有GDP增长" },
    { before: "3␠D打印", after: "3D打印", note: "a figure and one capital are one word" },
    { before: "6月20日␠上午␠语文␠8:30-11:00", after: "6月20日␠上午␠语文␠8:30-11:00", note: "a row of a table" },
    { before: "周二␠8:00—17:00␠云溪线：南街", after: "周二␠8:00—17:00␠云溪线：南街", note: "a day and its hours" },
    { before: "iPhone␠15", after: "iPhone␠15", note: "between two words that are not Han" },
  ],
  needs: BLANKS,
  find: (text, view) => {
    if (view.dump !== "spaced" && isTableRow(text)) return [];
    const hours = hoursGaps(text);
    return gapsOf(text)
      .filter((gap) => {
        if (hours.includes(gap.start)) return false;
        const [left, right] = [gap.left, gap.right];
        if (isFigureAndCapital(text, gap.start, gap.end)) return true;
        if (isHanCode(left)) return isWordCode(right) || SIGNS.has(right);
        if (isHanCode(right)) return isWordCode(left) || SIGNS.has(left);
        return SIGNS.has(left) !== SIGNS.has(right) && (isWordCode(left) || isWordCode(right));
      })
      .map((gap) => ({ start: gap.start, end: gap.end, text: "", confidence: 0.99 }));
  },
};

/** 周二␠8:00—17:00␠云溪线, 3月5日␠9:00-11:30␠南街: a line that begins with a day and its hours has them set apart. */
const HOURS =
  /^\s*(?<day>[周週][一二三四五六日天]|星期[一二三四五六日天]|\d{1,2}月\d{1,2}日)\s+(?<hours>\d{1,2}[:：]\d{2}\s*[—–~～-]+\s*\d{1,2}[:：]\d{2})\s/;

/** Offsets of the two blanks of such a line. */
function hoursGaps(text: string): readonly number[] {
  if (!hasColon(text)) return [];
  const first = text.trimStart().charAt(0);
  const found = isDigitCode(first.charCodeAt(0)) || "周週星".includes(first) ? HOURS.exec(text) : null;
  const { day, hours } = found?.groups ?? {};
  if (day === undefined || hours === undefined) return [];
  const from = text.indexOf(day) + day.length;
  return [from, text.indexOf(hours, from) + hours.length];
}

/** 3D, 5G, 4K: a figure and a single capital that no letter follows. */
function isFigureAndCapital(text: string, start: number, end: number): boolean {
  const [left, capital, next] = [text.charCodeAt(start - 1), text.charCodeAt(end), text.charCodeAt(end + 1)];
  return isDigitCode(left) && capital >= 65 && capital <= 90 && !isLatinCode(next);
}
