import type { FurnitureKind } from "../page.ts";

/** What a block was printed as. Kicker, headline and deck are told apart later, among the title lines of an article. */
export type Role =
  | "title"
  | "sectionLabel"
  | "byline"
  | "body"
  | "subhead"
  | "caption"
  | "pullQuote"
  | "jump"
  /** What a scan makes of dirt: set aside. */
  | "speck"
  /** What the program that read the page says of it: set aside. */
  | "remark"
  | FurnitureKind;

const FURNITURE: ReadonlySet<string> = new Set<FurnitureKind>([
  "nameplate",
  "folio",
  "staffCredit",
  "contents",
  "contact",
  "advert",
  "notice",
  "imprint",
]);

/** Of these the heading of an article is made; what stands above one is of another article, or of none. */
export function isOfHeading(role: Role | undefined): boolean {
  return role === "title" || role === "byline" || role === "sectionLabel";
}

export function isFurniture(role: Role): role is FurnitureKind {
  return FURNITURE.has(role);
}
