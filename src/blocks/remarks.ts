/**
 * What a model that reads pictures says around the page: 以下是图片中的文字内容：, 以上为全部内容，请核对原图。
 *
 * In: the blocks of a page. Out: the same, such remarks at its two ends named. Never: looks between the first and the last
 * words of the page, nor at a line that neither speaks of the picture and of reading it
 * nor speaks to whoever has asked.
 */
import { plain } from "../text/sourced.ts";
import { type Block, changed } from "./block.ts";

/** 好的，以下是从图片中提取的文字：, Here is the text of the image: */
const OPENING =
  /^(?:好的|当然|當然|以下|下面|这[是张张里]|這[是張裡]|根据|根據|我已|您|图[片像中]|圖[片像中]|Here|Below|The following|Sure|Certainly|I have|This (?:is|image))/i;
const CLOSING =
  /^[（(【[*]*(?:以上|注|备注|備註|说明|說明|如|由于|由於|请注意|請注意|希望|The above|Note|Please|I hope)/i;
const PICTURE =
  /图片|图像|圖片|圖像|原图|原圖|照片|扫描|掃描|截图|截圖|版面|页面|頁面|\b(?:image|picture|photo|scan|page)\b/i;
const READING =
  /识别|辨識|識別|提取|转录|轉錄|转写|轉寫|文字内容|文字內容|文本内容|的文字|全部内容|全部文字|核对|核對|OCR|\b(?:text|transcri\w*|extract\w*|OCR)\b/i;
const LONGEST_REMARK = 120;
/** 好的，这是您要的内容： Not 当然，这样做也有风险。, with which a column may begin. */
const AGREEING = /^(?:好的|当然|當然|没问题|沒問題|Sure|Certainly|Of course)[，,!！。.].{0,40}[:：]$/i;
/** 如果您需要进一步的帮助，请告诉我！ A paper speaks neither of itself as 我 nor to one reader: 希望有关部门进一步处理。 */
const OFFERING =
  /^(?:如果?|若|希望|需要|If |Let me know|Feel free).{0,40}(?:告[诉知訴]我(?![们們])|[帮幫]助到?[你您]|let me know|further help|anything else)/i;

export function withRemarks(blocks: readonly Block[]): readonly Block[] {
  const last = blocks.length - 1;
  const isOpening = isRemark(blocks[0], OPENING, AGREEING);
  const isClosing = last > 0 && isRemark(blocks[last], CLOSING, OFFERING);
  if (!isOpening && !isClosing) return blocks;
  return blocks.map((block, i) =>
    (isOpening && i === 0) || (isClosing && i === last) ? changed(block, { role: "remark", confidence: 0.9 }) : block,
  );
}

/** @param start how a remark on the picture begins. @param plainly what is said to a person who has asked. */
function isRemark(block: Block | undefined, start: RegExp, plainly: RegExp): boolean {
  if (block === undefined || block.lines.length > 1) return false;
  const words = plain(block.text).trim();
  if (words.length > LONGEST_REMARK) return false;
  if (plainly.test(words)) return true;
  // 以下是识别结果： announces what follows, and need not name the picture.
  return start.test(words) && (PICTURE.test(words) || /[:：]$/.test(words)) && READING.test(words);
}
