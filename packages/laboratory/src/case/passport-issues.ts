import { type Figure, type Issue, read } from '@almfes/engine';
import { publicAddress } from '@almfes/intake';

/** Every figure leads to a page that any reader can open (rule FORM-17). */
export function passportIssues(figures: Readonly<Record<string, Figure>>): Issue[] {
  const issues: Issue[] = [];
  for (const [id, { url }] of Object.entries(figures)) {
    publicAddress(url, `figures.json#${read.pointer('/figures', id)}/url`, issues);
  }
  return issues;
}
