/**
 * A repair rule finds; `text/edit.ts` applies. Its examples are its tests and its page in the README.
 */
import type { Role } from "../blocks/role.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import type { LineShape } from "../lines/geometry.ts";
import type { DumpKind } from "../page.ts";
import type { Edit } from "../text/edit.ts";
import type { RuleId } from "../text/sourced.ts";

/** `␠` stands for a blank and `⏎` for a known line end. `before` equals `after` where the rule must keep still. */
export interface RuleExample {
  readonly before: string;
  readonly after: string;
  readonly note?: string;
  /** Role the text has in the example; default the rule's first. */
  readonly role?: Role;
  /** Kind of dump the text is from in the example; default `blocks`. */
  readonly dump?: DumpKind;
  /** As in the view; default false. */
  readonly blanksArePrinted?: boolean;
}

/** What a rule may know beside the text. Offsets in `shape` are those of the text before any repair. */
export interface RuleView {
  readonly role: Role;
  readonly dump: DumpKind;
  readonly shape: LineShape;
  /** The dump writes hardly a blank between Han characters: those in its text are the paper's; see `page-blanks.ts`. */
  readonly blanksArePrinted?: boolean;
  readonly lexicon: Lexicon;
  /** Whether anybody asks for reasons: evidence that decides nothing is looked up only then. */
  readonly wantsReasons: boolean;
}

export interface TextRule {
  readonly id: RuleId;
  /** One sentence for people. */
  readonly summary: string;
  readonly roles: readonly Role[];
  readonly examples: readonly RuleExample[];
  /** Characters of which one must stand in a text for the rule to find anything; see `needs.ts`. */
  readonly needs: string;
  readonly find: (text: string, view: RuleView) => readonly Edit[];
}

/** A rule that looks at characters only, and so at a whole dump before its lines are read. */
export interface DumpRule extends TextRule {
  readonly find: (text: string) => readonly Edit[];
}

/** Roles that hold sentences. */
export const RUNNING: readonly Role[] = ["body", "caption", "pullQuote"];
/** Roles that are set as titles. */
export const TITLES: readonly Role[] = ["title", "subhead", "sectionLabel"];
/** Small print of the page: items side by side, as in 社址：… 邮编：…. */
export const SMALL_PRINT: readonly Role[] = ["contents", "advert", "notice", "imprint"];
/** Every role with words of the paper. */
export const ALL: readonly Role[] = [
  ...RUNNING,
  ...TITLES,
  ...SMALL_PRINT,
  "byline",
  "jump",
  "nameplate",
  "folio",
  "staffCredit",
  "contact",
];
