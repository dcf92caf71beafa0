/** What the roles of a byline tell together. */
import { lastOf } from "../../text/list.ts";
import { isBar } from "./hints.ts";
import type { Token } from "./tokens.ts";
import { isPictureRole } from "./vocabulary.ts";

/** Only pictures, or somebody's name and 摄 behind it. @param isLast the last role ends the byline. */
export function areOfPicture(roles: readonly string[], isLast: boolean): boolean {
  const last = lastOf(roles);
  if (last === undefined || !isPictureRole(last)) return false;
  return roles.every((role) => isPictureRole(role)) || (isLast && roles.length <= 2 && !roles.includes("文"));
}

/**
 * Where roles begin to stand behind their names: 苏见山 文 贺青 摄 begins with a name and ends with a role, and each role has
 * its names before it; 本报记者 苏见山 文 贺青 摄 says first who the one is, and then in letters what both did.
 *
 * @returns the place of the first token of which this holds, or a place behind all of them.
 */
export function behindNamesFrom(tokens: readonly Token[]): number {
  const last = lastOf(tokens);
  const none = tokens.length;
  if (last?.kind !== "role") return none;
  let start = tokens.findIndex(({ kind }) => kind !== "mark" && kind !== "outlet");
  const isSaidFirst = tokens[start]?.kind === "role";
  if (isSaidFirst) start += 1;
  else if (tokens.some(({ kind }) => kind === "outlet")) return none;
  if (tokens[start]?.kind !== "words") return none;
  let hasNames = false;
  let roles = 0;
  for (const { kind, from, to } of tokens.slice(start)) {
    if (kind === "words") hasNames = true;
    else if (kind === "role") {
      if (!hasNames || (isSaidFirst && to - from > 1)) return none;
      hasNames = false;
      roles += 1;
    } else if (kind === "outlet") return none;
  }
  return isSaidFirst && roles < 2 ? none : start;
}

/** 文/… 图/…: who wrote the text and who made the picture, each behind a bar, and nothing else first. */
export function nameTextAndPicture(tokens: readonly Token[], simpleOf: (token: Token) => string): boolean {
  const first = tokens.find(({ kind }) => kind !== "mark");
  if (first?.kind !== "role" || !"文图".includes(simpleOf(first))) return false;
  const isBarred = (role: string): boolean =>
    tokens.some((token, i) => {
      const next = tokens[i + 1];
      return token.kind === "role" && simpleOf(token) === role && next?.kind === "separator" && isBar(simpleOf(next));
    });
  return isBarred("文") && isBarred("图");
}
