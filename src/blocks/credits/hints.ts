/**
 * The cheap first look: most texts are no bylines and must be told so by one scan of character codes.
 *
 * In: a raw text. Out: whether it pays to read it. Never: makes a string or runs a regular expression.
 */
import { isBlankCode } from "../../text/chars.ts";

/** Marks that stand before a name or a byline. */
const MARKS = "■□◎○●▲△◆◇☉⊙★☆@";
/** What parts a short role from its name: 文/褚兰, 图|褚兰. */
const BARS = "/／╱∕|｜丨:：";
/**
 * What no byline holds: marks of a sentence (a comma may part names), figures, and the words that nearly every line of
 * running text has and no name or outlet.
 */
const SENTENCE = "。！？!?；“”「『《…%％0123456789的了是被把这這那不到";

const MARK = 1;
const BAR = 2;
const STOP = 4;
const SHORT = 8;
/** Last code unit of a role of two and more. */
const LAST = 16;
const CLOSE = 32;
const BLANK = 64;

/** Traditional forms of characters that roles end in; the counts of the lexicon are not asked for so little. */
const TWINS = "记記讯訊员員图圖摄攝实實习習编編辑輯译譯见見绘繪约約体體频頻读讀画畫写寫报報导導制製师師态態";

const BLANK_STRETCHES = [
  [0, 0xa0],
  [0x2000, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
] as const;

export class CreditHints {
  readonly #flags = new Uint8Array(0x10000);
  readonly #pairs = new Set<number>();

  /** @param roles in simplified characters. */
  constructor(roles: readonly string[], shortRoles: readonly string[]) {
    const raise = (code: number, bit: number): void => {
      this.#flags[code] = (this.#flags[code] ?? 0) | bit;
    };
    const flag = (chars: string, bit: number): void => {
      for (let i = 0; i < chars.length; i += 1) raise(chars.charCodeAt(i), bit);
    };
    flag(MARKS, MARK);
    flag(BARS, BAR);
    flag(SENTENCE, STOP);
    flag("）)】]〕〉", CLOSE);
    // Blanks lie in these stretches; a look at all 65,536 codes costs a cold start 2 ms.
    for (const [from, to] of BLANK_STRETCHES) {
      for (let code = from; code <= to; code += 1) if (isBlankCode(code)) raise(code, BLANK);
    }
    for (const role of shortRoles) for (const form of forms(role.charCodeAt(0))) raise(form, SHORT);
    for (const role of roles) {
      if (role.length < 2) continue;
      for (const last of forms(role.charCodeAt(role.length - 1))) {
        raise(last, LAST);
        for (const before of forms(role.charCodeAt(role.length - 2))) this.#pairs.add(before * 0x10000 + last);
      }
    }
  }

  /** Whether a text holds a role or a mark of bylines. Blanks inside a role count for nothing. */
  hasRole(text: string): boolean {
    return this.#scan(text, false);
  }

  /** The same, and no mark of a sentence anywhere: the text may be a byline from end to end. */
  mayBeByline(text: string): boolean {
    return this.#scan(text, true);
  }

  #scan(text: string, stopsAtSentence: boolean): boolean {
    const flagsOf = this.#flags;
    let previous = 0;
    let before = 0;
    let wasBlank = true;
    let found = false;
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      const flags = flagsOf[code] ?? 0;
      if (flags !== 0) {
        if ((flags & BLANK) !== 0) {
          // 褚兰 摄 贺青 文: a short role between blanks.
          if (!wasBlank && (before & BLANK) !== 0 && this.#isShort(previous)) found = true;
          before = BLANK;
          wasBlank = true;
          continue;
        }
        if ((flags & STOP) !== 0) {
          if (stopsAtSentence) return false;
        } else if (!found) found = this.#shows(flags, code, previous);
      }
      before = wasBlank ? BLANK : 0;
      previous = code;
      wasBlank = false;
    }
    return found || this.#isShort(previous);
  }

  /** Whether a character shows a byline, behind the one before it. */
  #shows(flags: number, code: number, previous: number): boolean {
    if ((flags & MARK) !== 0) return true;
    if ((flags & LAST) !== 0 && this.#pairs.has(previous * 0x10000 + code)) return true;
    if ((flags & (BAR | CLOSE)) !== 0) return this.#isShort(previous);
    return (flags & SHORT) !== 0 && ((this.#flags[previous] ?? 0) & BAR) !== 0;
  }

  #isShort(code: number): boolean {
    return ((this.#flags[code] ?? 0) & SHORT) !== 0;
  }
}

/** A simplified code unit and its traditional form. */
function forms(code: number): number[] {
  const at = TWINS.indexOf(String.fromCharCode(code));
  return at >= 0 && at % 2 === 0 ? [code, TWINS.charCodeAt(at + 1)] : [code];
}

export function isMark(char: string): boolean {
  return char !== "" && MARKS.includes(char);
}

export function isBar(char: string): boolean {
  return char !== "" && BARS.includes(char);
}
