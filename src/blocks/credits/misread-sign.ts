/**
 * The sign of a photo credit as scans misread it: 尹长河 报 for 尹长河 摄.
 *
 * In: a text. Out: the same with 摄 in the sign's place, of the same length, to read the credit by; the text that is printed
 * stays as it is. Never: takes the name of a paper for a credit, 云溪晚报 or 云 溪 晚 报.
 */
import { surnameRank } from "./surnames.ts";

/** What the small and dense 摄 is read as most often; 報 for 攝. */
const SIGNS = "报報";
/**
 * Behind a full stop or a role and a name, with a gap; or behind a stroke: …观测棚里记录。 尹长河 报, 记者 尹长河 报, 尹长河/报.
 */
const CREDIT =
  /(?:[。！？]\s*|[，,.]\s*\n|[记記]者\s*)(?:[〇㐀-鿿]{2,4}|(?<spaced>[〇㐀-鿿](?:\s[〇㐀-鿿]{1,2}){1,3}))\s+[报報]$|[〇㐀-鿿]{2,4}\s?[/／]\s?[报報]$/;
const REACH = 24;

export function withPhotoSign(text: string): string {
  const last = text.length - 1;
  if (last < 0 || !SIGNS.includes(text.charAt(last))) return text;
  const found = CREDIT.exec(text.slice(-REACH));
  const spaced = found?.groups?.["spaced"];
  if (spaced !== undefined && surnameRank(spaced.charCodeAt(0)) === 0) return text;
  return found !== null ? `${text.slice(0, last)}摄` : text;
}
