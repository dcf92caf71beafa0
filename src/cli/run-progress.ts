/** How far a folder run has come: on a terminal one line that changes, elsewhere a plain line now and then. */
import { isTerminal, say, saySame } from "./log.ts";

/** Milliseconds between two looks. */
const TERMINAL_PAUSE = 200;
const PLAIN_PAUSE = 30_000;

/** Milliseconds that the rate is taken over: long enough to be calm, short enough to notice a slow disk. */
const RATE_SPAN = 20_000;

/** Back to the start of the line, and the line emptied. */
const CLEAR = "\r\u001b[2K";

export interface Count {
  readonly done: number;
  readonly failed: number;
}

export interface RunProgress {
  /** Takes the line away, before anything else is printed. */
  clear(): void;
  stop(): void;
}

const NONE: RunProgress = { clear: () => {}, stop: () => {} };

/** @param count looked at now and then. */
export async function showProgress(total: number, isQuiet: boolean, count: () => Count): Promise<RunProgress> {
  if (isQuiet) return NONE;
  const isLive = await isTerminal(2);
  const meter = new Meter(total, Date.now());
  let isShown = false;
  const show = (): void => {
    const line = meter.line(count(), Date.now());
    isShown = isLive;
    if (isLive) saySame(`${CLEAR}${line}`);
    else say(`jianbao: ${line}`);
  };
  const clear = (): void => {
    if (isShown) saySame(CLEAR);
    isShown = false;
  };
  const timer = setInterval(show, isLive ? TERMINAL_PAUSE : PLAIN_PAUSE);
  return {
    clear,
    stop() {
      clearInterval(timer);
      clear();
    },
  };
}

/** Pages, rate and time left, in words. Times are given to it, in milliseconds. */
export class Meter {
  readonly #total: number;
  /** Looks of the last seconds, oldest first. */
  readonly #looks: { readonly time: number; readonly done: number }[];

  constructor(total: number, start: number) {
    this.#total = total;
    this.#looks = [{ time: start, done: 0 }];
  }

  /** `1234/50000 pages, 131/s, 6m 12s left, 2 failed`. */
  line({ done, failed }: Count, now: number): string {
    const looks = this.#looks;
    looks.push({ time: now, done });
    while (looks.length > 2 && now - (looks[1]?.time ?? now) >= RATE_SPAN) looks.shift();
    const [first = { time: now, done }] = looks;
    const seconds = (now - first.time) / 1000;
    const rate = seconds > 0 ? (done - first.done) / seconds : 0;
    const left = rate > 0 ? `, ${duration((this.#total - done) / rate)} left` : "";
    return `${done}/${this.#total} pages, ${rateInWords(rate)}${left}${failed > 0 ? `, ${failed} failed` : ""}`;
  }
}

function rateInWords(perSecond: number): string {
  if (perSecond >= 10) return `${Math.round(perSecond)}/s`;
  return perSecond >= 1 || perSecond === 0 ? `${perSecond.toFixed(1)}/s` : `${(perSecond * 60).toFixed(1)}/min`;
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole}s`;
  if (whole < 3600) return `${Math.floor(whole / 60)}m ${whole % 60}s`;
  return `${Math.floor(whole / 3600)}h ${Math.floor((whole % 3600) / 60)}m`;
}
