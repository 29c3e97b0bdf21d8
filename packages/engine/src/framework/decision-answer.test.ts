import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { enumeratingSolver } from '../decision/enumerating-solver.test-fixture.js';
import { parsePolicy } from '../decision/index.js';
import { valueOrThrow } from '../study/example-study.test-fixture.js';
import { parseStudy } from '../study/index.js';
import { decide, statePolicy } from './decide.js';
import { decisionAnswer } from './decision-answer.js';

const at = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../docs/example/${path}`, import.meta.url), 'utf8'));
const study = valueOrThrow(parseStudy(at('study/every-part.json')));
const file = valueOrThrow(parsePolicy(at('limits.json')));

/** Two levers and two limits, so that the solver of the tests can look at every corner. */
async function answered() {
  const stated = statePolicy(study, file, 'us');
  const { policy } = stated.stated;
  const levers = policy.levers.filter(({ id }) => id === 'sell-afs' || id === 'term-2y');
  const limits = policy.limits.filter(({ id }) => ['run', 'economic-cet1', 'eve'].includes(id));
  const narrowed = { ...stated.stated, policy: { ...policy, levers, limits } };
  const result = valueOrThrow(
    await decide({
      ...{ study, leftOut: [], solver: enumeratingSolver, frontier: true, allocation: true },
      stated: narrowed,
      progress: () => {},
    }),
  );
  return { result, answer: decisionAnswer(result) };
}

describe('a decision told', () => {
  it('ANSWER-4 and ALLOC-7: every number is finite, every part has its table', async () => {
    const { answer, result } = await answered();
    expect(answer.tables.map(({ id }) => id)).toEqual([
      ...['decision-moves', 'decision-limits', 'decision-prices', 'decision-alternatives'],
      ...['decision-frontier', 'allocation', 'allocation-marginal', 'allocation-use'],
      ...['policy-limits', 'policy-levers'],
    ]);
    const cells = answer.tables.flatMap(({ rows }) => rows.flat());
    expect(cells.filter((cell) => typeof cell === 'number' && !Number.isFinite(cell))).toEqual([]);
    expect(answer.findings.some((line) => line.startsWith('Frontier: of '))).toBe(true);
    expect(answer.findings.some((line) => line.startsWith('The next dollar of'))).toBe(true);
    // the table of segments adds up to what stands in its last row
    const allocation = answer.tables.find(({ id }) => id === 'allocation');
    const margins = allocation?.rows.map((row) => Number(row[2] ?? 0)) ?? [];
    const whole = margins.pop();
    expect(margins.reduce((a, b) => a + b, 0)).toBeCloseTo(whole ?? 0, 9);
    expect(result.allocation?.marginal.length).toBe(5);
  });

  it('ALLOC-1: what a Study lacks is told as a finding', async () => {
    const { result } = await answered();
    const { allocation } = result;
    if (allocation === null) throw new Error('asked for');
    const { answer } = await answered();
    expect(answer.findings.some((line) => line.includes('No margin'))).toBe(false);
    const message = 'the Study has no transfer prices';
    const missing = { code: 'x', path: 'x', expected: 'x', got: 'x', message };
    const capital = { ...allocation.capital, margin: { missing } };
    const told = decisionAnswer({ ...result, allocation: { ...allocation, capital } });
    expect(told.findings).toContain(`No margin by segment: ${message}.`);
  });
});
