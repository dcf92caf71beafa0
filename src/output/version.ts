/** Version of the package, as `generator.version` and `--version` show it. */
import { readFileSync } from "node:fs";

/** Put in by build.mjs; not there when the sources run as they are (tests). */
declare const JIANBAO_VERSION: string | undefined;

export const VERSION: string = typeof JIANBAO_VERSION === "string" ? JIANBAO_VERSION : versionFromPackage();

function versionFromPackage(): string {
  const parsed: unknown = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  if (typeof parsed === "object" && parsed !== null && "version" in parsed && typeof parsed.version === "string") {
    return parsed.version;
  }
  throw new Error("package.json has no version");
}
