/** `jianbao profile …` as commander reads it. */
import type { Command } from "commander";
import type { ExitCode } from "./exit-code.ts";
import { PROFILE_NOTE } from "./help.ts";
import { checkProfiles, listProfiles, showProfile } from "./profile.ts";
import { learn } from "./profile-learn.ts";

export function describeProfile(program: Command, finish: (code: ExitCode) => void): void {
  const profile = program
    .command("profile")
    .description("newspapers as data: learn one from its pages, list, show and check them")
    .helpOption("-h, --help", "print this help")
    .addHelpText("after", PROFILE_NOTE);
  profile
    .command("learn")
    .description("read a folder of one paper's pages and write a profile of it, for a person to edit")
    .argument("<folder>", "a folder of pages, or a quoted glob")
    .option("-o, --out <file>", "the profile file; without it the profile goes to stdout")
    .option("--id <id>", "id of the profile; default the name of the file, else of the folder")
    .option("--least <pages>", "pages an entry must stand on; default 3, and 2 of fewer than 20 pages")
    .option("-q, --quiet", "nothing on stderr but errors")
    .action(async (folder: string, options) => finish(await learn(folder, options)));
  profile
    .command("list")
    .description("the built-in profiles")
    .action(async () => finish(await listProfiles()));
  profile
    .command("show")
    .description("a profile as it is used: its own words, then the general ones")
    .argument("<id|file>", "a built-in profile or the path of a file")
    .action(async (name: string) => finish(await showProfile(name)));
  profile
    .command("check")
    .description("name every fault of profile files, with file and key")
    .argument("<file...>", "profile files")
    .action(async (files: string[]) => finish(await checkProfiles(files)));
}
