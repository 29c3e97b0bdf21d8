import { fail, type Issue, issue, ok, type Result, read } from '../foundation/index.js';
import { parseChanges } from '../study/index.js';
import type { HedgeVariant } from './failure-grid.js';

const { identifier, list, object, oneOf, title } = read;

const readFile = object({
  schema: oneOf(['almfes/hedge-variants/1']),
  variants: list(object({ id: identifier, title, changes: (value: unknown) => value }), 100, 1),
});

/**
 * Hedges to cross failures with, from JSON of unknown shape (FAIL-13): each a name and Changes of
 * any kind, made before the failure. All issues are collected, each with its JSON pointer.
 */
export function parseHedgeVariants(found: unknown): Result<readonly HedgeVariant[]> {
  const issues: Issue[] = [];
  const file = readFile(found, '', issues);
  const variants: HedgeVariant[] = [];
  const seen = new Set<string>();
  file?.variants.forEach(({ id, title: name, changes }, index) => {
    const path = `/variants/${index}`;
    if (seen.has(id)) issues.push(issue('duplicate-id', `${path}/id`, 'a new id', id));
    seen.add(id);
    const parsed = parseChanges(changes);
    if (parsed.ok) variants.push({ id, title: name, changes: parsed.value });
    else issues.push(...parsed.issues.map((each) => within(each, `${path}/changes`)));
  });
  return issues.length > 0 ? fail(...issues) : ok(variants);
}

function within(each: Issue, path: string): Issue {
  return { ...each, path: `${path}${each.path}`, message: `${path}${each.message}` };
}
