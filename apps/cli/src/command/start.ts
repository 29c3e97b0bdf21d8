import { join, resolve } from 'node:path';
import { htmlReport, textReport } from '@almfes/report';
import { runCaseNamed } from '../case-run.js';
import { complaint } from '../complaint.js';
import type { Effects } from '../effect/effects.js';
import { folderIsReady, writePage } from '../page-file.js';
import type { ExitCode } from './exit-code.js';

const FIRST_CASE = 'svb-2022';

export interface StartOptions {
  readonly out: string;
  readonly serve: boolean;
  readonly port: number;
}

/** `almfes start`: the framework on one real bank; printed, written and, to a person, served. */
export async function startCommand(options: StartOptions, effects: Effects): Promise<ExitCode> {
  const file = join(resolve(effects.workingFolder, options.out), `${FIRST_CASE}.html`);
  if (!(await folderIsReady(file, effects))) return 2;
  const result = await runCaseNamed(FIRST_CASE, effects);
  if (result === null) return 2;
  effects.stdout(textReport(result, { width: effects.width }));
  const page = await htmlReport(result);
  if (!(await writePage(page, file, effects))) return 2;
  if (!options.serve || !effects.isTerminal) return 0;
  return serve(page, options.port, effects);
}

async function serve(html: string, port: number, effects: Effects): Promise<ExitCode> {
  const ended = await effects.serve(html, port, (address) => {
    effects.stderr(`Read it at ${address} (Ctrl-C ends)\n`);
  });
  if (ended.ok) return 0;
  const got = ended.issues[0]?.got ?? 'unknown error';
  effects.stderr(complaint(`cannot serve the report on port ${port}: ${got}`));
  return 2;
}
