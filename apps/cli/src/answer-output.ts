import { resolve } from 'node:path';
import type { Answer } from '@almfes/engine';
import { htmlAnswer, textAnswer } from '@almfes/report';
import type { Command } from 'commander';
import { apartFrom } from './apart-from.js';
import type { Effects } from './effect/effects.js';
import { jsonText } from './json-text.js';
import { folderIsReady, writePage } from './page-file.js';
import { refused } from './refused.js';

/** How an Answer is given out; the words of every command that makes one. */
export interface AnswerOptions {
  readonly json?: boolean;
  readonly html?: string;
}

/** Adds `--json` and `--html FILE` to a command that makes an Answer. */
export function withAnswerOptions(command: Command): Command {
  return command
    .option('--json', 'print one JSON object with all digits')
    .option('--html <file>', 'also write the answer as one HTML page');
}

/**
 * Whether the page asked for can be written, and over none of the files that are read: to be asked
 * first; false after the complaint.
 */
export async function answerIsWelcome(
  options: AnswerOptions,
  effects: Effects,
  read: readonly (string | undefined)[],
): Promise<boolean> {
  const { html } = options;
  if (html === undefined) return true;
  const apart = apartFrom({ written: { '--html': html }, read }, effects.workingFolder);
  if (!apart.ok) refused('no page', apart.issues, options, effects);
  return apart.ok && folderIsReady(resolve(effects.workingFolder, html), effects);
}

/**
 * Prints an Answer as text at the terminal's width, or `result` (what the room found, with all
 * digits) as JSON, and writes the page where one is asked for; false after the complaint when it
 * cannot. Throws RangeError when a number of the Answer is not finite.
 */
export async function putAnswer(
  { answer, result }: { readonly answer: Answer; readonly result: unknown },
  { json, html }: AnswerOptions,
  effects: Effects,
): Promise<boolean> {
  if (html !== undefined) {
    const path = resolve(effects.workingFolder, html);
    if (!(await writePage(await htmlAnswer(answer), path, effects))) return false;
  }
  effects.stdout(json === true ? jsonText(result) : textAnswer(answer, effects.width));
  return true;
}
