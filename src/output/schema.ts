/** The JSON Schemas as text, from beside this file or beside the bundle. */
import { readFileSync } from "node:fs";

export function readSchemaText(): string {
  return readFileSync(new URL("./schema.json", import.meta.url), "utf8");
}

/** Of the issue files that `--link` writes. It refers to the schema of the page. */
export function readIssueSchemaText(): string {
  return readFileSync(new URL("./issue-schema.json", import.meta.url), "utf8");
}

/** The same with the schema of the page in it, so that it stands alone. */
export function readWholeIssueSchema(): string {
  const issue: { $defs?: object } = JSON.parse(readIssueSchemaText());
  return `${JSON.stringify({ ...issue, $defs: { ...issue.$defs, pageSchema: JSON.parse(readSchemaText()) } }, null, 2)}\n`;
}
