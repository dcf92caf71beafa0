/** Controls but for line ends and tabs, joiners, and marks that choose a glyph: `2\u200d020年` prints 2020年. Global. */
export const UNPRINTED = /\p{Cf}|[\ufe00-\ufe0f]|(?![\t\n\f\r])\p{Cc}/gu;
