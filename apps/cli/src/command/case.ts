import { resolve } from 'node:path';
import type { CaseResult } from '@almfes/engine';
import { HEDGE_FILE } from '@almfes/laboratory';
import { caseResultSchema, htmlReport, textReport } from '@almfes/report';
import { findCase } from '../case-folder.js';
import { runCaseNamed } from '../case-run.js';
import { complaint } from '../complaint.js';
import type { Effects } from '../effect/effects.js';
import { jsonText } from '../json-text.js';
import { folderIsReady, writePage } from '../page-file.js';
import { listCommand } from './case-list.js';
import type { ExitCode } from './exit-code.js';
import { structuralHedgeCommand } from './structural-hedge.js';

export interface CaseOptions {
  readonly json?: boolean;
  readonly step?: number;
  readonly html?: string;
  readonly list?: boolean;
  readonly schema?: boolean;
}

/** `almfes case`: one case as tables, JSON or HTML; or the list of cases, or the schema. */
export async function caseCommand(
  slugOrPath: string | undefined,
  options: CaseOptions,
  effects: Effects,
): Promise<ExitCode> {
  if (options.schema === true) {
    effects.stdout(`${JSON.stringify(caseResultSchema, null, 2)}\n`);
    return 0;
  }
  if (options.list === true) return listCommand(options.json === true, effects);
  if (slugOrPath === undefined) {
    effects.stderr(complaint('which case? Name one, or see almfes case --list'));
    return 2;
  }
  return showCase(slugOrPath, options, effects);
}

async function showCase(
  slugOrPath: string,
  options: CaseOptions,
  effects: Effects,
): Promise<ExitCode> {
  const htmlPath = options.html === undefined ? null : resolve(effects.workingFolder, options.html);
  if (htmlPath !== null && !(await folderIsReady(htmlPath, effects))) return 2;
  const hedge = await findCase(slugOrPath, effects, HEDGE_FILE);
  if (hedge.ok) {
    const at = htmlPath === null ? options : { ...options, html: htmlPath };
    return structuralHedgeCommand(hedge.value, at, effects);
  }
  const result = await runCaseNamed(slugOrPath, options, effects);
  if (result === null) return 2;
  if (htmlPath !== null) {
    if (!(await writePage(await htmlReport(result), htmlPath, effects))) return 2;
  }
  effects.stdout(options.json === true ? json(result, options) : text(result, options, effects));
  return 0;
}

function json(result: CaseResult, { step }: CaseOptions): string {
  if (step === undefined) return jsonText(result);
  return jsonText({ ...result, steps: result.steps.filter((each) => each.step === step) });
}

function text(result: CaseResult, { step }: CaseOptions, { width }: Effects): string {
  return textReport(result, step === undefined ? { width } : { width, steps: [step] });
}
