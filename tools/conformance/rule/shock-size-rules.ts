import { SHOCK_RULES, type ShockRule, shockCurrencies, shockSize } from '@almfes/engine';
import type { ConformanceRow, ConformanceRule } from '../conformance-rule.js';
import {
  BASEL_D368,
  BASEL_D578,
  EU_2024_856,
  type TranscribedSize,
  transcribedSizes,
} from '../transcribed-sizes.js';

/** The sizes of every rule as this pack has them. */
export const TRANSCRIBED: Readonly<Record<ShockRule, readonly TranscribedSize[]>> = {
  'basel-d368': transcribedSizes(BASEL_D368),
  'basel-d578': transcribedSizes(BASEL_D578),
  'eu-2024-856': transcribedSizes(EU_2024_856),
};

const SIZES = ['parallelBp', 'shortBp', 'longBp'] as const;

function sizeRows(rule: ShockRule, sizes: readonly TranscribedSize[]): ConformanceRow[] {
  return sizes.flatMap((expected) => {
    const found = shockSize({ rule, currency: expected.currency });
    return SIZES.map((key) => ({
      what: `${rule} ${expected.currency} ${key}`,
      found: found.ok ? found.value[key] : found.issues[0]?.code,
      expected: expected[key],
    }));
  });
}

function tableRows(rule: ShockRule, count: number): ConformanceRow[] {
  return [
    { what: 'currencies', found: shockCurrencies(rule).length, expected: count },
    ...sizeRows(rule, TRANSCRIBED[rule]),
  ];
}

/** A second public source, for the currencies that it shows. */
const SECOND_SOURCE: Readonly<Record<string, string>> = {
  'basel-d368': 'USD 200 300 150; EUR 200 250 100; SEK 200 300 150',
  'basel-d578': 'USD 200 300 225; EUR 225 350 200; GBP 275 425 250; CNY 225 300 150',
};

function secondSourceRows(): ConformanceRow[] {
  return SHOCK_RULES.flatMap((rule) => {
    const table = SECOND_SOURCE[rule];
    return table === undefined ? [] : sizeRows(rule, transcribedSizes(table));
  });
}

/** At least 100 bp, at most 400, 500 and 300 bp, in steps of 25 bp. */
function calibrationRows(): ConformanceRow[] {
  const most = { parallelBp: 400, shortBp: 500, longBp: 300 };
  return shockCurrencies('basel-d578').flatMap((currency) => {
    const size = shockSize({ rule: 'basel-d578', currency });
    return SIZES.map((key) => {
      const value = size.ok ? size.value[key] : Number.NaN;
      const inBounds = value >= 100 && value <= most[key] && value % 25 === 0;
      return { what: `${currency} ${key} ${value}`, found: inBounds, expected: true };
    });
  });
}

function missingRows(): ConformanceRow[] {
  const absent: readonly (readonly [ShockRule, string])[] = [
    ['basel-d368', 'NOK'],
    ['basel-d578', 'PLN'],
    ['eu-2024-856', 'HRK'],
  ];
  return absent.map(([rule, currency]) => {
    const size = shockSize({ rule, currency });
    const found = size.ok ? 'a size' : size.issues[0]?.code;
    return { what: `${rule} ${currency}`, found, expected: 'scenario.no-shock-size' };
  });
}

export const SHOCK_SIZE_RULES: readonly ConformanceRule[] = [
  {
    paragraph: 'd368 Annex 2, Table 1',
    rule: 'shock sizes of 2016, 21 currencies (IDR long 350, not 300)',
    evidence: 'seen-secondary',
    rows: () => tableRows('basel-d368', 21),
  },
  {
    paragraph: 'SRP31.90 (d578)',
    rule: 'shock sizes of 2024, 21 currencies',
    evidence: 'seen',
    rows: () => tableRows('basel-d578', 21),
  },
  {
    paragraph: '(EU) 2024/856 Annex Part A',
    rule: 'shock sizes of the EU, 27 currencies',
    evidence: 'seen',
    rows: () => tableRows('eu-2024-856', 27),
  },
  {
    paragraph: 'SRP31.90 (d368, d578)',
    rule: 'the same sizes in a second public source, seven rows',
    evidence: 'seen-secondary',
    rows: secondSourceRows,
  },
  {
    paragraph: 'SRP98.56 to 98.63 (d578)',
    rule: 'sizes within 100 and 400, 500, 300 bp, in steps of 25 bp',
    evidence: 'seen',
    rows: calibrationRows,
  },
  {
    paragraph: 'SRP31.90, (EU) 2024/856 Annex',
    rule: 'a currency without a size is refused',
    evidence: 'house',
    rows: missingRows,
  },
];
