/**
 * What a page of blocks or of Markdown in UTF-8 does not need: a third of the stages.
 * build.mjs has each function of this list opened at its first call, and not at start; so it may be of functions only.
 */
export { align } from "../articles/align.ts";
export { shuffledFrames } from "../articles/shuffled-frames.ts";
export { partVerses } from "../articles/verse-lines.ts";
export { formPrinted } from "../blocks/form-printed.ts";
export { reorderLines } from "../blocks/frames/reorder.ts";
export { areWords, takeWords } from "../coat/boxed-words.ts";
export { findBoxes } from "../coat/boxes.ts";
export { fieldEdits, withoutFields } from "../coat/fields.ts";
export { entityEdits, escapedTagEdits, tagEdits } from "../coat/html.ts";
export { betweenPages, readJson } from "../coat/json.ts";
export { readLayoutMarks } from "../coat/layout-marks.ts";
export { detect } from "../decode/detect.ts";
export { readPairs } from "../decode/pairs.ts";
export { readUtf16 } from "../decode/utf16.ts";
export { putInPlace } from "../join/pieces-in-place.ts";
export { findFaults, isProfileFile } from "../profiles/faults.ts";
export { convertPage } from "../script/convert-page.ts";
