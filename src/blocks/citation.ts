/**
 * The source of a reprint below its text: `《柳溪日报》（2016年2月18日02版）`, `（原载《瀾州日报》2021年6月13日）`. A paragraph of its
 * own, no title and no folio. Not `《柳溪日报》复刊`, a headline.
 */
const CITATION =
  /^[（(]?(?:原载|原載|摘自|选自|選自|转自|轉自|据|據|来源[:：]?|來源[:：]?)?《[^《》。]{2,20}》[（(]?[12]\d{3}年\d{1,2}月\d{1,2}日第?[A-Z]?\d{0,3}版?[^〇㐀-鿿]{0,2}$/;
const LONGEST_CITATION = 48;

export function isCitation(words: string): boolean {
  if (words.length > LONGEST_CITATION * 2 || !words.includes("《")) return false;
  const tight = words.replace(/\s+/g, "");
  return tight.length <= LONGEST_CITATION && CITATION.test(tight);
}
