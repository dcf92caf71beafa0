/** What `--help` shows below the options. */

export const MAIN_EXAMPLES = `
Examples:
  jianbao page.txt                          JSON on stdout
  cat page.txt | jianbao                    the same
  jianbao page.txt -o page.json             one page into a file
  jianbao scans/ -o json/                   a folder, mirrored: scans/a/b.txt becomes json/a/b.json
  jianbao 'scans/2020-*/A*.txt' -o json/    a glob (quoted)
  jianbao page.txt --profile my-paper.json  with a newspaper of your own
  jianbao check fixtures/pages              what has changed since the fixtures were accepted
  jianbao verify json/ --source scans/      proof that every character of the scans is accounted for

Exit codes: 0 done; 1 findings (check differs, verify fails, --strict met a warning);
2 a page or the command line could not be handled; 130 interrupted.
Data goes to stdout, all else to stderr. A file named like a command is given as ./check.`;

export const CHECK_NOTE = `
A fixture is a folder with raw.txt, expected.json and, if the paper needs one, profile.json.
A difference reads [-what expected.json says-]{+what is made now+}, red and green on a terminal; ␠ is a blank.

Examples:
  jianbao check fixtures/pages              exit 0 if all are the same, 1 if one differs
  jianbao check fixtures/pages/kicker       one fixture
  jianbao check fixtures/pages --update     accept, after reading the differences`;

export const VERIFY_NOTE = `
Pages written with --map are proved from the JSON and the dump alone. Pages without a map are restored again, compared
with the JSON, and proved with the map made then.

Examples:
  jianbao verify json/ --source scans/
  jianbao page.txt --map -o page.json && jianbao verify page.json --source page.txt`;
