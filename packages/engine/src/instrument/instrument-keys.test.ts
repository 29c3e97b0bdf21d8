import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { INSTRUMENT_KINDS, valueInstrument } from './value-instrument.js';

const docs = new URL('../../../../docs/', import.meta.url);
const page = (name: string) => readFileSync(new URL(`method/${name}.md`, docs), 'utf8');

/** The page of each kind first, then those that it sends the reader to. */
const PAGES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/bond$/, ['bonds', 'swaps']],
  [/^pass-through$/, ['pass-through']],
  [/swaption$|^(cap|floor|collar)$/, ['options', 'swaps']],
  [/swap$|agreement$|future$/, ['swaps']],
];

type Json = Readonly<Record<string, unknown>>;

const read = (path: string): Json => JSON.parse(readFileSync(new URL(path, docs), 'utf8'));
const instruments = readdirSync(new URL('example/instrument/', docs)).map((name) =>
  read(`example/instrument/${name}`),
);
const flat = read('example/curve/flat.json');

const STRAY = 'zzz';

/** The object once for each object within it, that one with a key nobody knows. */
function* strays(json: unknown): Generator<unknown> {
  if (json === null || typeof json !== 'object') return;
  if (!Array.isArray(json)) yield { ...json, [STRAY]: 1 };
  for (const [key, value] of Object.entries(json)) {
    for (const inner of strays(value)) {
      yield Array.isArray(json)
        ? json.map((item, index) => (String(index) === key ? inner : item))
        : { ...json, [key]: inner };
    }
  }
}

/** The keys that a door expects where it found one nobody knows. */
function keysAsked(instrument: unknown, market: unknown): string[] {
  const valued = valueInstrument(instrument, market, '/market');
  const issues = valued.ok ? [] : valued.issues;
  const stray = issues.filter(({ code, got }) => code === 'unknown-key' && got === STRAY);
  return stray.flatMap(({ expected }) => expected.replace('one of ', '').split(', '));
}

const unwritten = (keys: readonly string[], pages: readonly string[]) => {
  const text = pages.map(page).join('\n');
  return [...new Set(keys)].filter(
    (key) => !text.includes(`\`${key}\``) && !text.includes(`"${key}"`),
  );
};

const pagesOf = (kind: string) => PAGES.find(([name]) => name.test(kind))?.[1] ?? [];

const example = (kind: string): Json =>
  instruments.find(({ instrument }) => instrument === kind) ?? {};

/** Forms that no example shows: the place, and the objects that may stand there. */
const VARIANTS: readonly (readonly [string, string, readonly Json[]])[] = [
  [
    'amortising-bond',
    'amortisation',
    ['bullet', 'equal-principal', 'sinking', 'balances'].map((kind) => ({ kind })),
  ],
  [
    'floating-rate-bond',
    'averaging',
    [{ method: 'compounded', lookbackDays: 0, observationShift: false, lockoutDays: 0 }],
  ],
  ['pass-through', 'prepayment', ['psa', 'cpr', 'smm', 'abs', 'vector'].map((kind) => ({ kind }))],
  ['forward-rate-agreement', 'index', ['term', 'overnight'].map((kind) => ({ kind }))],
  ['overnight-index-swap', 'index', [{ kind: 'overnight' }]],
];

const LEG_RATES: readonly Json[] = [
  { kind: 'known-amount' },
  { kind: 'overnight' },
  ...['fixed', 'index', 'interpolated'].map((kind) => ({
    kind: 'term',
    index: 'USD-TERM-SOFR-3M',
    finalStub: { kind },
  })),
  { kind: 'fixed', rate: { initial: 0.01, steps: [{ fromDate: '2025-01-01', value: 0.01 }] } },
  { kind: 'fixed', rate: { byPeriod: [0.01] } },
];

const quote = (kind: string) => ({ ...read('example/curve/sofr-swaps.json'), quotes: [{ kind }] });
const swaption = example('european-swaption');

const MARKETS: readonly unknown[] = [
  ...readdirSync(new URL('example/curve/', docs)).map((name) => read(`example/curve/${name}`)),
  ...['deposit', 'fra', 'ois', 'irs', 'basis', 'future', 'par-bond'].map(quote),
  {
    ...read('example/market/two-curves.json'),
    fixings: { 'EUR-EURIBOR-6M': [{ date: '2024-01-02', rate: 0.03 }] },
  },
  ...['black', 'normal', 'hull-white'].map((kind) => ({ ...flat, volatility: { kind } })),
  {
    ...flat,
    volatility: {
      kind: 'hull-white-quotes',
      quotes: [{ swaption, volatility: { kind: 'normal' } }],
    },
  },
];

describe('keys of instruments and where they are written', () => {
  it.each([...INSTRUMENT_KINDS])('VALUE-1: every key of %s stands in its page', (kind) => {
    const shown = example(kind);
    expect(shown).toHaveProperty('instrument');
    expect(page(pagesOf(kind)[0] ?? '')).toContain(`example/instrument/${kind}.json`);
    const variants = VARIANTS.filter(([name]) => name === kind).flatMap(([, key, forms]) =>
      forms.map((form) => ({ ...shown, [key]: form })),
    );
    const legs = kind === 'swap' ? (shown.legs as Json[]) : [];
    const rates = LEG_RATES.map((rate) => ({ ...shown, legs: [{ ...legs[0], rate }] }));
    const all = [shown, ...variants, ...(kind === 'swap' ? rates : [])];
    const keys = all.flatMap((json) => [...strays(json)].flatMap((one) => keysAsked(one, flat)));
    expect(keys.length).toBeGreaterThan(5);
    expect(unwritten(keys, pagesOf(kind))).toEqual([]);
  });

  it('VALUE-2, CURVE-24, OPTION-10: every key of a market stands in the pages of markets', () => {
    const bond = example('fixed-rate-bond');
    const keys = MARKETS.flatMap((market) =>
      [...strays(market)].flatMap((one) => keysAsked(bond, one)),
    );
    expect(new Set(keys).size).toBeGreaterThan(30);
    expect(unwritten(keys, ['value', 'curves', 'options', 'swaps'])).toEqual([]);
  });
});
