import {
  type Compounding,
  convertRate,
  discountOfRate,
  FREQUENCY_PER_YEAR,
  type RateConvention,
} from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { hasReference, reference } from './reference.test-fixture.js';

interface Conversion {
  readonly rate: number;
  readonly compounding: string;
  readonly frequency: string;
  readonly time: number;
  readonly toCompounding: string;
  readonly toFrequency: string;
  readonly expected: number;
  readonly precision: number;
  readonly computed?: number;
}

interface ConversionFile {
  readonly conversions: { readonly cases: readonly Conversion[] };
}

const COMPOUNDINGS: Readonly<Record<string, Compounding>> = {
  Simple: 'simple',
  Compounded: 'compounded',
  Continuous: 'continuous',
  SimpleThenCompounded: 'simple-then-compounded',
  CompoundedThenSimple: 'compounded-then-simple',
};

/** `EveryFourthMonth` in the file is `every-fourth-month` here; an unknown word throws. */
function frequencyPerYear(name: string): number {
  const ours = name.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
  if (ours === 'no-frequency') return 0;
  const found = Object.entries(FREQUENCY_PER_YEAR).find(([known]) => known === ours);
  if (found === undefined) throw new Error(`unknown frequency ${name}`);
  return found[1];
}

function convention(compounding: string, frequency: string): RateConvention {
  const known = COMPOUNDINGS[compounding.replaceAll(/[\s_]/g, '')];
  if (known === undefined) throw new Error(`unknown compounding ${compounding}`);
  return {
    compounding: known,
    frequencyPerYear: frequencyPerYear(frequency),
    dayCount: 'ACT/365F',
  };
}

function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

const cases = hasReference
  ? reference<ConversionFile>('rates_formulas.json').conversions.cases
  : [];

describe.skipIf(!hasReference)('rate conversions of another library (needs ../shared)', () => {
  it('COMPOUNDING-3: there are cases', () => expect(cases.length).toBeGreaterThan(0));

  it.each(cases.map((one, index) => ({ ...one, index })))(
    'COMPOUNDING-3: case $index, $rate $compounding $frequency over $time years',
    (one) => {
      const from = convention(one.compounding, one.frequency);
      const to = convention(one.toCompounding, one.toFrequency);
      const rate = convertRate({ rate: one.rate, from, to, years: one.time });
      expect(rounded(rate, one.precision)).toBe(rounded(one.expected, one.precision));
      if (one.computed !== undefined) {
        expect(Math.abs(rate - one.computed)).toBeLessThan(1e-10 * Math.abs(one.computed));
      }
      const growthLeft =
        discountOfRate(rate, to, one.time) / discountOfRate(one.rate, from, one.time);
      expect(Math.abs(growthLeft - 1)).toBeLessThan(1e-13);
    },
  );
});
