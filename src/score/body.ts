/** The body of one article against the truth: character errors and paragraph starts. */
import { align, editDistance } from "./align.ts";
import { readBody, STRICTNESSES, type Strictness } from "./fold.ts";
import { withoutLead } from "./match.ts";
import type { ScoredArticle } from "./read.ts";

export interface CharacterErrors {
  /** Characters exchanged, lost and put in. */
  readonly edits: number;
  /** Characters of the truth. */
  readonly characters: number;
}

export interface BodyScore {
  readonly errors: Readonly<Record<Strictness, CharacterErrors>>;
  /** Paragraph starts after the first: on the right character, elsewhere, and not made. */
  readonly starts: { readonly right: number; readonly added: number; readonly missed: number };
}

export function scoreBody(truth: ScoredArticle, output: ScoredArticle): BodyScore {
  const found = readBody(output.paragraphs, "folded");
  const [first, ...others] = readings(truth).map((paragraphs) => {
    const body = readBody(paragraphs, "folded");
    return { paragraphs, body, edits: editDistance(body.characters, found.characters) };
  });
  if (first === undefined) throw new RangeError("a truth has at least one reading");
  const nearest = others.reduce((best, other) => (other.edits < best.edits ? other : best), first);
  const errorsAt = (strictness: Strictness): CharacterErrors => {
    const { characters } = readBody(nearest.paragraphs, strictness);
    const edits =
      strictness === "folded"
        ? nearest.edits
        : editDistance(characters, readBody(output.paragraphs, strictness).characters);
    return { edits, characters: characters.length };
  };
  const [words, folded, printed, blanks] = STRICTNESSES.map(errorsAt);
  if (!words || !folded || !printed || !blanks) throw new RangeError("every strictness has its errors");
  return {
    errors: { words, folded, printed, blanks },
    starts: compareStarts(nearest.body.isStart, found.isStart, align(nearest.body.characters, found.characters)),
  };
}

/** A page may keep the byline in the body or not; both are right, and the nearer reading is compared. */
function readings(truth: ScoredArticle): readonly (readonly string[])[] {
  const all = [truth.paragraphs];
  if (truth.leadLength > 0) all.push(withoutLead(truth));
  if (truth.isSignedAtEnd) all.push(withoutSignature(truth));
  return all.map((paragraphs) => paragraphs.filter((paragraph) => paragraph !== ""));
}

function withoutSignature({ paragraphs, byline }: ScoredArticle): readonly string[] {
  const last = paragraphs[paragraphs.length - 1];
  if (last === undefined || byline === "" || !last.endsWith(byline)) return paragraphs;
  return [...paragraphs.slice(0, -1), last.slice(0, -byline.length).trim()];
}

/** @param standsOn for each character found, the true one; a start put in counts for the character after it. */
function compareStarts(
  truth: readonly boolean[],
  found: readonly boolean[],
  standsOn: ArrayLike<number>,
): BodyScore["starts"] {
  const wanted = new Set<number>();
  for (const [at, isStart] of truth.entries()) if (isStart && at > 0) wanted.add(at);
  const total = wanted.size;
  let added = 0;
  for (const [at, isStart] of found.entries()) {
    if (!isStart || at === 0) continue;
    let next = at;
    while (next < standsOn.length && (standsOn[next] ?? -1) < 0) next += 1;
    if (!wanted.delete(standsOn[next] ?? -1)) added += 1;
  }
  return { right: total - wanted.size, added, missed: wanted.size };
}
