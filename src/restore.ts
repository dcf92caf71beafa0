/** Placeholder while the stages are being built. */
import type { Page } from "./page.ts";
import type { Profile } from "./profiles/schema.ts";

export interface RestoreOptions {
  /** Name for people and for article ids; the folder part is not used. Default `<stdin>`. */
  readonly file?: string;
  /** Default: found from the page among the built-in profiles, else `generic`. */
  readonly profile?: Profile;
  /** Add `map`: the source spans of every field, the edits and the joins. */
  readonly map?: boolean;
  /** Apply likely misreadings instead of only reporting them. */
  readonly correct?: boolean;
}

/**
 * Restores one page.
 * @param bytes the dump as it lies on disk.
 * @throws {UserError} if the bytes are no text that jianbao reads.
 */
export function restorePage(bytes: Uint8Array, options: RestoreOptions = {}): Page {
  throw new Error(`not built yet: ${bytes.length} ${String(options.file)}`);
}
