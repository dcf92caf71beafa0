/** What `--help` shows below the options. */

export const MAIN_EXAMPLES = `
Examples:
  jianbao page.txt                          JSON on stdout
  cat page.txt | jianbao                    the same
  jianbao page.txt -o page.json             one page into a file
  jianbao page.txt -o page.md               the same as Markdown; also .txt .ndjson .jsonld .xml (TEI)
  jianbao scans/ -o json/                   a folder, mirrored: scans/a/b.txt becomes json/a/b.json
  jianbao scans/ -o json/                   once more: goes on where it was stopped, skips what is done
  jianbao 'scans/2020-*/A*.txt' -o json/    a glob (quoted)
  jianbao scans/ --format ndjson            the articles of a folder as one stream, a line each, in the order of the pages
  jianbao page.txt --profile my-paper.json  with a newspaper of your own
  jianbao page.txt --script simplified      a traditional page in simplified characters
  jianbao page.txt --encoding big5          in an encoding that its bytes do not tell
  jianbao scans/ -o json/ --link            articles that run over several pages, whole
  jianbao check fixtures/pages              what has changed since the fixtures were accepted
  jianbao explain page.txt 12:40            which rules touched this character, and why
  jianbao verify json/ --source scans/      proof that every character of the scans is accounted for
  jianbao score json/ --gold gold/          how much of it is right, against what a person knows
  jianbao profile learn scans/ -o my.json   what recurs on the pages of one paper, as a profile

A form feed ends a page: a dump of several pages gives A03.p1.json, A03.p2.json … in a folder, and one JSON document after
another on stdout.
Exit codes: 0 done; 1 findings (check differs, verify fails, score falls short, --strict met a warning);
2 a page or the command line could not be handled; 130 interrupted.
Each page is read in the encoding that its bytes show. Bytes that are no text in it become U+FFFD, each place with a
warning that names them.
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

export const MERGE_NOTE = `
All shards 1/N to N/N must be there. Each output is held against the journal of its shard. What comes out is, byte for byte,
what one run over all pages would have written. Exit code 2 if a page failed in its shard, as in one run.

Examples:
  jianbao scans/ -o json/ --shard 1/2 && jianbao scans/ -o json/ --shard 2/2 && jianbao merge json/
  jianbao merge from-host-a/ from-host-b/ -o json/`;

export const STREAM_NOTE = `
A line in is {"id": "A03", "text": "…"} or {"id": "A03", "path": "scans/A03.txt"}; the id may be any JSON value.
A line out is {"id": "A03", "page": {…}}, the page JSON on one line; a text with form feeds in it gives a line for each of
its pages. A line that is no page is answered, too: {"id": …, "error": {"message": "…", "advice": "…"}}, with the
number of the line where it has no id.
Empty lines are passed over. Exit code 0 when every line has its answer, because Spark, Hadoop Streaming and GNU parallel
take any other for the failure of all; with --strict 2 if one was an error, 1 if a page has a warning.

Examples:
  jq -c '{id, text}' dumps.jsonl | jianbao stream > pages.ndjson
  find scans -name '*.txt' | jq -Rc '{id: ., path: .}' | jianbao stream -j 4`;

export const EXPLAIN_NOTE = `
Every edit and every join of the page in the order of the dump, grouped by rule: the place, the characters before and
after with some around them, and the reason. ␠ is a blank, ⏎ a line end, ⌁ the seam of a join.
With a place: the history of that character, from the dump to the JSON. Exit code 2 if there is no such place.

Examples:
  jianbao explain page.txt
  jianbao explain page.txt 12:40
  jianbao explain page.txt --rule space     the rules about blanks only
  cat page.txt | jianbao explain - --format json`;

export const PROFILE_NOTE = `
learn counts what recurs on the pages and is particular to the paper: its datelines and outlets, roles, section labels
and their marks, lines that belong to no article, column widths. Every entry has its count and two places where it was
seen; a person strikes out what is wrong. check names faults as FILE: KEY: what is wrong; exit code 1 if there are any.

Examples:
  jianbao profile learn scans/ -o my-paper.json
  jianbao profile check my-paper.json
  jianbao scans/ -o json/ --profile ./my-paper.json
  jianbao profile list
  jianbao profile show generic`;

export const SCORE_NOTE = `
out/a/b.json is held against gold/a/b.json; else against the only truth named b.json; else against the one whose
"source" is b.txt. A truth has a list "articles"; of each article these keys are read, all of them optional:
  headline, or titleLines where a truth does not tell the headline from the lines around it; kicker, deck, headlineAlt
  authors: [{ role, name }] or names      paragraphs: texts       captions: texts, or [{ text }]
  subheads: [{ text, beforeParagraph }]   byline, and leadLen: its length where it opens the first paragraph
  bylineKind: "end" where it closes the last one
So a page of jianbao that a person has put right is a truth, too.

An article is found if it shares 80% of the longer body with a true one, in order. "extra" are articles of the page that
are no true one; "split" true articles that were cut, "merged" articles of the page that hold two. "paragraphs" are
starts of paragraphs, "+2" two that print has not. The last four columns are character errors in the articles that
were recognised: of Han, letters and digits; with punctuation of any width; with punctuation as printed; with blanks.

Measures for --min: articles (F1), found, precision, headlines, titles (the headline stands in any title line), authors,
roles, paragraphs (F1), captions; at most: cer, cer-words, cer-printed, cer-blanks.

Examples:
  jianbao score json/ --gold gold/
  jianbao score json/A03.json --gold gold/A03.json --list
  jianbao score json/ --gold gold/ --quiet --min articles=0.95,cer=0.02`;
