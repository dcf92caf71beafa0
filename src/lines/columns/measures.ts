/** Measures of print that several parts of the unweaving share, in em: a Han character is one. */

/** Full lines of one column differ by this much: digits, marks that hang over or moved to the next line. */
export const SLACK = 1.25;
/** Indent of a paragraph's first line on paper. */
export const INDENT = 2;
/** What a dump makes of it, in blanks. */
export const LEAST_INDENT = 1.5;
export const WIDEST_INDENT = 5.5;
/** No column is narrower. */
export const NARROWEST_COLUMN = 5;
/** Left edges, and lengths of full lines, of columns that go on after a picture. */
export const SAME_EDGE = 1.6;
export const SAME_WIDTH = 2;
/** Pieces of one column begin within so many em of each other: some places are reckoned. */
export const SAME_COLUMN = 3;
