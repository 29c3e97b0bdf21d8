import { join } from 'node:path';
import { printable } from '@almfes/report';
import { type CaseFolder, listCases } from '../case-folder.js';
import { readJson } from '../case-run.js';
import type { Effects } from '../effect/effects.js';
import type { ExitCode } from './exit-code.js';

interface ListedCase {
  readonly case: string;
  readonly title: string;
  readonly valuationDate: string;
  readonly decisionDate: string;
}

/** The cases of the library with the title and dates their Study gives. */
export async function listCommand(asJson: boolean, effects: Effects): Promise<ExitCode> {
  const folders = await listCases(effects);
  const cases = await Promise.all(folders.map((folder) => describe(folder, effects)));
  if (asJson) {
    effects.stdout(`${JSON.stringify({ cases }, null, 2)}\n`);
    return 0;
  }
  const width = Math.max(4, ...cases.map((each) => each.case.length));
  const lines = [
    `${'Case'.padEnd(width)}  Balance sheet  Decision    Title`,
    ...cases.map((each) => lineOf(each, width)),
  ];
  effects.stdout(printable(`${lines.join('\n')}\n`));
  return 0;
}

function lineOf(each: ListedCase, width: number): string {
  const dates = `${each.valuationDate.padEnd(13)}  ${each.decisionDate.padEnd(10)}`;
  return `${each.case.padEnd(width)}  ${dates}  ${each.title}`;
}

async function describe({ slug, path }: CaseFolder, { files }: Effects): Promise<ListedCase> {
  const read = await readJson(join(path, 'study.json'), files);
  const study: unknown = read.ok ? read.value : null;
  return {
    case: slug,
    title: textAt(study, 'title'),
    valuationDate: textAt(study, 'valuationDate', 'quarterEnd'),
    decisionDate: textAt(study, 'decisionDate'),
  };
}

/** A Study that cannot be read is still listed: `almfes case` then says what is wrong with it. */
function textAt(value: unknown, ...names: readonly string[]): string {
  if (typeof value !== 'object' || value === null) return '(unreadable study.json)';
  const found = Object.entries(value).find(([key]) => names.includes(key))?.[1];
  return typeof found === 'string' ? found : '(not given)';
}
