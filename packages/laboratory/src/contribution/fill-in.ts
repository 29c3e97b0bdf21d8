import { type Issue, issue, read } from '@almfes/engine';

/** What begins every text of a template that has to be written (rule CONTRIB-16). */
export const FILL_IN = 'FILL IN';

/** Every text that still begins as the template left it, by its pointer. */
export function unfilled(value: unknown, path = ''): Issue[] {
  if (typeof value === 'string') {
    if (!value.startsWith(FILL_IN)) return [];
    return [issue('fill-in', path, value.slice(FILL_IN.length + 2), 'the template as it was')];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => unfilled(inner, read.pointer(path, key)));
}
