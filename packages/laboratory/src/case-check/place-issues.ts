import type { Issue } from '@almfes/engine';
import { type Form, formOfText } from '@almfes/intake';

const MOST_CHARACTERS = 10_000_000;

/** Issues that point into JSON (`figures.json#/a/b`) with the line of the file before the place. */
export function placeIssues(
  issues: readonly Issue[],
  texts: Readonly<Record<string, string>>,
): Issue[] {
  const forms = new Map<string, Form | null>();
  const formOf = (file: string): Form | null => {
    const known = forms.get(file);
    if (known !== undefined) return known;
    const text = texts[file];
    const terms = { name: file, mostCharacters: MOST_CHARACTERS };
    const form = text === undefined ? null : formOfText({ text, ...terms });
    const made = form?.ok === true ? form.value : null;
    forms.set(file, made);
    return made;
  };
  return issues.map((each) => {
    const [file = '', pointer] = each.path.split('#');
    if (pointer === undefined) return each;
    return formOf(file)?.placed({ ...each, path: pointer }) ?? each;
  });
}
