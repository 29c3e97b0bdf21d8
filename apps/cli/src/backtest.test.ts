import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type BackTest, backTestAnswer, replayAssumptions } from '@almfes/engine';
import { textAnswer } from '@almfes/report';
import { describe, expect, it } from 'vitest';
import { recordingEffects } from './example-effects.test-fixture.js';
import { runProgram } from './program.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const libraryFolder = `${root}library`;
const PAGE = readFileSync(`${root}docs/validation/svb-back-test.md`, 'utf8');

async function run(...words: string[]) {
  const { effects, out, err } = await recordingEffects({ libraryFolder });
  const code = await runProgram(['backtest', ...words], effects);
  return { code, out: out(), err: err() };
}

async function replayed(...words: string[]): Promise<BackTest> {
  const { code, out } = await run('silicon-valley-bank', '--json', ...words);
  expect(code).toBe(0);
  return JSON.parse(out);
}

/** One replay for all tests: each takes some seconds. */
const replay = replayed();

/** Rows of the page's table behind its marker: strategy, then numbers. */
function pageRows(marker: string): string[][] {
  const [, after = ''] = PAGE.split(`<!-- ${marker} -->\n`);
  const [table = ''] = after.split('\n\n');
  return table
    .split('\n')
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

const money = (value: number): string => Math.round(value).toLocaleString('en-US');
const percent = (ratio: number): string => `${(100 * ratio).toFixed(1)}%`;

function rowsOf({ strategies }: BackTest): string[][] {
  const bank = strategies[0]?.netInterestIncome ?? 0;
  return strategies.map(({ title, netInterestIncome, quarters }) => {
    const last = quarters.at(-1);
    const least = Math.min(...quarters.map(({ economicE0Ratio }) => economicE0Ratio));
    return [
      title,
      money(netInterestIncome),
      money(netInterestIncome - bank),
      money(last?.swapValue ?? 0),
      money(last?.economicE0 ?? 0),
      percent(last?.economicE0Ratio ?? 0),
      percent(least),
    ];
  });
}

/** The Call Reports as the library holds them, by column. */
function reports(): Record<string, string>[] {
  const folder = `${libraryFolder}/data/call-report-quarters`;
  const vintage = readdirSync(folder).sort().at(-1);
  const text = readFileSync(`${folder}/${vintage}/named-banks.csv`, 'utf8').trimEnd();
  const [header = '', ...rows] = text.split('\n');
  const columns = header.split(',');
  return rows
    .map((row) => Object.fromEntries(row.split(',').map((cell, at) => [columns[at] ?? '', cell])))
    .filter(({ idrssd, date = '' }) => idrssd === '802866' && date >= '2019-12-31');
}

describe('almfes backtest silicon-valley-bank', () => {
  it('BACKTEST-9: the page of the replay says what the replay gives', async () => {
    const found = await replay;
    expect(rowsOf(found)).toEqual(pageRows('score 4'));
    const shorter = rowsOf(await replayed('--deposit-life', '2'));
    expect(shorter.filter(([title]) => title === 'As recommended')).toEqual(pageRows('score 2'));
    expect(shorter.filter(([title]) => title !== 'As recommended')).toEqual(
      pageRows('score 4').filter(([title]) => title !== 'As recommended'),
    );
  }, 120_000);

  it('BACKTEST-9: the bank is scored at its own figures, the others by the identity', async () => {
    const { strategies } = await replay;
    const [nothing] = strategies;
    reports()
      .slice(1)
      .forEach((report, index) => {
        const of = (name: string) => Number(report[name]);
        const marks = of('afsFair') - of('afsCost') + of('htmFair') - of('htmCost');
        const scored = nothing?.quarters[index];
        expect(scored?.marks).toBeCloseTo(marks, 2);
        expect(scored?.economicE0).toBeCloseTo(of('cet1') + marks, 2);
        expect(scored?.netInterestIncome).toBeCloseTo(of('netInterestIncome'), 9);
      });
    for (const { quarters } of strategies) {
      let kept = 0;
      quarters.forEach((each, index) => {
        kept += each.swapCarry + each.cashIncome - each.cost;
        const bank = nothing?.quarters[index];
        const gap = each.economicE0 - (bank?.economicE0 ?? 0);
        expect(gap).toBeCloseTo(each.swapValue + each.marks - (bank?.marks ?? 0) + kept, 6);
      });
    }
  }, 120_000);

  it('BACKTEST-9: tells it in words, and that the bank would not have been saved', async () => {
    const answer = backTestAnswer('Silicon Valley Bank', await replay, replayAssumptions(4));
    const out = textAnswer(answer, 100);
    const words = out.replaceAll(/\s+/g, ' ');
    expect(words).toContain('as the bank did −690 (−0.6%); as recommended 4,321 (3.9%)');
    expect(words).toContain('would not have kept economic CET1 at 4.5% of RWA: 3.9% at the end');
    expect(words).toContain('More capital was kept by: new money in cash, hedge all duration.');
    expect(words).toContain('None would have met a run of 86.0% of uninsured deposits');
    expect(out.split('\n').every((line) => line.length <= 100)).toBe(true);
  }, 120_000);
});

describe('almfes backtest, refused', () => {
  it.each(['nobody', '../../nobody', 'first', ''])(
    'a bank named "%s" is none of the library: 2, and on stderr',
    async (bank) => {
      const { code, out, err } = await run(bank);
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain('a bank of library/data/call-report-quarters');
    },
  );

  it('with --json the issues are JSON', async () => {
    const { code, out } = await run('nobody', '--json');
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ issues: [{ code: 'replay.bank' }] });
  });

  it.each(['0', '0.0001', '-1', '31', 'long', '1e3'])(
    'a deposit life of %s is refused',
    async (life) => {
      const { code, err } = await run('silicon-valley-bank', '--deposit-life', life);
      expect(code).toBe(2);
      expect(err).toContain('Years from 0.25 to 30');
    },
  );
});
