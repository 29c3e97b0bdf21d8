/**
 * Fills the table of docs/validation/named-banks-back-test.md from a folder with what
 * `almfes backtest IDRSSD --json` printed for each bank, as IDRSSD.json:
 * `npx tsx tools/league/named-back-test-page.ts FOLDER`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BackTest, StrategyScore } from '../../packages/engine/src/index.js';
import {
  institutionTitle,
  parseReportedBanks,
  type ReportedBank,
} from '../../packages/intake/src/index.js';
import { filled } from './filled-page.js';
import { htmTransferLines } from './htm-transfer-lines.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PAGE = `${ROOT}docs/validation/named-banks-back-test.md`;
export const REPORTS = `${ROOT}library/data/call-report-quarters/2026-11-28/named-banks.csv`;

/** A bank's row: E0 to RWA at the end and lowest, and income against the bank, by strategy. */
export function backTestLine(bank: string, { strategies, predictions }: BackTest): string {
  const [nothing, recommended] = strategies;
  if (nothing === undefined || recommended === undefined) throw new Error('no strategies');
  const against = (each: StrategyScore) =>
    money(each.netInterestIncome - nothing.netInterestIncome);
  const relaxed = recommended.decisions.filter(({ words }) => words.startsWith('relaxed')).length;
  const fall = predictions.filter(({ reported }) => reported < 0);
  const sum = (of: (each: (typeof predictions)[number]) => number) =>
    fall.reduce((total, each) => total + of(each), 0);
  const cells = [
    bank,
    money(nothing.netInterestIncome),
    ...strategies.map((each) => `${endOf(each)} (${lowestOf(each)})`),
    ...strategies.slice(1).map(against),
    verdict(nothing, recommended, strategies.slice(2)),
    `${relaxed} of ${recommended.decisions.length}`,
    sum((each) => each.reported) === 0
      ? ''
      : percent(sum((each) => each.predicted) / sum((each) => each.reported)),
  ];
  return `| ${cells.join(' | ')} |`;
}

function endOf({ quarters }: StrategyScore): string {
  return percent(quarters.at(-1)?.economicE0Ratio ?? Number.NaN);
}

function lowestOf({ quarters }: StrategyScore): string {
  return percent(Math.min(...quarters.map(({ economicE0Ratio }) => economicE0Ratio)));
}

/** Capital at the end against what the bank did, and who of the simple rules kept more. */
function verdict(
  nothing: StrategyScore,
  recommended: StrategyScore,
  rules: readonly StrategyScore[],
): string {
  const end = ({ quarters }: StrategyScore) => quarters.at(-1)?.economicE0 ?? Number.NaN;
  const own = end(recommended) >= end(nothing) ? 'kept' : 'lost';
  const beaten = rules.filter((rule) => end(rule) > end(recommended)).map(({ id }) => id);
  return `${own} ${money(Math.abs(end(recommended) - end(nothing)))}; ${
    beaten.length === 0 ? 'no rule kept more' : `more kept: ${beaten.join(', ')}`
  }`;
}

function money(value: number): string {
  return (Math.round(value) + 0).toLocaleString('en-US');
}

function percent(ratio: number): string {
  return `${(100 * ratio).toFixed(1)}%`;
}

function printedOf(folder: string, { idrssd }: ReportedBank): unknown {
  return JSON.parse(readFileSync(`${folder}/${idrssd}.json`, 'utf8'));
}

function isBackTest(value: unknown): value is BackTest {
  return typeof value === 'object' && value !== null && 'strategies' in value;
}

/** Why a replay was refused: the first issue. */
function reasonOf(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('issues' in value)) return 'no answer';
  const issues: unknown = value.issues;
  const first: unknown = Array.isArray(issues) ? issues[0] : undefined;
  if (typeof first !== 'object' || first === null || !('message' in first)) return 'no answer';
  return String(first.message);
}

function write(): void {
  const folder = process.argv[2];
  if (folder === undefined) throw new Error('which folder?');
  const banks = parseReportedBanks(readFileSync(REPORTS, 'utf8'));
  if (!banks.ok) throw new Error('the reports of the library do not parse');
  const done: string[] = [];
  const refused: string[] = [];
  for (const bank of banks.value) {
    const result = printedOf(folder, bank);
    const name = institutionTitle(bank.names[0]);
    if (isBackTest(result)) done.push(backTestLine(name, result));
    else refused.push(`| ${name} | ${reasonOf(result)} |`);
  }
  let page = readFileSync(PAGE, 'utf8');
  page = filled(page, 'score', done.toSorted());
  page = filled(page, 'refused', refused.toSorted());
  page = filled(page, 'moved to HTM', htmTransferLines(page));
  writeFileSync(PAGE, page);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) write();
