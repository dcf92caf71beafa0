/** What a step of the undressing finds: edits, and where texts were printed, as far as what it takes off says so. */
import type { Edit } from "../text/edit.ts";
import type { Place } from "./boxes.ts";

export interface Taken {
  readonly edits: readonly Edit[];
  readonly places: readonly Place[];
}

export const NOTHING: Taken = { edits: [], places: [] };
