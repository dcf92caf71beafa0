import { EXIT, type ExitCode } from "./exit-code.ts";
export async function explain(..._: unknown[]): Promise<ExitCode> {
  return EXIT.done;
}
