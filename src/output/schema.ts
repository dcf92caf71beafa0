/** The JSON Schema as text, from beside this file or beside the bundle. */
import { readFileSync } from "node:fs";

export function readSchemaText(): string {
  return readFileSync(new URL("./schema.json", import.meta.url), "utf8");
}
