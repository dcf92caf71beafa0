import type { Lexicon } from "./lexicon/lexicon.ts";
import type { Profile } from "./profiles/schema.ts";

/** All that a stage may know beside its input. Read-only: no clock, no file, no setting. */
export interface Context {
  readonly profile: Profile;
  readonly lexicon: Lexicon;
}
