/** What the roles of a byline tell together. */
import { lastOf } from "../../text/list.ts";
import type { Token } from "./tokens.ts";
import { isPictureRole } from "./vocabulary.ts";

/** Only pictures, or somebody's name and 摄 behind it. @param isLast the last role ends the byline. */
export function areOfPicture(roles: readonly string[], isLast: boolean): boolean {
  const last = lastOf(roles);
  if (last === undefined || !isPictureRole(last)) return false;
  return roles.every((role) => isPictureRole(role)) || (isLast && roles.length <= 2 && !roles.includes("文"));
}

/** 苏见山 文 贺青 摄: the line begins with a name and ends with a role, and each role has its names before it. */
export function standBehindNames(tokens: readonly Token[]): boolean {
  const first = tokens.find(({ kind }) => kind !== "mark");
  if (first?.kind !== "words" || lastOf(tokens)?.kind !== "role") return false;
  let hasNames = false;
  for (const { kind } of tokens) {
    if (kind === "words") hasNames = true;
    else if (kind === "role") {
      if (!hasNames) return false;
      hasNames = false;
    } else if (kind === "outlet") return false;
  }
  return true;
}
