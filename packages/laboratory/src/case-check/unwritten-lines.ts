import { type Issue, issue } from '@almfes/engine';

const TASK = /\bTO WRITE:[^"]*/;
const MOST_SHOWN = 200;

/**
 * Every line of a folder that still holds the task of its template (rule FORM-22), but where an
 * issue of that line is known already: the front matter and the JSON files, whose readers take a
 * task for a text.
 */
export function unwrittenLines(
  texts: Readonly<Record<string, string>>,
  known: readonly Issue[],
): Issue[] {
  const places = new Set(known.map(({ path }) => path.split(',')[0]));
  return Object.entries(texts).flatMap(([file, text]) =>
    text.split('\n').flatMap((line, index) => {
      const task = TASK.exec(line)?.[0];
      const at = `${file} line ${index + 1}`;
      if (task === undefined || places.has(at)) return [];
      return [issue('to-write', at, 'your own words', task.trim().slice(0, MOST_SHOWN))];
    }),
  );
}
