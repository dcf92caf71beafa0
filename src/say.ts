/** Findings of a page as its notices: in the order of the dump, each with line and column. */
import type { Written } from "./articles/write.ts";
import type { PagePart } from "./lines/pages.ts";
import type { Finding, Notice } from "./notice.ts";
import { firstFrom } from "./text/list.ts";
import type { PositionIndex } from "./text/position.ts";

/**
 * Notices of one rule that are said one by one; what is left is said in one more. A page has a dozen. Where each line of a
 * megabyte is doubtful, the notices would be a hundred times as long as the dump, and nobody would read them.
 */
const SAID_OF_RULE = 1000;

export function sayFindings(findings: readonly Finding[], places: PositionIndex): Notice[] {
  const ordered = [...findings].sort((a, b) => a.offset - b.offset || (a.rule < b.rule ? -1 : 1));
  const said = findings.length > SAID_OF_RULE ? withoutFlood(ordered) : ordered;
  return said.map(({ rule, level, offset, message }) => ({ rule, level, ...places.at(offset), message }));
}

/** Of each rule the first ones, and one that says how many more there are. */
function withoutFlood(findings: readonly Finding[]): Finding[] {
  const left = countByRule(findings);
  const taken = new Map<string, number>();
  return findings.flatMap((finding) => {
    const { rule, level, offset } = finding;
    const before = taken.get(rule) ?? 0;
    taken.set(rule, before + 1);
    const all = left.get(rule) ?? 0;
    if (before < SAID_OF_RULE || all === SAID_OF_RULE + 1) return [finding];
    if (before > SAID_OF_RULE) return [];
    const message = `${all - SAID_OF_RULE} more notices of this kind from here on; compare the scan`;
    return [{ rule, level, offset, message }];
  });
}

function countByRule(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}

/**
 * Of the damage of a dump what lies in one of its pages; doubts about the encoding, which stand before it, are about each.
 * @param damage in the order of the dump.
 */
export function damageIn(damage: readonly Finding[], part: PagePart | undefined): readonly Finding[] {
  if (part === undefined) return damage;
  const [first] = damage;
  const from = firstFrom(damage, part.start, ({ offset }) => offset);
  const within = damage.slice(
    from,
    firstFrom(damage, part.end, ({ offset }) => offset),
  );
  if (first?.rule !== ENCODING) return within;
  return [{ ...first, offset: part.start }, ...within.filter(({ rule }) => rule !== ENCODING)];
}

const ENCODING = "decode/encoding";

/** What --correct replaces is said all the same, with the character that the scan read. */
export function asCorrected(doubt: Finding): Finding {
  if (doubt.rule !== "confusable/lookalike") return doubt;
  return { ...doubt, rule: "correct/lookalike", level: "info", message: `replaced: ${doubt.message}` };
}

export function setAsideFindings(written: Written): Finding[] {
  return written.fields
    .filter((field) => field.path.startsWith("/setAside/"))
    .map((field, i) => ({
      rule: "articles/set-aside",
      level: "warning" as const,
      offset: field.text.pieces[0]?.start ?? 0,
      message: `set aside: ${written.setAside[i]?.reason ?? "no article claims it"}; compare the scan`,
    }));
}
