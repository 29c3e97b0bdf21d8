import { join } from 'node:path';
import { daysInMonth } from '@almfes/engine';
import { HEDGE_FILE, parseCasePage } from '@almfes/laboratory';
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

/** The cases that run: with title and dates of their Study, or of their structural hedge. */
export async function listCommand(asJson: boolean, effects: Effects): Promise<ExitCode> {
  const folders = await listCases(effects);
  const hedges = await listCases(effects, HEDGE_FILE);
  const found = await Promise.all([
    ...folders.map((folder) => describe(folder, effects)),
    ...hedges.map((folder) => describeHedge(folder, effects)),
  ]);
  const cases = found.toSorted((a, b) => (a.case < b.case ? -1 : 1));
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

/** A disclosure study with a structural hedge: its month, and what its page says. */
async function describeHedge({ slug, path }: CaseFolder, { files }: Effects): Promise<ListedCase> {
  const read = await readJson(join(path, HEDGE_FILE), files);
  const page = await files.readText(join(path, 'case.md'), LIMIT_BYTES);
  const front = page.ok ? parseCasePage(page.value) : page;
  const told = front.ok ? front.value.front : undefined;
  return {
    case: slug,
    title: told?.title ?? '(unreadable case.md)',
    valuationDate: lastDayOf(textAt(read.ok ? read.value : null, 'month')),
    decisionDate: told?.decisionDate ?? '(not given)',
  };
}

/** A hedge stands at the end of its month. */
function lastDayOf(month: string): string {
  const [, year, number] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month) ?? [];
  if (year === undefined) return month;
  return `${month}-${daysInMonth(Number(year), Number(number))}`;
}

const LIMIT_BYTES = 1_000_000;

/** A Study that cannot be read is still listed: `almfes case` then says what is wrong with it. */
function textAt(value: unknown, ...names: readonly string[]): string {
  if (typeof value !== 'object' || value === null) return '(unreadable study.json)';
  const found = Object.entries(value).find(([key]) => names.includes(key))?.[1];
  return typeof found === 'string' ? found : '(not given)';
}
