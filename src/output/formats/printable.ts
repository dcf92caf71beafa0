/** Text for readers and programs that cannot take every code unit. */

const REPLACEMENT = "\ufffd";

/**
 * What XML 1.0 forbids and a terminal would obey: controls but tab and line ends, halves of surrogate pairs, U+FFFE and
 * U+FFFF. Matches NUL and ESC; leaves U+0085, which XML allows.
 */
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/** DEL and the C1 controls, which XML allows and a terminal obeys. Matches U+009B; leaves U+00A0. */
const TERMINAL_CONTROL = /[\u007f-\u009f]/g;

/** Each character that XML cannot hold as U+FFFD, so that it is seen that something stood there. */
export function xmlCharacters(text: string): string {
  return text.replace(NOT_IN_XML, REPLACEMENT);
}

/** Text that may be shown as it is. */
export function printable(text: string): string {
  return xmlCharacters(text).replace(TERMINAL_CONTROL, REPLACEMENT);
}
