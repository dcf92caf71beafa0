/** All that one page on stdout does not need, behind one import: fewer files to open on either path. */
export { work } from "../batch/worker.ts";
export { writeOutput } from "../batch/write.ts";
export { writePage } from "../output/formats/write-page.ts";
export { restoreMany } from "./many-pages.ts";
export { runProgram } from "./program.ts";
