import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { recordingEffects } from './example-effects.test-fixture.js';
import { runProgram } from './program.js';

const example = (name: string): string =>
  fileURLToPath(new URL(`../../../docs/example/behaviour/${name}.csv`, import.meta.url));

async function run(text: string, ...words: string[]) {
  const { effects, out, err } = await recordingEffects();
  await writeFile(join(effects.workingFolder, 'history.csv'), text);
  const code = await runProgram(['estimate', ...words, 'history.csv'], effects);
  return { code, out: out(), err: err() };
}

/** Quarters from 2015 of a policy rate and of a cost made from it, per cent. */
function rates(cost: (policy: readonly number[], quarter: number) => number, count = 24): string {
  const ends = ['03-31', '06-30', '09-30', '12-31'];
  const policy = Array.from({ length: count }, (_, i) => 2 + ((i * i) % 7) / 4);
  const rows = policy.map((rate, i) => {
    const date = `${2015 + Math.floor(i / 4)}-${ends[i % 4]}`;
    return `${date},${rate.toFixed(4)},${cost(policy, i).toFixed(6)}`;
  });
  return ['date,policyRatePercent,costPercent', ...rows].join('\n');
}

const LATE = rates((policy, i) => 0.4 * (policy[Math.max(0, i - 1)] ?? 0));
const AT_ONCE = rates((policy, i) => 0.3 * (policy[i] ?? 0) + 0.001 * ((i * 5) % 3));

describe('almfes estimate beta', () => {
  it('EST-4, EST-5, EST-14: 40% a quarter late: beta 0.4, mean lag 3 months', async () => {
    const { code, out, err } = await run(LATE, 'beta', '--json', '--lags', '1', '--together');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [side] = JSON.parse(out).distributedLag.sides;
    expect(side.beta.value).toBeCloseTo(0.4, 6);
    expect(side.meanLagMonths.value).toBeCloseTo(3, 4);
  });

  it('EST-12: says when lags do not beat the plain linear benchmark', async () => {
    const { code, out } = await run(AT_ONCE, 'beta', '--lags', '3', '--together');
    expect(code).toBe(0);
    expect(out).toMatch(/distributed lag of 3 quarters does not beat the plain linear benchmark/);
  });

  it('EST-14: prints cycles, beta with its errors and the test', async () => {
    const { code, out, err } = await run(await readFile(example('industry-cost'), 'utf8'), 'beta');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const lines = out.split('\n');
    expect(lines[0]).toBe('23 changes, 2018-06-30 to 2024-06-30, 14 degrees of freedom');
    expect(lines).toContain('down   2019-06-30  2020-06-30  -2.337  -0.598  0.256');
    expect(out).toMatch(/up +beta +0\.\d{3} +0\.\d{3}/);
    expect(out).toMatch(/down +mean lag, months +\d\.\d/);
    expect(out).toMatch(/static beta +\d/);
    // The cost before 2018 is not known, and nothing is put in its place.
    expect(out).toMatch(/No answer for a cycle: cycle\.no-cost at depositRate of 2015-12-31/);
    // Errors stand in the table in points; the finding says no number in another unit.
    expect(out.replaceAll(/\s+/g, ' ')).toContain('by root mean square error of 9 forecasts.');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
  });
});

describe('almfes estimate decay', () => {
  const months = Array.from({ length: 12 }, (_, i) => i + 1);
  const balances = (balance: (i: number) => number): string =>
    [
      'date,balance',
      ...months.map((m, i) => `2023-${String(m).padStart(2, '0')}-15,${balance(i)}`),
    ].join('\n');

  it('EST-9, EST-14: 2% a month: average life 1 / (12 x 0.02) = 4.17 years', async () => {
    const { code, out, err } = await run(
      balances((i) => 100 * 0.98 ** i),
      'decay',
      '--json',
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { constant, twoPart } = JSON.parse(out);
    expect(constant.averageLife.valueYears).toBeCloseTo(1 / 0.24, 8);
    expect(twoPart.issues[0].code).toBe('decay.one-part');
  });

  it('EST-8: balances that grow end with 2, told as growth', async () => {
    const { code, out, err } = await run(
      balances((i) => 100 * 1.01 ** i),
      'decay',
    );
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe(
      'almfes: no estimate from history.csv: decay.grows at balances: ' +
        'expected balances that fall, got growth of 12.7% a year\n',
    );
  });

  it('EST-14: prints hazard, average life and the test; the example has an estimate', async () => {
    const text = await readFile(example('schwab-balances'), 'utf8');
    const { code, out, err } = await run(text, 'decay');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^9 balances over 27 months\n/);
    expect(out).toMatch(/average life, years +\d\.\d\d/);
    expect(out).toMatch(/linear trend +\d/);
  });
});

describe('almfes estimate, bad input', () => {
  it.each([
    ['beta', 'a,b\n1,2', /csv\.header at row 1: expected date,policyRatePercent,costPercent/],
    [
      'beta',
      LATE.replace('2016-03-31,', '2016-03-31,x'),
      /csv\.number at row 6, column policyRatePercent/,
    ],
    ['beta', LATE.split('\n').slice(0, 8).join('\n'), /lag\.too-few at history/],
    ['decay', 'date,balance\n2023-01-31,-1', /csv\.number at row 2, column balance/],
    ['decay', 'date,balance\n2023-01-31,1', /decay\.too-few at history: expected at least 6/],
  ])('EST-14: %s ends with 2 and names the place', async (what, text, expected) => {
    const { code, out, err } = await run(text, what);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(expected);
    const json = await run(text, what, '--json');
    expect(json.code).toBe(2);
    expect(JSON.parse(json.out).issues.length).toBeGreaterThan(0);
  });

  it.each([
    ['--lags', '9'],
    ['--horizon', '0'],
    ['--confidence', '95'],
    ['--newey-west', '2.5'],
  ])('EST-14: %s %s is refused', async (option, value) => {
    const { code, out, err } = await run(LATE, 'beta', option, value);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^almfes: /);
  });

  it('EST-14: a file that is not there ends with 2', async () => {
    const { effects, err } = await recordingEffects();
    expect(await runProgram(['estimate', 'beta', 'none.csv'], effects)).toBe(2);
    expect(err()).toMatch(/FILE_UNREADABLE/);
  });
});
