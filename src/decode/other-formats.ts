/**
 * Files that hold a page and are no text: what their first bytes say, and which program gets the text out.
 *
 * In: the bytes of a dump. Out: the format and what to do, or null. Never: looks further than the first bytes.
 */

interface OtherFormat {
  /** The bytes that every such file begins with, as Latin-1. */
  readonly begins: string;
  readonly name: string;
  readonly advice: string;
}

const RECOGNISE = "run an OCR engine on it, and give its text";
const SAVE = "save it as plain text (UTF-8), and give that";
const UNPACK = "unpack it, and give the files that are in it";

const OTHER_FORMATS: readonly OtherFormat[] = [
  { begins: "%PDF-", name: "a PDF", advice: "give its text: pdftotext -layout page.pdf page.txt" },
  { begins: "\x89PNG\r\n", name: "a PNG image", advice: RECOGNISE },
  { begins: "\xff\xd8\xff", name: "a JPEG image", advice: RECOGNISE },
  { begins: "II*\0", name: "a TIFF image", advice: RECOGNISE },
  { begins: "MM\0*", name: "a TIFF image", advice: RECOGNISE },
  { begins: "AT&TFORM", name: "a DjVu file", advice: "give its text: djvutxt page.djvu page.txt" },
  { begins: "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", name: "a Word or Excel file", advice: SAVE },
  { begins: "{\\rtf1", name: "an RTF file", advice: SAVE },
  { begins: "PK\x03\x04", name: "a ZIP archive or a Word file (.docx)", advice: `${UNPACK}; a Word file: ${SAVE}` },
  { begins: "\x1f\x8b\x08", name: "gzip data", advice: UNPACK },
  { begins: "Rar!\x1a", name: "a RAR archive", advice: UNPACK },
  { begins: "7z\xbc\xaf\x27\x1c", name: "a 7-Zip archive", advice: UNPACK },
];

export function otherFormat(bytes: Buffer): OtherFormat | null {
  return OTHER_FORMATS.find(({ begins }) => bytes.toString("latin1", 0, begins.length) === begins) ?? null;
}
