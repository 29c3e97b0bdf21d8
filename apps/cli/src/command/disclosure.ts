import { basename, resolve } from 'node:path';
import type { Issue } from '@almfes/engine';
import {
  type Disclosure,
  disclosureTemplate,
  formOfText,
  isCaseName,
  isFactIssue,
  MOST_DISCLOSURE_CHARACTERS,
  parseDisclosure,
  toFigures,
} from '@almfes/intake';
import { type AnswerOptions, answerIsWelcome, putAnswer } from '../answer-output.js';
import { apartFrom } from '../apart-from.js';
import { shownPath } from '../case-folder.js';
import { complaint } from '../complaint.js';
import { disclosureAnswer } from '../disclosure-answer.js';
import type { Effects } from '../effect/effects.js';
import { jsonText } from '../json-text.js';
import { folderIsReady } from '../page-file.js';
import { refused } from '../refused.js';
import type { ExitCode } from './exit-code.js';

export interface NewOptions {
  readonly out?: string;
  readonly json?: boolean;
  readonly yaml?: boolean;
}

export interface CheckOptions extends AnswerOptions {
  readonly figures?: string;
}

/** `almfes disclosure new`: an empty form; a file that is there is never touched (DISC-14). */
export async function newDisclosureCommand(
  slug: string,
  { out, json, yaml }: NewOptions,
  effects: Effects,
): Promise<ExitCode> {
  if (json === true && yaml === true) {
    effects.stderr(complaint('a form is written as JSON or as YAML: name one of --json, --yaml'));
    return 2;
  }
  if (!isCaseName(slug)) {
    effects.stderr(complaint(`a name is small letters, digits and hyphens, not '${slug}'`));
    return 2;
  }
  const name = out ?? `${slug}.${json === true ? 'json' : 'yaml'}`;
  const text = json === true ? jsonTemplate(slug) : disclosureTemplate(slug);
  if (!(await putNew({ text, name, what: 'Form' }, effects))) return 2;
  effects.stderr(`Fill it in, then run: almfes disclosure check ${name}\n`);
  return 0;
}

/** `almfes disclosure check`: whether a form can be read and its facts hold (DISC-14). */
export async function checkDisclosureCommand(
  file: string,
  options: CheckOptions,
  effects: Effects,
): Promise<ExitCode> {
  const written = { '--figures': options.figures, '--html': options.html };
  const apart = apartFrom({ written, read: [file] }, effects.workingFolder);
  if (!apart.ok) return notRight(file, apart.issues, options, effects);
  if (!(await answerIsWelcome(options, effects, [file]))) return 2;
  const path = resolve(effects.workingFolder, file);
  const text = await effects.files.readText(path, MOST_DISCLOSURE_CHARACTERS);
  const format = /\.json$/i.test(file) ? 'json' : 'yaml';
  const found = text.ok
    ? effects.longWork('disclosure', () => parseDisclosure(text.value, format))
    : text;
  if (!found.ok) return notRight(file, found.issues, options, effects);
  return putDisclosure(found.value, options, effects);
}

function notRight(
  file: string,
  issues: readonly Issue[],
  options: CheckOptions,
  effects: Effects,
): ExitCode {
  const readable = issues.every(isFactIssue);
  const empty = issues.filter(({ code }) => code === 'fill-in').length;
  const what = readable
    ? `${basename(file)} can be read, but not all its facts hold`
    : `${basename(file)} is no disclosure yet`;
  const unfilled = empty === 1 ? '1 key is empty' : `${empty} keys are empty`;
  refused(empty === 0 ? what : `${what}, ${unfilled}`, issues, options, effects);
  return readable ? 1 : 2;
}

async function putDisclosure(
  disclosure: Disclosure,
  options: CheckOptions,
  effects: Effects,
): Promise<ExitCode> {
  const { figures } = options;
  if (figures !== undefined) {
    const text = jsonText(toFigures(disclosure));
    if (!(await putNew({ text, name: figures, what: 'Figures' }, effects))) return 2;
  }
  const answer = disclosureAnswer(disclosure);
  return (await putAnswer({ answer, result: disclosure }, options, effects)) ? 0 : 2;
}

/** A file where none is; false after the complaint. */
async function putNew(
  { text, name, what }: { readonly text: string; readonly name: string; readonly what: string },
  effects: Effects,
): Promise<boolean> {
  const path = resolve(effects.workingFolder, name);
  if (!(await folderIsReady(path, effects))) return false;
  const written = await effects.files.writeNew(path, text);
  const shown = shownPath(path, effects.workingFolder);
  if (written.ok) effects.stderr(`${what} written to ${shown}\n`);
  else effects.stderr(complaint(`cannot write ${shown}: ${written.issues[0]?.got ?? ''}`));
  return written.ok;
}

function jsonTemplate(slug: string): string {
  const form = formOfText({ text: disclosureTemplate(slug), name: '' });
  if (!form.ok) throw new Error('the template is not YAML');
  return `${JSON.stringify(form.value.value, null, 2)}\n`;
}
