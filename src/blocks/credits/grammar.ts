/**
 * The grammar of bylines (署名).
 *
 * In: the tokens of a possible byline. Out: its parts in order and the people it names, or null where it does not read as a
 * byline from end to end. `credits.ts` asks for it.
 *
 *     byline = [mark] group { [separator] group }              □ 本报记者 史钰 摄影 程爱
 *     group  = [outlet] role [separator] names                 青禾日报首席记者 苏见山、贺青
 *            | short separator [outlet] role names             文/本报记者 苏见山
 *            | names separator short | names role              苏见山/文 · 贺青 摄
 *            | work [names] | names | outlet nameless          文/图 苏见山 · 本报评论员
 *
 * Tokens are cut in `tokens.ts`, names in `names.ts`; `believe.ts` says which readings are too odd to be believed.
 * Examples, changed and unchanged: `test/data/bylines.json`.
 */
import { itemAt, lastOf } from "../../text/list.ts";
import { areBelievable } from "./believe.ts";
import type { CreditPart, CreditPartKind, Credits } from "./credit.ts";
import { endOf, type Folded, followsBlank, startOf } from "./fold.ts";
import { isBar } from "./hints.ts";
import { readNames } from "./names.ts";
import { areOfPicture, behindNamesFrom, nameTextAndPicture } from "./roles.ts";
import type { Token, TokenKind } from "./tokens.ts";
import { type CreditVocabulary, isLayRole } from "./vocabulary.ts";

/** More names than this before any role are words of a title: （罗勇 记者 江潇） has one. */
const MOST_UNMARKED = 3;
const COLONS = ":：";
const STROKES = "|｜丨";

interface Person {
  role: string | null;
  readonly name: string;
  readonly outlet: string | null;
}

/** One walk over the tokens. */
export class CreditReading {
  readonly #folded: Folded;
  readonly #tokens: readonly Token[];
  readonly #vocabulary: CreditVocabulary;
  readonly #isBracketed: boolean;
  readonly #kinds: ReadonlySet<TokenKind>;
  readonly #namesBoth: boolean;
  readonly #parts: CreditPart[] = [];
  readonly #people: Person[] = [];
  /** Index of the first person that a role behind the names would speak of. */
  #runStart = 0;
  #role: string | null = null;
  /** Named right before the role: it sends those of this role and nobody else. */
  #outlet: string | null = null;
  /** A role that has named nobody yet. */
  #isWaiting = false;

  constructor(folded: Folded, tokens: readonly Token[], vocabulary: CreditVocabulary, isBracketed: boolean) {
    this.#folded = folded;
    this.#tokens = tokens;
    this.#vocabulary = vocabulary;
    this.#isBracketed = isBracketed;
    this.#kinds = new Set(tokens.map(({ kind }) => kind));
    this.#namesBoth = nameTextAndPicture(tokens, (token) => this.#simple(token));
  }

  read(): Credits | null {
    const tokens = this.#tokens;
    const behindFrom = behindNamesFrom(tokens);
    for (let i = 0; i < tokens.length; i += 1) {
      const token = tokens[i];
      if (token === undefined || !this.#take(token, i, i >= behindFrom)) return null;
    }
    if (this.#isWaiting) return null;
    const kinds = this.#kinds;
    const isNameless = kinds.has("nameless");
    if (this.#people.length === 0 && !isNameless) return null;
    if (this.#people.length > MOST_UNMARKED && !kinds.has("role") && !kinds.has("mark") && !this.#isBracketed)
      return null;
    const roles = tokens.filter(({ kind }) => kind === "role").map((token) => this.#simple(token));
    return {
      parts: this.#parts,
      authors: this.#people.map(({ role, name, outlet }) => ({ role, name, ...(outlet === null ? {} : { outlet }) })),
      isMarked: kinds.has("role") || kinds.has("mark") || kinds.has("work") || kinds.has("outlet"),
      isPhoto: !kinds.has("work") && areOfPicture(roles, lastOf(tokens)?.kind === "role"),
      isStaff: roles.length > 0 && roles.every((role) => this.#vocabulary.staff.has(role)),
    };
  }

  #take(token: Token, index: number, isBehind: boolean): boolean {
    if (token.kind === "words") return this.#takeNames(token, index);
    this.#push(token.kind === "nameless" ? "role" : token.kind, token);
    if (token.kind === "separator") return this.#takeSeparator(token, index);
    if (token.kind === "role") return this.#takeRole(token, index, isBehind);
    if (token.kind === "outlet") {
      // 记者 青禾日报通讯员 …: only what was done may stand before the outlet of who did it.
      if (this.#isWaiting && !isLayRole(this.#roleSimple(index))) return false;
      this.#endGroup(null);
      this.#outlet = this.#printed(token);
      return true;
    }
    if (token.kind === "work") {
      if (this.#isWaiting) return false;
      this.#endGroup(
        this.#tokens[index + 1]?.kind === "words" || this.#tokens[index + 2]?.kind === "words"
          ? this.#printed(token)
          : null,
      );
      return true;
    }
    // 路灯下 ◎ 尹长河: what stands before the first mark, with no role, is a title.
    if (token.kind === "mark" && token.to - token.from === 1 && index > 0 && this.#opensBareName()) return false;
    if (token.kind === "mark" && !this.#isWaiting) this.#endGroup(this.#role);
    return true;
  }

  #opensBareName(): boolean {
    return this.#tokens[0]?.kind === "words" && !this.#kinds.has("role") && !this.#kinds.has("work");
  }

  #takeRole(token: Token, index: number, isBehind: boolean): boolean {
    const previous = itemAt(this.#tokens, index - 1);
    const next = this.#tokens[index + 1];
    const role = this.#printed(token);
    // 褚兰/文, 记者褚兰／摄影: behind a separator, at the end if it is more than one letter.
    const mayClose = token.to - token.from === 1 || (next === undefined && isLayRole(this.#simple(token)));
    const closes =
      isBehind || (mayClose && previous?.kind === "separator" && itemAt(this.#tokens, index - 2)?.kind === "words");
    const isLast = next === undefined && previous?.kind === "words";
    // 记者 韩青 实习生: the byline goes on elsewhere; 通讯员 褚兰 摄 does not.
    const isBehindRole = this.#people.some((person, k) => k >= this.#runStart && person.role !== null);
    if ((closes && !this.#isWaiting) || (isLast && !(isBehindRole && !isLayRole(this.#simple(token))))) {
      for (const person of this.#people.slice(this.#runStart)) person.role ??= role;
      this.#endGroup(null);
      return true;
    }
    // 文/本报记者, 报道．摄影／: what was done, before who did it or beside what else was done.
    if (this.#isWaiting) {
      const before = this.#role ?? "";
      if (!isLayRole(this.#simple(token)) && isLayRole(this.#roleSimple(index))) this.#role = role;
      else if (previous?.kind === "separator") this.#role = `${before}${this.#printed(previous)}${role}`;
      else return false;
      return true;
    }
    const outlet = previous?.kind === "outlet" ? this.#outlet : null;
    this.#endGroup(role);
    this.#outlet = outlet;
    this.#isWaiting = true;
    return true;
  }

  #takeSeparator(token: Token, index: number): boolean {
    const before = itemAt(this.#tokens, index - 1)?.kind;
    if (isBar(this.#simple(token))) {
      // 市民 石女士：前天中午，……: what somebody says, and no names behind it.
      const isSpeech = before === "words" && COLONS.includes(this.#simple(token));
      return before !== "separator" && !(isSpeech && this.#tokens[index + 1]?.kind === "words");
    }
    // 告诉星城报/橘网记者，市里……: a comma parts names, and never a role from the name it announces.
    if (before === "role") return this.#tokens[index + 1]?.kind === "role" && isLayRole(this.#roleSimple(index));
    return (before === "words" || before === "work") && index + 1 < this.#tokens.length;
  }

  #takeNames(token: Token, index: number): boolean {
    const names = readNames(this.#folded, token.from, token.to);
    if (names === null) return false;
    const zone = {
      names,
      role: this.#isWaiting || this.#role !== null ? this.#roleSimple(index) : null,
      isParted: followsBlank(this.#folded, token.from) || itemAt(this.#tokens, index - 1)?.kind === "separator",
      hasOutlet: this.#kinds.has("outlet"),
      isCredit: this.#isCredit(index),
      namesBoth: this.#namesBoth,
      mark: this.#tokens[0]?.kind === "mark" ? this.#simple(this.#tokens[0]) : "",
      isBracketed: this.#isBracketed,
      hasCompany: this.#people.length > 0 && this.#kinds.has("role"),
      lexicon: this.#vocabulary.lexicon,
    };
    if (!areBelievable(zone)) return false;
    for (const name of names) {
      this.#push("name", name);
      this.#people.push({ role: this.#role, name: this.#folded.tight.slice(name.from, name.to), outlet: this.#outlet });
    }
    this.#isWaiting = false;
    // （美）约翰·史密斯 贺青 译: the role behind the second name is not that of the first.
    const mark = itemAt(this.#tokens, index - 1);
    if (mark?.kind === "mark" && mark.to - mark.from > 1) this.#runStart = this.#people.length - names.length + 1;
    return true;
  }

  #isCredit(index: number): boolean {
    if (this.#kinds.has("work")) return true;
    const before = itemAt(this.#tokens, index - 1);
    if (before?.kind === "separator") return STROKES.includes(this.#simple(before));
    const bar = itemAt(this.#tokens, index - 2);
    return before?.kind === "role" && bar?.kind === "separator" && isBar(this.#simple(bar));
  }

  #endGroup(role: string | null): void {
    this.#role = role;
    this.#outlet = null;
    this.#isWaiting = false;
    this.#runStart = this.#people.length;
  }

  /** The role that is waiting, or the last one read, simplified. */
  #roleSimple(index: number): string {
    for (let i = index - 1; i >= 0; i -= 1) {
      const token = this.#tokens[i];
      if (token?.kind === "role" || token?.kind === "work") return this.#simple(token);
    }
    return "";
  }

  #simple({ from, to }: Pick<Token, "from" | "to">): string {
    return this.#folded.simple.slice(from, to);
  }

  #printed({ from, to }: Pick<Token, "from" | "to">): string {
    return this.#folded.tight.slice(from, to);
  }

  #push(kind: CreditPartKind, { from, to }: Pick<Token, "from" | "to">): void {
    this.#parts.push({ kind, start: startOf(this.#folded, from), end: endOf(this.#folded, to) });
  }
}
