import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { recordingEffects } from './example-effects.test-fixture.js';
import { runProgram } from './program.js';

const docs = fileURLToPath(new URL('../../../docs/example/', import.meta.url));
const market = join(docs, 'market', 'flat-hull-white.json');

async function run(text: string, ...words: readonly string[]) {
  const used = await recordingEffects();
  await writeFile(join(used.effects.workingFolder, 'mine.json'), text);
  const code = await runProgram(['value', 'mine.json', ...words], used.effects);
  return { code, out: used.out(), err: used.err() };
}

/** A bond at par on the flat curve of 4.5 per cent half-yearly, from one coupon day to another. */
const bond = {
  instrument: 'fixed-rate-bond',
  face: 1000,
  schedule: {
    start: '2024-01-16',
    maturity: '2025-01-16',
    tenor: '6M',
    calendar: 'none',
    paymentConvention: 'Unadjusted',
  },
  rates: [0.05],
  dayCount: '30/360',
  settlement: { days: 0, calendar: 'none' },
  yield: 'street',
};

describe('almfes value', () => {
  it('agrees with the hand: coupons of 25 and the face, discounted at 4.5 per cent', async () => {
    const { out } = await run(JSON.stringify(bond), '--curve', market, '--json');
    const answer = JSON.parse(out);
    // 182 and 366 days of a year of 365, two periods a year.
    const byHand = 25 * 1.0225 ** ((-182 / 365) * 2) + 1025 * 1.0225 ** ((-366 / 365) * 2);
    expect(answer.measures[0]).toMatchObject({ id: 'present-value', unit: 'currency' });
    expect(answer.measures[0].value).toBeCloseTo(byHand, 9);
    expect(answer.flows.map((flow: { amount: number }) => flow.amount)).toEqual([25, 25, 1000]);
  });

  it.each([
    [
      'a misspelt key',
      { ...bond, cleenPrice: 99 },
      /unknown-key at \/cleenPrice: .*mean cleanPrice\?/,
    ],
    ['a kind of no name', { ...bond, instrument: 'bond' }, /enum at \/instrument: .*got "bond"/],
    ['per cent for decimals', { ...bond, rates: [5] }, /range at \/rates\/0: .*got 5\n/],
    ['no market', bond, /missing at \/market: .*--curve FILE/],
    ['a list', [bond], /: type: expected an object, got a list of 1\n/],
  ])('%s: one line, exit code 2, nothing on stdout', async (name, json, expected) => {
    const words = name === 'no market' ? [] : ['--curve', market];
    const { code, out, err } = await run(JSON.stringify(json), ...words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^almfes: mine\.json could not be valued: .*\n$/);
    expect(err).toMatch(expected);
    const told = await run(JSON.stringify(json), ...words, '--json');
    expect(JSON.parse(told.out).issues).toHaveLength(1);
  });
});
