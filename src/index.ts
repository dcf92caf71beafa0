/** The library: `import { restorePage } from "jianbao"`. */
export { type Decoded, decode } from "./decode/decode.ts";
export { InvariantError, UserError } from "./errors.ts";
export { SCRIPTS, type Script } from "./lexicon/scripts.ts";
export type { Notice, NoticeLevel } from "./notice.ts";
export { FORMATS, type Format } from "./output/formats/format.ts";
export { writePage } from "./output/formats/write-page.ts";
export { pageToJson } from "./output/json.ts";
export { type VerifyFinding, verifyPage } from "./output/verify.ts";
export type * from "./page.ts";
export { builtInProfiles, loadProfile } from "./profiles/load.ts";
export type { Profile } from "./profiles/schema.ts";
export { type RestoreOptions, restorePage, restorePages } from "./restore.ts";
