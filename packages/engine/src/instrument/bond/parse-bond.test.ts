import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Issue, Read } from '../../foundation/index.js';
import { readPassThrough } from '../pass-through/parse-pass-through.js';
import {
  readAmortisingBond,
  readCallableBond,
  readFixedRateBond,
  readFloatingRateBond,
} from './parse-bond.js';

const DOORS: Readonly<Record<string, Read<unknown>>> = {
  'fixed-rate-bond': readFixedRateBond,
  'floating-rate-bond': readFloatingRateBond,
  'amortising-bond': readAmortisingBond,
  'callable-bond': readCallableBond,
  'pass-through': readPassThrough,
};

const AVERAGING = {
  method: 'compounded',
  lookbackDays: 2,
  observationShift: true,
  lockoutDays: 0,
};

const textOf = (kind: string): string =>
  readFileSync(
    new URL(`../../../../../docs/example/instrument/${kind}.json`, import.meta.url),
    'utf8',
  );

function issuesOf(kind: string, value: unknown): readonly Issue[] {
  const issues: Issue[] = [];
  const found = DOORS[kind]?.(value, '', issues);
  expect(found === undefined, 'a value or issues, never both or none').toBe(issues.length > 0);
  return issues;
}

/** The example of a kind with one path set to another value; undefined takes the key away. */
function changed(kind: string, path: string, value: unknown): unknown {
  const root = JSON.parse(textOf(kind));
  const steps = path.split('/');
  const last = steps.pop() ?? '';
  const place = steps.reduce((at, step) => at[step], root);
  if (value === undefined) delete place[last];
  else place[last] = value;
  return root;
}

const codes = (kind: string, path: string, value: unknown): string[] =>
  issuesOf(kind, changed(kind, path, value)).map((one) => `${one.code} ${one.path}`);

describe('doors of bonds and pass-throughs', () => {
  it.each(Object.keys(DOORS))('reads the example of %s', (kind) => {
    expect(issuesOf(kind, JSON.parse(textOf(kind)))).toEqual([]);
  });

  it.each<readonly [string, string, unknown, string]>([
    ['fixed-rate-bond', 'face', undefined, 'missing /face'],
    ['fixed-rate-bond', 'cupon', 0.05, 'unknown-key /cupon'],
    ['fixed-rate-bond', 'instrument', 'bond', 'enum /instrument'],
    ['fixed-rate-bond', 'schedule/maturity', '2033-02-30', 'date.none /schedule/maturity'],
    ['fixed-rate-bond', 'schedule/maturity', '2020-02-15', 'order /schedule/maturity'],
    ['fixed-rate-bond', 'schedule/tenor', '5M', 'tenor /schedule/tenor'],
    ['fixed-rate-bond', 'schedule/firstCoupon', '2040-01-01', 'order /schedule/firstCoupon'],
    ['fixed-rate-bond', 'schedule/calendar', 'mars', 'enum /schedule/calendar'],
    ['fixed-rate-bond', 'rates', [], 'length /rates'],
    ['fixed-rate-bond', 'rates', [Number.NaN], 'not-finite /rates/0'],
    ['fixed-rate-bond', 'rates', [3.875], 'range /rates/0'],
    ['fixed-rate-bond', 'cleanPrice', -5, 'range /cleanPrice'],
    ['fixed-rate-bond', 'dayCount', 'BUS/252', 'missing /dayCountCalendar'],
    ['fixed-rate-bond', 'yield', 'effective', 'enum /yield'],
    ['amortising-bond', 'rates', [0.05, 0.06], 'amortisation /amortisation'],
    ['amortising-bond', 'amortisation', { kind: 'balloon' }, 'enum /amortisation/kind'],
    [
      'amortising-bond',
      'amortisation',
      { kind: 'sinking', repayments: [0.6, 0.6] },
      'amortisation /amortisation',
    ],
    ['callable-bond', 'rights', [], 'length /rights'],
    ['callable-bond', 'rights', Array.from({ length: 131 }, () => ({})), 'length /rights'],
    ['callable-bond', 'rights/0/day', '2031-09-15', 'order /rights/1/day'],
    ['callable-bond', 'rights/2/day', '2033-09-15', 'order /rights/2/day'],
    ['floating-rate-bond', 'index/id', '', 'length /index/id'],
    ['floating-rate-bond', 'spreads', ['0.1'], 'type /spreads/0'],
    ['floating-rate-bond', 'index', 'LIBOR-FOREVER', 'enum /index'],
    ['floating-rate-bond', 'averaging', AVERAGING, 'contradiction /averaging'],
    ['pass-through', 'pool/balance', -1, 'range /pool/balance'],
    ['pass-through', 'pool/passThroughRate', 0.07, 'contradiction /pool/passThroughRate'],
    ['pass-through', 'prepayment', { kind: 'fast' }, 'enum /prepayment/kind'],
    ['pass-through', 'prepayment', { kind: 'cpr', cpr: 1.2 }, 'range /prepayment/cpr'],
    ['pass-through', 'rateModel/pathCount', 3, 'range /rateModel/pathCount'],
  ])('%s with %s = %j: %s', (kind, path, value, wanted) => {
    expect(codes(kind, path, value)).toContain(wanted);
  });

  it('a rate model and a speed that does not depend on rates contradict each other', () => {
    expect(codes('pass-through', 'prepayment', { kind: 'cpr', cpr: 0.1 })).toEqual([
      'contradiction /rateModel',
    ]);
  });

  it('more rates than periods are refused', () => {
    const rates = Array.from({ length: 30 }, () => 0.04);
    expect(codes('fixed-rate-bond', 'rates', rates)).toEqual(['rates /rates']);
  });

  it('random JSON gives a value or issues, never a crash (seed 11)', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(DOORS)), fc.jsonValue(), (kind, value) => {
        issuesOf(kind, value);
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  it('examples with one value replaced by anything give a value or issues (seed 12)', () => {
    const paths = Object.keys(DOORS).flatMap((kind) => {
      const root = JSON.parse(textOf(kind));
      return Object.entries(root).flatMap(([key, inner]) => [
        [kind, key] as const,
        ...(inner !== null && typeof inner === 'object'
          ? Object.keys(inner).map((step) => [kind, `${key}/${step}`] as const)
          : []),
      ]);
    });
    const odd = fc.oneof(
      fc.jsonValue(),
      fc.double(),
      fc.constantFrom(Number.NaN, 1e308, -1e308, '9999-12-31', '0000-01-01', '1M', 'none'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths), odd, ([kind, path], value) => {
        issuesOf(kind, changed(kind, path, value));
      }),
      { seed: 12, numRuns: 1000 },
    );
  });
});
