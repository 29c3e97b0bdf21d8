import { structuralHedgeAnswer } from '@almfes/engine';
import { htmlAnswer, textAnswer } from '@almfes/report';
import type { CaseFolder } from '../case-folder.js';
import { complaint } from '../complaint.js';
import { readDisclosure } from '../disclosure-folder.js';
import type { Effects } from '../effect/effects.js';
import { jsonText } from '../json-text.js';
import { writePage } from '../page-file.js';
import { refused } from '../refused.js';
import type { ExitCode } from './exit-code.js';

interface HedgeOptions {
  readonly json?: boolean;
  readonly step?: number;
  /** Absolute path, in a folder that is there. */
  readonly html?: string;
}

/** `almfes case` of a disclosure study with a structural hedge: its tables, JSON or HTML. */
export async function structuralHedgeCommand(
  folder: CaseFolder,
  { json, html, step }: HedgeOptions,
  effects: Effects,
): Promise<ExitCode> {
  if (step !== undefined) {
    effects.stderr(complaint(`${folder.slug} is a disclosure study: it has no steps`));
    return 2;
  }
  const read = await readDisclosure(folder, effects);
  const hedge = read.ok ? read.value.hedge : undefined;
  if (!read.ok || hedge === undefined) {
    const issues = read.ok ? [] : read.issues;
    return refused(
      `the case ${folder.slug} cannot be run`,
      issues,
      { json: json === true },
      effects,
    );
  }
  const answer = structuralHedgeAnswer(hedge.hedge, hedge.outcome);
  if (html !== undefined && !(await writePage(await htmlAnswer(answer), html, effects))) return 2;
  const { slug } = folder;
  const whole = { schema: 'almfes/structural-hedge-result/1', case: slug, ...hedge.outcome };
  effects.stdout(json === true ? jsonText(whole) : textAnswer(answer, effects.width));
  return 0;
}
