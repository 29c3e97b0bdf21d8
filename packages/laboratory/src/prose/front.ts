import { fail, issue, ok, type Result } from '@almfes/engine';
import { type Form, formOfText } from '@almfes/intake';
import type { ProseText } from './parse-prose.js';

/** A page: its front matter as a form, and its Markdown. */
export interface FrontedText extends ProseText {
  readonly form: Form;
}

const MOST_CHARACTERS = 20_000;

/**
 * A page that begins with YAML between two lines of three hyphens, taken apart (rule PROSE-5).
 * Aliases, tags, keys given twice and more than 20,000 characters of front matter are refused.
 */
export function frontOf(text: string, file: string): Result<FrontedText> {
  const plain = text.replace(/\r\n/g, '\n');
  const found = /^---\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(plain);
  if (found === null) {
    const expected = 'front matter between two lines ---';
    return fail(issue('front-matter', `${file} line 1`, expected, 'none'));
  }
  const form = formOfText({
    // The first line stands for the hyphens, so that lines are those of the file.
    text: `\n${found[1] ?? ''}`,
    name: file,
    mostCharacters: MOST_CHARACTERS,
  });
  if (!form.ok) return form;
  const markdown = plain.slice(found[0].length);
  const firstLine = found[0].split('\n').length;
  return ok({ form: form.value, markdown, file, firstLine });
}
