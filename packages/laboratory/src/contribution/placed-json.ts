import { fail, type Issue, issue, ok, type Result } from '@almfes/engine';
import { formOfText } from '@almfes/intake';
import { repeatedKeys } from '../case-check/index.js';
import type { FolderFile } from '../folder-file.js';
import { isTooDeep, MOST_DEPTH } from './json-depth.js';

/** The value of a JSON text; what is no JSON or has a key twice is an issue with file and line. */
export function jsonOf({ name, text }: FolderFile): Result<unknown> {
  if (isTooDeep(text)) {
    return fail(issue('JSON_DEPTH', name, `at most ${MOST_DEPTH} brackets in one another`, 'more'));
  }
  try {
    const value: unknown = JSON.parse(text);
    const twice = repeatedKeys({ name, text });
    return twice.length > 0 ? fail(...twice) : ok(value);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'text that is not JSON';
    const line = lineOfFault(reason, { name, text });
    return fail(issue('JSON_SYNTAX', `${name} line ${line}`, 'JSON', reason.split('\n')[0] ?? ''));
  }
}

/** The parser tells the position in most versions of Node, not in all. */
function lineOfFault(reason: string, { name, text }: FolderFile): number {
  const position = /position (\d+)/.exec(reason)?.[1];
  if (position !== undefined) return text.slice(0, Number(position)).split('\n').length;
  const form = formOfText({ text, name });
  const line = form.ok ? undefined : / line (\d+)/.exec(form.issues[0]?.path ?? '')?.[1];
  return line === undefined ? text.trimEnd().split('\n').length : Number(line);
}

/** Issues with JSON pointers, with the file and the line before each. */
export function placed(issues: readonly Issue[], { name, text }: FolderFile): readonly Issue[] {
  if (issues.length === 0) return [];
  const form = formOfText({ text, name, mostCharacters: text.length });
  return form.ok ? issues.map(form.value.placed) : issues;
}
