/** The command line as commander reads it: options, commands, help. What they do is one import away. */
import { Command, CommanderError, Option } from "commander";
import { SCRIPTS } from "../lexicon/scripts.ts";
import { FORMATS } from "../output/formats/format.ts";
import { readSchemaText, readWholeIssueSchema } from "../output/schema.ts";
import { VERSION } from "../output/version.ts";
import { check } from "./check.ts";
import { readable } from "./command-error.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { explain } from "./explain.ts";
import { CHECK_NOTE, EXPLAIN_NOTE, MAIN_EXAMPLES, MERGE_NOTE, SCORE_NOTE, STREAM_NOTE, VERIFY_NOTE } from "./help.ts";
import { restoreInputs } from "./main.ts";
import { formatOf, handOptionsOn, refuseStrayLink } from "./main-options.ts";
import { merge } from "./merge.ts";
import { type MainOptions, PLAIN } from "./one-page.ts";
import { print } from "./print.ts";
import { describeProfile } from "./profile-commands.ts";
import { score } from "./score.ts";
import { stream } from "./stream.ts";
import { verify } from "./verify.ts";

export async function runProgram(args: readonly string[]): Promise<ExitCode> {
  let help = "";
  let code: ExitCode = EXIT.done;
  const program = describe((outcome) => {
    code = outcome;
  });
  for (const command of [program, ...program.commands, ...program.commands.flatMap(({ commands }) => commands)]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => {
        help += text;
      },
      writeErr: () => {},
    });
  }
  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw readable(error, program, args);
  }
  if (help !== "") await print(help);
  return code;
}

function describe(finish: (code: ExitCode) => void): Command {
  const program = new Command("jianbao")
    .description("Turns raw OCR text dumps of scanned Chinese newspaper pages into clean article JSON.")
    .version(VERSION, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .enablePositionalOptions()
    .hook("preAction", handOptionsOn)
    .argument("[input...]", "pages: files, folders, quoted globs, or - for stdin")
    .option(
      "-o, --out <path>",
      "folder for the output (mirrors the input), or for one page a file named like the format: page.json",
    )
    .addOption(
      new Option("--format <name>", "what to write: json (or as -o is called), md, txt, ndjson, jsonld, tei").choices(
        FORMATS,
      ),
    )
    .option("--map", "add where every character came from, and every edit and join")
    .option("--profile <id|file>", "newspaper: a built-in profile or the path of your own", "auto")
    .option("--encoding <name>", "of the dump: utf-8, gb18030, big5, utf-16le or utf-16be", "auto")
    .option("--correct", "apply likely misreadings instead of only reporting them")
    .addOption(
      new Option("--script <name>", "convert to simplified, traditional, hk or tw; names of people stay").choices(
        SCRIPTS,
      ),
    )
    .option("--keywords <n>", "add so many keywords to each article (needs the addon nodejieba)")
    .option("--link", "follow jump lines between the pages of an issue, and write the issue beside its pages")
    .option("--issue-pattern <pattern>", "how file names say paper, day and page: '{paper}/{date}/{page}'")
    .option("--strict", "exit 1 if a page has a warning")
    .option("-j, --jobs <n>", "workers of a folder run (default: one a core, none for few pages)")
    .option("--force", "make the pages of a folder again, also those that are done")
    .option("--retry-failures", "only the pages that failed in the last run into this folder")
    .option("--prune", "take away the outputs of dumps that are no longer in the folder")
    .option("--shard <i/n>", "only this share of the pages, for one machine of n")
    .option("-q, --quiet", "nothing on stderr but errors")
    .option("--no-color", "no colours, also on a terminal")
    .addHelpText("after", MAIN_EXAMPLES)
    .action(async (words: string[], options: Partial<MainOptions>) => {
      const format = formatOf(options);
      refuseStrayLink({ ...options, format });
      finish(await restoreInputs(words, { ...PLAIN, ...options, format }));
    });

  program
    .command("check")
    .description("compare fixtures (raw.txt, expected.json) with what jianbao makes of them now")
    .argument("<folder...>", "a folder of fixtures, or one fixture")
    .option("--update", "accept what is made now as expected.json")
    .option("--json", "print the differences as JSON")
    .option("-q, --quiet", "print the summary only")
    .option("--no-color", "no colours, also on a terminal")
    .addHelpText("after", CHECK_NOTE)
    .action(async (folders: string[], options) => {
      finish(await check(folders, options));
    });

  program
    .command("explain")
    .description("say which rules touched a page, or one character of it, and why")
    .argument("<page>", "a page, or - for stdin")
    .argument("[place]", "LINE:COLUMN of one character, both from 1, columns in characters")
    .option("--rule <id>", "only rules of this id or beginning so: space, join/open-tail")
    .option("--format <text|json>", "lines for people, or records for tools", "text")
    .option("--profile <id|file>", "newspaper: a built-in profile or the path of your own", "auto")
    .option("--encoding <name>", "of the dump: utf-8, gb18030, big5, utf-16le or utf-16be", "auto")
    .option("--correct", "apply likely misreadings instead of only reporting them")
    .addOption(
      new Option("--script <name>", "as the page is converted: simplified, traditional, hk, tw").choices(SCRIPTS),
    )
    .option("--no-color", "no colours, also on a terminal")
    .addHelpText("after", EXPLAIN_NOTE)
    .action(async (page: string, place: string | undefined, options) => {
      finish(await explain(page, place, options));
    });

  program
    .command("score")
    .description("hold pages against the truth: articles, headlines, authors, paragraphs, characters")
    .argument("<out>", "a page file or a folder of them")
    .requiredOption("--gold <path>", "the truth: a JSON file, or the folder of them")
    .option("--min <limits>", "exit 1 if a measure falls short: articles=0.95,cer=0.02")
    .option("--list", "name each article that something is wrong with")
    .option("--json", "print counts and measures as JSON")
    .option("-q, --quiet", "print the totals only")
    .option("--no-color", "no colours, also on a terminal")
    .addHelpText("after", SCORE_NOTE)
    .action(async (out: string, options) => {
      finish(await score(out, options));
    });

  program
    .command("verify")
    .description("prove that nothing is lost, doubled or invented")
    .argument("<json>", "a page file or a folder of them")
    .requiredOption("--source <path>", "the dump, or the folder of dumps, that the JSON was made from")
    .option("--profile <id|file>", "profile the pages were made with, where it is not a built-in one")
    .option("--json", "print the findings as JSON")
    .option("-q, --quiet", "print the summary only")
    .option("--no-color", "no colours, also on a terminal")
    .addHelpText("after", VERIFY_NOTE)
    .action(async (json: string, options) => {
      finish(await verify(json, options));
    });

  describeProfile(program, finish);

  program
    .command("merge")
    .description("join the outputs and journals of shards (--shard I/N) to those of one run")
    .argument("<folder...>", "folders that shards were written to: one for all of them, or several")
    .option("-o, --out <folder>", "where they are joined; may be left out where one folder holds all shards")
    .option("-q, --quiet", "nothing on stderr but errors")
    .addHelpText("after", MERGE_NOTE)
    .action((folders: string[], options) => finish(merge(folders, options)));

  program
    .command("stream")
    .description("read pages as JSON lines on stdin, write a result a line on stdout, in order")
    .option("--map", "add where every character came from, and every edit and join")
    .option("--profile <id|file>", "newspaper: a built-in profile or the path of your own", "auto")
    .option("--encoding <name>", "of the files that `path` names", "auto")
    .addOption(
      new Option("--script <name>", "convert to simplified, traditional, hk or tw; names of people stay").choices(
        SCRIPTS,
      ),
    )
    .option("--correct", "apply likely misreadings instead of only reporting them")
    .option("-j, --jobs <n>", "workers (default: one a core, as soon as they pay)")
    .option("--strict", "exit 2 if a line was answered with an error, 1 if a page has a warning")
    .addHelpText("after", STREAM_NOTE)
    .action(async (options) => {
      finish(await stream(options));
    });

  program
    .command("schema")
    .description("print the JSON Schema of the page JSON")
    .option("--issue", "that of the issue files of --link")
    .action(async ({ issue }: { readonly issue?: boolean }) => {
      await print(issue === true ? readWholeIssueSchema() : readSchemaText());
    });
  return program;
}
