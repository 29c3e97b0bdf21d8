import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordingEffects } from './example-effects.test-fixture.js';
import { runProgram } from './program.js';

const SEED = 20261123;
const example = (path: string): string =>
  fileURLToPath(new URL(`../../../docs/example/${path}`, import.meta.url));

/** Two years at 5% on a million, yearly; the market stands in the file: 4% a year, 30E/360. */
const bond = {
  instrument: 'fixed-rate-bond',
  face: 1_000_000,
  schedule: {
    start: '2024-01-15',
    maturity: '2026-01-15',
    tenor: '12M',
    calendar: 'none',
    paymentConvention: 'Unadjusted',
  },
  rates: [0.05],
  dayCount: '30E/360',
  settlement: { days: 0, calendar: 'none' },
  yield: { compounding: 'compounded', frequencyPerYear: 1, dayCount: '30E/360', flowDays: 'paid' },
};
const market = {
  curve: 'flat',
  referenceDate: '2024-01-15',
  rate: 0.04,
  compounding: 'compounded',
  frequency: 'annual',
  dayCount: '30E/360',
};

interface Answer {
  readonly instrument: string;
  readonly valuationDate: string;
  readonly measures: readonly { readonly id: string; readonly value: number }[];
  readonly flows: readonly { readonly payDate: string; readonly amount: number }[];
}

async function run(text: string, ...words: string[]) {
  const { effects, out, err } = await recordingEffects();
  await writeFile(join(effects.workingFolder, 'terms.json'), text);
  const code = await runProgram(['value', 'terms.json', ...words], effects);
  return { code, out: out(), err: err() };
}

async function answerOf(text: string, ...words: string[]): Promise<Answer> {
  const { code, out, err } = await run(text, '--json', ...words);
  expect(err).toBe('');
  expect(code).toBe(0);
  return JSON.parse(out);
}

const measure = ({ measures }: Answer, id: string): number =>
  measures.find((one) => one.id === id)?.value ?? Number.NaN;

describe('almfes value', () => {
  it('VALUE-1, VALUE-3: a bond by hand: 5 / 1.04 + 105 / 1.0816 = 101.886095', async () => {
    const answer = await answerOf(JSON.stringify({ ...bond, market }));
    const price = 5 / 1.04 + 105 / 1.0816;
    expect(measure(answer, 'dirty-price')).toBeCloseTo(price, 10);
    expect(measure(answer, 'present-value')).toBeCloseTo(price * 10_000, 6);
    expect(measure(answer, 'yield')).toBeCloseTo(0.04, 12);
    // Macaulay: (1 x 4.807692 + 2 x 97.078402) / 101.886095; modified: over 1.04.
    const macaulay = ((5 / 1.04) * 1 + (105 / 1.0816) * 2) / price;
    expect(measure(answer, 'macaulay-duration')).toBeCloseTo(macaulay, 10);
    expect(measure(answer, 'modified-duration')).toBeCloseTo(macaulay / 1.04, 10);
    expect(answer.valuationDate).toBe('2024-01-15');
    expect(answer.flows.map(({ payDate, amount }) => [payDate, amount])).toEqual([
      ['2025-01-15', 50_000],
      ['2026-01-15', 50_000],
      ['2026-01-15', 1_000_000],
    ]);
  });

  it('VALUE-2: a curve in a file of its own gives the value of one in the instrument', async () => {
    const { effects, out } = await recordingEffects();
    await writeFile(join(effects.workingFolder, 'terms.json'), JSON.stringify(bond));
    await writeFile(join(effects.workingFolder, 'curve.json'), JSON.stringify(market));
    const words = ['value', 'terms.json', '--curve', 'curve.json', '--json'];
    expect(await runProgram(words, effects)).toBe(0);
    const inside = await answerOf(JSON.stringify({ ...bond, market }));
    expect(JSON.parse(out())).toEqual(inside);
  });

  it('VALUE-2: a market names every curve, nothing stands in for one that is missing', async () => {
    const floater = JSON.parse(
      await readFile(example('instrument/floating-rate-bond.json'), 'utf8'),
    );
    const whole = JSON.parse(await readFile(example('market/two-curves.json'), 'utf8'));
    const { projection: _, ...without } = whole;
    expect(
      measure(await answerOf(JSON.stringify({ ...floater, market: whole })), 'yield'),
    ).toBeGreaterThan(0);
    const { code, err } = await run(JSON.stringify({ ...floater, market: without }));
    expect(code).toBe(2);
    expect(err).toBe(
      'almfes: terms.json could not be valued: curve.missing at projection/EURIBOR-6M: ' +
        'expected a curve for EURIBOR-6M, got nothing\n',
    );
  });

  it('VALUE-3: prints an aligned table without --json', async () => {
    const { out } = await run(JSON.stringify({ ...bond, market }));
    expect(out.split('\n').slice(0, 6)).toEqual([
      'fixed-rate-bond on 2024-01-15',
      '',
      expect.stringMatching(/^Measure +Value {2}Unit +How it is counted$/),
      expect.stringMatching(/^-+$/),
      expect.stringMatching(/^present-value +1,018,860\.95 {2}currency$/),
      expect.stringMatching(
        /^clean-price +101\.886095 {2}per 100 face +of the balance at settlement$/,
      ),
    ]);
  });

  it('VALUE-1: every example of the documentation has a value', async () => {
    for (const name of await readdir(example('instrument'))) {
      const isWhole = /callable|cap|collar|floor|swaption|floating/.test(name);
      const curve = isWhole ? 'market/two-curves.json' : 'curve/sofr-swaps.json';
      const { effects, out, err } = await recordingEffects();
      const words = ['value', example(`instrument/${name}`), '--curve', example(curve), '--json'];
      const code = await runProgram(words, effects);
      expect({ name, code, err: err() }).toEqual({ name, code: 0, err: '' });
      const answer: Answer = JSON.parse(out());
      expect(answer.measures.length, name).toBeGreaterThan(1);
      expect(
        answer.measures.every(({ value }) => Number.isFinite(value)),
        name,
      ).toBe(true);
    }
  });
});

describe('almfes value, what cannot be valued ends with 2 and names the place', () => {
  const cases: readonly [string, Record<string, unknown>, RegExp][] = [
    ['no market', bond, /missing at \/market/],
    ['another kind', { ...bond, instrument: 'ship', market }, /enum at \/instrument/],
    ['a misspelt term', { ...bond, facce: 1, market }, /unknown-key at \/facce/],
    ['a missing term', { ...bond, face: undefined, market }, /missing at \/face/],
    [
      'an impossible date',
      { ...bond, market: { ...market, referenceDate: '2024-02-30' } },
      /date\.none at \/market\/referenceDate/,
    ],
    [
      'per cent for decimals',
      { ...bond, market: { ...market, rate: 4 } },
      /range at \/market\/rate/,
    ],
    [
      'a maturity before the start',
      { ...bond, schedule: { ...bond.schedule, maturity: '2023-01-15' }, market },
      /order at \/schedule\/maturity: expected a day after start 2024-01-15, got 2023-01-15/,
    ],
    [
      'a bond that has matured',
      { ...bond, market: { ...market, referenceDate: '2026-01-15' } },
      /could not be valued/,
    ],
  ];
  it.each(cases)('VALUE-3: %s', async (_name, terms, expected) => {
    const { code, out, err } = await run(JSON.stringify(terms));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(expected);
  });

  it(`VALUE-3: random and mutated files end with 0 or 2, seed ${SEED}`, async () => {
    const whole = JSON.stringify({ ...bond, market });
    const mutated = fc
      .tuple(fc.nat(whole.length - 1), fc.nat(12), fc.string({ maxLength: 6 }))
      .map(([at, length, put]) => whole.slice(0, at) + put + whole.slice(at + length));
    const text = fc.oneof(
      fc.json(),
      mutated,
      fc.nat(whole.length).map((at) => whole.slice(0, at)),
    );
    await fc.assert(
      fc.asyncProperty(text, async (content) => {
        const { code, out, err } = await run(content, '--json');
        expect([0, 2]).toContain(code);
        expect(err === '').toBe(code === 0);
        const answer = JSON.parse(out);
        expect(Object.hasOwn(answer, 'issues')).toBe(code === 2);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });
});
