import { readFileSync } from 'node:fs';
import { evaluateStructuralHedge, type StructuralOutcome } from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { parseStructuralHedge } from './parse-structural-hedge.js';
import { type STRUCTURAL_CASES, structuralFiles } from './structural-hedge.test-fixture.js';

interface Vector {
  readonly case: keyof typeof STRUCTURAL_CASES;
  readonly assumption: string;
  readonly end: string;
  readonly numbers: Readonly<Record<string, number>>;
}

/** Made by tools/vectors/structural.py, which keeps every swap as a part of its own. */
const { cases: VECTORS }: { readonly cases: readonly Vector[] } = JSON.parse(
  readFileSync(new URL('../../../../tools/vectors/structural.json', import.meta.url), 'utf8'),
);

function outcomeOf(slug: keyof typeof STRUCTURAL_CASES): StructuralOutcome {
  const hedge = parseStructuralHedge(structuralFiles(slug));
  const outcome = hedge.ok ? evaluateStructuralHedge(hedge.value) : hedge;
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

/** The numbers of the case with one assumption at one end. */
function numbersOf({ case: slug, assumption, end }: Vector): ReadonlyMap<string, number> {
  const { measures, effects } = outcomeOf(slug);
  const moved = effects.find(({ run }) => run.assumption === assumption && run.end === end);
  const numbers = assumption === '' ? measures : (moved?.numbers ?? []);
  return new Map(numbers.map(({ id, scenario, value }) => [`${id}[${scenario}]`, value]));
}

describe('structural hedges against another implementation', () => {
  it.each(VECTORS.map((each) => [`${each.case} ${each.assumption} ${each.end}`, each] as const))(
    'STRUCT-7, STRUCT-8, STRUCT-10: %s',
    (_, vector) => {
      const found = numbersOf(vector);
      for (const [key, wanted] of Object.entries(vector.numbers)) {
        const got = found.get(key) ?? Number.NaN;
        expect(Math.abs(got / wanted - 1), `${key}: ${got}, ${wanted}`).toBeLessThan(1e-9);
      }
    },
  );

  it('STRUCT-11: a range is the least and the most of all runs, each end alone', () => {
    const { measures } = outcomeOf('barclays-structural-hedge');
    const key = 'structural.value[0]';
    const all = VECTORS.filter((each) => each.case === 'barclays-structural-hedge').map(
      ({ numbers }) => numbers[key] ?? Number.NaN,
    );
    const found = measures.find(({ id, scenario }) => `${id}[${scenario}]` === key);
    expect(found?.low).toBeCloseTo(Math.min(...all), 5);
    expect(found?.high).toBeCloseTo(Math.max(...all), 5);
  });

  it('STRUCT-10: no floor: below zero more is held back than could be lost above', () => {
    const { measures } = outcomeOf('natwest-structural-hedge');
    const value = (id: string, scenario: string) =>
      measures.find((each) => each.id === `structural.${id}` && each.scenario === scenario)
        ?.value ?? Number.NaN;
    // 123,000 a year at Bank Rate of 0.25%, and at 0.25% - 1% = -0.75%.
    expect(value('unhedged.12m', '0')).toBeCloseTo(307.5, 6);
    expect(value('unhedged.12m', '-100')).toBeCloseTo(-922.5, 6);
    expect(value('heldBack.12m', '-100')).toBeGreaterThan(307.5);
  });

  it('STRUCT-9: the gap is the income less the notional at the market rate', () => {
    const { measures } = outcomeOf('natwest-structural-hedge');
    const value = (id: string) =>
      measures.find((each) => each.id === `structural.${id}`)?.value ?? Number.NaN;
    // 123,000 at the rate of the vector; the yield is the income over it.
    const [vector] = VECTORS.filter((each) => each.case === 'natwest-structural-hedge');
    const market = vector?.numbers['structural.marketRate[]'] ?? Number.NaN;
    expect(value('incomeAtMarket')).toBeCloseTo((123_000 * market) / 100, 4);
    expect(value('gap')).toBeCloseTo(value('income') - (123_000 * market) / 100, 4);
    expect(value('bookYield')).toBeCloseTo((100 * value('income')) / 123_000, 9);
  });
});
