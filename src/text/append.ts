/**
 * Appends one list to another. `list.push(...more)` hands each item over as an argument, of which V8 takes some hundred
 * thousand; a hostile dump has more lines than that.
 */
export function append<T>(list: T[], more: Iterable<T>): void {
  for (const item of more) list.push(item);
}
