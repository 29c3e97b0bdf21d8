import { type Issue, issue } from '../foundation/index.js';

/** An issue for every item whose id an earlier item has. */
export function duplicates(items: readonly { readonly id: string }[], path: string): Issue[] {
  const seen = new Set<string>();
  const issues: Issue[] = [];
  items.forEach(({ id }, index) => {
    if (seen.has(id)) issues.push(issue('duplicate-id', `${path}/${index}/id`, 'a new id', id));
    seen.add(id);
  });
  return issues;
}
