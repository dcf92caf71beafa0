/** What commander says is wrong with a command line, as one line with advice. */
import type { Command, CommanderError } from "commander";
import { UserError } from "../errors.ts";

/** `error: unknown option '--mpa'\n(Did you mean --map?)`; the advice names the help of the command that was meant. */
export function readable(error: CommanderError, program: Command, args: readonly string[]): UserError {
  const asked = commandIn(program, args);
  const [message = "", hint] = error.message
    .replace(/^error: /, "")
    .replace(/\.$/, "")
    .split("\n");
  const advice =
    hint === undefined ? `\`${nameOf(asked)} --help\` lists what there is` : hint.replace(/^\(D(.*)\)$/, "d$1");
  // Commander would print the help instead, on stderr and with no word of what is wrong.
  return new UserError(error.code === HELP_INSTEAD ? wrongCommand(asked, args) : message, advice, { cause: error });
}

const HELP_INSTEAD = "commander.help";

function wrongCommand(asked: Command, args: readonly string[]): string {
  if (args[0] === "help") return `there is no command ${args[1] ?? ""}`;
  return `${asked.name()} needs one of its commands: ${asked.commands.map((one) => one.name()).join(", ")}`;
}

/** The command that the words name, as far as they name one. */
function commandIn(program: Command, args: readonly string[]): Command {
  const [word, ...others] = args;
  const found = program.commands.find((one) => one.name() === word);
  return found === undefined ? program : commandIn(found, others);
}

/** `jianbao profile learn` */
function nameOf(command: Command): string {
  return command.parent === null ? command.name() : `${nameOf(command.parent)} ${command.name()}`;
}
