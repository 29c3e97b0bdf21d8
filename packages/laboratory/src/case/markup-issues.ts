import { type Issue, issue, read } from '@almfes/engine';
import { hiddenCharacter } from '../hidden-character.js';

/** A tag, a comment, or an address that runs a program. */
const MARKUP = /<\s*[a-z!/?]|\b(?:javascript|vbscript|data):[^\s]/i;
const DEEPEST = 64;

/**
 * Every text in a JSON value that holds HTML, SVG, a script or a character that cannot be seen
 * (rule FORM-18), by its pointer after `place`: `figures.json#`, or nothing where the pointer
 * becomes a line.
 */
export function markupIssues(value: unknown, place: string): Issue[] {
  const issues: Issue[] = [];
  const look = (found: unknown, path: string, depth: number): void => {
    if (typeof found === 'string') textIssue(found, path);
    if (typeof found !== 'object' || found === null || depth > DEEPEST) return;
    for (const [key, inner] of Object.entries(found)) {
      const at = read.pointer(path, key);
      textIssue(key, at);
      look(inner, at, depth + 1);
    }
  };
  const textIssue = (text: string, path: string): void => {
    const hidden = hiddenCharacter(text);
    if (hidden !== undefined) {
      issues.push(issue('hidden-character', `${place}${path}`, 'characters one can see', hidden));
    }
    if (!MARKUP.test(text)) return;
    const got = read.describe(text);
    issues.push(issue('markup', `${place}${path}`, 'plain text without HTML or script', got));
  };
  look(value, '', 0);
  return issues;
}
