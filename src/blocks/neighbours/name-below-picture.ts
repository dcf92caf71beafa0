/** Who is seen in a picture, named below it. */
import type { Context } from "../../context.ts";
import { tighten } from "../../text/chars.ts";
import { isName, LONGEST_NAME } from "./bare-name.ts";
import type { Signed } from "./signature.ts";

/** 石小舟 below a picture: who is seen in it. */
export function namesPicture({ seen, isWrapped }: Signed, index: number, { lexicon }: Context): boolean {
  const here = seen[index];
  if (here === undefined || isWrapped || !here.block.followsPicture || here.block.headingLevel > 0) return false;
  return here.length <= LONGEST_NAME && isName(lexicon.simplify(tighten(here.words)), lexicon);
}
