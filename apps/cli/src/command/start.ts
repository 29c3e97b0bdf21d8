import { dirname, join, resolve } from 'node:path';
import { htmlReport, textReport } from '@almfes/report';
import { runCaseNamed } from '../case-run.js';
import { complaint } from '../complaint.js';
import type { Effects, ServedPages } from '../effect/effects.js';
import { folderIsReady, writePage } from '../page-file.js';
import type { ExitCode } from './exit-code.js';
import { siteCommand } from './site.js';

const FIRST_CASE = 'svb-2022';

export interface StartOptions {
  readonly out: string;
  readonly serve: boolean;
  readonly port: number;
  readonly buildSite?: boolean;
}

/** `almfes start`: the framework on one real bank; printed, written and, to a person, served. */
export async function startCommand(options: StartOptions, effects: Effects): Promise<ExitCode> {
  const file = join(resolve(effects.workingFolder, options.out), `${FIRST_CASE}.html`);
  if (!(await folderIsReady(file, effects))) return 2;
  const result = await runCaseNamed(FIRST_CASE, {}, effects);
  if (result === null) return 2;
  effects.stdout(textReport(result, { width: effects.width }));
  const page = await htmlReport(result);
  if (!(await writePage(page, file, effects))) return 2;
  const siteFolder = join(options.out, 'site');
  if (options.buildSite === true) {
    const code = await siteCommand({ out: siteFolder }, effects);
    if (code !== 0) return code;
  }
  if (!options.serve || !effects.isTerminal) return 0;
  const isBuilt = await effects.files.isFile(siteIndex(siteFolder, effects));
  const pages = {
    html: page,
    siteFolder: isBuilt ? dirname(siteIndex(siteFolder, effects)) : null,
  };
  return serve(pages, options.port, effects);
}

function siteIndex(siteFolder: string, { workingFolder }: Effects): string {
  return join(resolve(workingFolder, siteFolder), 'index.html');
}

async function serve(pages: ServedPages, port: number, effects: Effects): Promise<ExitCode> {
  const ended = await effects.serve(pages, port, (address) => {
    effects.stderr(`Read it at ${address} (Ctrl-C ends)\n`);
    if (pages.siteFolder !== null) effects.stderr(`The site stands at ${address}site/\n`);
  });
  if (ended.ok) return 0;
  const got = ended.issues[0]?.got ?? 'unknown error';
  effects.stderr(complaint(`cannot serve the report on port ${port}: ${got}`));
  return 2;
}
