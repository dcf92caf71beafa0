/** One fixture page through the library, as the tests of pages and of their variants see it. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pageToJson } from "../../src/output/json.ts";
import type { Page } from "../../src/page.ts";
import { loadProfile } from "../../src/profiles/load.ts";
import { restorePage } from "../../src/restore.ts";
import type { Case } from "./folders.ts";

/** The page as a reader of the JSON gets it. */
export function restoreCase({ slug, folder }: Case, bytes: Uint8Array, map = false): Page {
  const profile = join(folder, "profile.json");
  const page = restorePage(bytes, {
    file: `${slug}.txt`,
    map,
    ...(existsSync(profile) ? { profile: loadProfile(profile) } : {}),
  });
  return JSON.parse(pageToJson(page));
}
