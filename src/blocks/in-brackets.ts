/** Credits that stand in brackets and nothing else: （市民 杜若兰）. Behind a text they sign it. */
const IN_BRACKETS = /^\s*[（(].*[）)]\s*$/s;

export function isInBrackets(words: string): boolean {
  return IN_BRACKETS.test(words);
}
