/** One line on a terminal that says how far a long run has come. */
import { isTerminal, saySame, visible } from "./log.ts";

/** Milliseconds between two changes of the line: fast enough to look alive, too slow to cost anything. */
const PAUSE = 100;

/** Code points of a path that are shown; the end says more than the start. */
const SHOWN_PATH = 36;

/** Back to the start of the line, and the line emptied. */
const CLEAR = "\r\u001b[2K";

export interface Progress {
  show(done: number, path: string): void;
  /** Takes the line away, before anything else is printed. */
  clear(): void;
}

export async function startProgress(total: number, isQuiet: boolean): Promise<Progress> {
  if (isQuiet || !(await isTerminal(2))) return { show: () => {}, clear: () => {} };
  let last = 0;
  let isShown = false;
  return {
    show(done, path) {
      const now = Date.now();
      if (now - last < PAUSE) return;
      last = now;
      isShown = true;
      const points = [...visible(path)];
      const end = points.length > SHOWN_PATH ? `…${points.slice(-SHOWN_PATH).join("")}` : points.join("");
      saySame(`${CLEAR}${done}/${total} ${end}`);
    },
    clear() {
      if (isShown) saySame(CLEAR);
      isShown = false;
    },
  };
}
