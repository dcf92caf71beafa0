/**
 * Which rules of a list have anything to do in a text. Most texts hold the characters of a few rules only; one pass over
 * them costs less than a search for each rule.
 */
import type { Role } from "../blocks/role.ts";
import { CharClasses } from "../text/char-classes.ts";
import type { TextRule } from "./rule.ts";

export interface NumberedRule {
  readonly rule: TextRule;
  /** Its bit in what `wantedIn` returns. */
  readonly bit: number;
}

export interface RuleTable {
  /** The rules that a role is for, in order. */
  readonly rulesFor: (role: Role) => readonly NumberedRule[];
  /** The bits of the rules one of whose characters stands in the text. */
  readonly wantedIn: (text: string) => number;
}

/** @param rules sixteen at most: each is a class of characters. */
export function tabulate(rules: readonly TextRule[]): RuleTable {
  const numbered = rules.map((rule, i) => ({ rule, bit: 1 << i }));
  const classes = new CharClasses(...rules.map(({ needs }) => needs));
  const byRole = new Map<Role, readonly NumberedRule[]>();
  return {
    rulesFor(role) {
      let found = byRole.get(role);
      if (found === undefined) {
        found = numbered.filter(({ rule }) => rule.roles.includes(role));
        byRole.set(role, found);
      }
      return found;
    },
    wantedIn: (text) => classes.of(text),
  };
}

/** The characters of some ranges, each given as its first and last one. */
export function ranges(...pairs: readonly string[]): string {
  const codes: number[] = [];
  for (const pair of pairs) {
    for (let code = pair.charCodeAt(0); code <= pair.charCodeAt(1); code += 1) codes.push(code);
  }
  // At once: one by one, a start would pay .2 ms for the forms of marks alone.
  return String.fromCharCode(...codes);
}
