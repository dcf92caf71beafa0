/** `jianbao profile list`, `show` and `check`: newspapers as data. */
import { findFaults, isProfileFile } from "../profiles/faults.ts";
import { builtInProfileFile, builtInProfiles, loadProfile, readProfileValue } from "../profiles/load.ts";
import { describeLists, profileToJson } from "../profiles/text.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { sayError, visible } from "./log.ts";
import { print } from "./print.ts";

/** A line a profile: id, name, how many words of its own it has. */
export async function listProfiles(): Promise<ExitCode> {
  const rows = builtInProfiles().map(({ id, name }) => [id, name ?? "-", describeLists(builtInProfileFile(id))]);
  await print(rows.map((row) => `${row.join("\t")}\n`).join(""));
  return EXIT.done;
}

/** @throws {UserError} if there is no such profile or the file is not a good one. */
export async function showProfile(idOrPath: string): Promise<ExitCode> {
  await print(profileToJson(loadProfile(idOrPath)));
  return EXIT.done;
}

export async function checkProfiles(files: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  const lines: string[] = [];
  for (const file of files) {
    let value: unknown;
    try {
      value = readProfileValue(file);
    } catch (error) {
      sayError(error);
      code = EXIT.failed;
      continue;
    }
    if (isProfileFile(value)) {
      lines.push(`${file}: good, ${describeLists(value)}`);
      continue;
    }
    for (const { key, what, advice } of findFaults(value)) {
      lines.push(`${file}: ${key === "" ? "" : `${key}: `}${what}; ${advice}`);
    }
    if (code === EXIT.done) code = EXIT.findings;
  }
  await print(lines.map((line) => `${visible(line)}\n`).join(""));
  return code;
}
