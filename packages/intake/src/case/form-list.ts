import { type Issue, issue } from '@almfes/engine';

/** An id may stand only once in a list. */
export function uniqueIds(
  items: readonly { readonly id: string }[],
  path: string,
  issues: Issue[],
): void {
  const seen = new Set<string>();
  for (const [index, { id }] of items.entries()) {
    if (seen.has(id)) issues.push(issue('duplicate-id', `${path}/${index}/id`, 'a new id', id));
    seen.add(id);
  }
}
