/** Credits that stand in brackets and nothing else: （市民 杜若兰）. Behind a text they sign it. */
const IN_BRACKETS = /^\s*[（(].*[）)]\s*$/s;

export function isInBrackets(words: string): boolean {
  return IN_BRACKETS.test(words);
}

/** （作者系本市教师）, （外一首）: one bracket and nothing beside it but marks of emphasis. */
export function isOneBracket(words: string): boolean {
  return ONE_BRACKET.test(words);
}

const ONE_BRACKET = /^[\s*]*[（(][^（()）]*[）)][\s*]*$/;

/** 任免名单（…会议通过）: the note behind a title is none of its words. */
export function withoutNote(words: string): string {
  return /[）)]\s*$/.test(words) ? words.replace(/[（(][^（）()]*[）)]\s*$/, "") : words;
}
