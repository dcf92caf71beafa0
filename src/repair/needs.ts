/**
 * Which rules of a list have anything to do in a text. Most texts hold the characters of a few rules only; one pass over
 * them costs less than a search for each rule.
 */
import type { Role } from "../blocks/role.ts";
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

/** No rule asks for what lies between: Han, and what else East Asia writes with. Most of a page is. */
const FIRST_HAN = 0x3400;
const BEHIND_HAN = 0xd800;

/** @param rules 31 at most: each takes a bit. */
export function tabulate(rules: readonly TextRule[]): RuleTable {
  const numbered = rules.map((rule, i) => ({ rule, bit: 1 << i }));
  const bitsOf = new Int32Array(0x10000);
  for (const { rule, bit } of numbered) {
    for (let i = 0; i < rule.needs.length; i += 1) {
      const code = rule.needs.charCodeAt(i);
      bitsOf[code] = (bitsOf[code] ?? 0) | bit;
    }
  }
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
    wantedIn(text) {
      let bits = 0;
      for (let i = 0; i < text.length; i += 1) {
        const code = text.charCodeAt(i);
        if (code >= FIRST_HAN && code < BEHIND_HAN) continue;
        bits |= bitsOf[code] ?? 0;
      }
      return bits;
    },
  };
}

/** The characters of some ranges, each given as its first and last one. */
export function ranges(...pairs: readonly string[]): string {
  let all = "";
  for (const pair of pairs) {
    for (let code = pair.charCodeAt(0); code <= pair.charCodeAt(1); code += 1) all += String.fromCharCode(code);
  }
  return all;
}
