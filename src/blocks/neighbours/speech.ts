/** Who speaks in an interview: 闻人歌：先把话说完。 Whatever else begins so is text as well, however short. */
import { plain } from "../../text/sourced.ts";
import type { Block } from "../block.ts";
import { isInBrackets } from "../in-brackets.ts";
import type { Seen } from "./question.ts";

/** A name or role, with its colon. */
const LONGEST_LABEL = 7;
const LABEL = /^\s*([〇㐀-鿿·]{1,6})[：:]/;

/** The labels that open whole sentences of the page. 法院： above three cases opens subheads only. */
export function speakersOf(seen: readonly Seen[]): ReadonlySet<string> {
  const speakers = new Set<string>();
  for (const { block, words, endsSentence } of seen) {
    const speaker = endsSentence && block.role === "body" ? speakerOf(words) : null;
    if (speaker !== null) speakers.add(speaker);
  }
  return speakers;
}

export function isSpeech({ words }: Seen, speakers: ReadonlySet<string>): boolean {
  if (speakers.size === 0) return false;
  const speaker = speakerOf(words);
  return speaker !== null && speakers.has(speaker);
}

/** @returns who speaks, by what opens the line. */
export function speakerOf(words: string): string | null {
  const colon = words.slice(0, LONGEST_LABEL + 1).search(/[：:]/);
  return colon > 0 ? (LABEL.exec(words)?.[1] ?? null) : null;
}

/** 问：…… / （青石县 石小舟） / 答：……: who asks signs the question, and no article. */
export function isAnswered({ role, text }: Block, below: Seen | undefined): boolean {
  return role === "byline" && isAnswer(below) && isInBrackets(plain(text));
}

export function isAnswer(seen: Seen | undefined): boolean {
  return seen !== undefined && ANSWER.test(seen.words);
}

const ANSWER = /^[\s*]*答[：:]/;
