import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FutureHedge, Hedge, OptionHedge, Swap } from '../../balance-sheet/index.js';
import { assumed } from '../../study/example-study.test-fixture.js';
import { hedgeValues } from '../index.js';
import { toyProgram, toyProjection } from '../toy-program.test-fixture.js';

/** Made by QuantLib: tools/vectors/hedges.py. */
interface Vectors {
  readonly nodesMonths: readonly number[];
  readonly logDiscount: Readonly<Record<'now' | 'then', readonly number[]>>;
  readonly swaps: readonly (Pick<
    Swap,
    'notionalUsdMillion' | 'fixedRate' | 'startMonth' | 'maturityMonth'
  > & { readonly amortisation: 'linear' | readonly (readonly [number, number])[] } & Valued)[];
  readonly options: readonly (Omit<OptionHedge, 'normalVolatility'> & {
    readonly volatility: number;
  } & Valued)[];
  readonly futures: readonly (FutureHedge & { readonly change: number })[];
}
interface Valued {
  readonly values: Readonly<Record<'now' | 'then', number>>;
}
const vectors: Vectors = JSON.parse(
  readFileSync(new URL('../../../../../tools/vectors/hedges.json', import.meta.url), 'utf8'),
);
const curve = (name: 'now' | 'then') => ({
  nodesMonths: Float64Array.from(vectors.nodesMonths),
  logDiscount: Float64Array.from(vectors.logDiscount[name]),
});
const free = { id: 'h', model: 'undesignated', hedgedGroup: 'none' } as const;

function value(hedge: Hedge, name: 'now' | 'then'): number | undefined {
  const program = toyProgram([], { hedges: [hedge], curve: curve('now') });
  const { rates, flows } = toyProjection(program, curve(name));
  return hedgeValues(program, rates, flows)[0];
}

describe('hedges against QuantLib on dates that are whole months', () => {
  it(`INSTRUMENT-3: ${vectors.options.length} caps, floors, collars and swaptions`, () => {
    for (const { values, volatility, ...terms } of vectors.options) {
      const option: OptionHedge = {
        ...terms,
        ...free,
        position: 'bought',
        normalVolatility: assumed(volatility),
        premiumUsdMillion: 0,
      };
      for (const name of ['now', 'then'] as const) {
        expect(value(option, name), JSON.stringify(terms)).toBeCloseTo(values[name], 9);
      }
    }
  });

  it(`INSTRUMENT-1: ${vectors.swaps.length} amortising swaps`, () => {
    for (const { values, amortisation, ...terms } of vectors.swaps) {
      const steps = (amortisation === 'linear' ? [] : amortisation).map(
        ([fromMonth, remainingShare]) => ({ fromMonth, remainingShare }),
      );
      const swap: Swap = {
        ...terms,
        ...free,
        floatSpread: 0,
        amortisation: amortisation === 'linear' ? { kind: 'linear' } : { kind: 'schedule', steps },
      };
      for (const name of ['now', 'then'] as const) {
        expect(value(swap, name), JSON.stringify(terms)).toBeCloseTo(values[name], 9);
      }
    }
  });

  it(`INSTRUMENT-6, INSTRUMENT-7, INSTRUMENT-8: ${vectors.futures.length} futures`, () => {
    for (const { change, ...terms } of vectors.futures) {
      const future: FutureHedge = { ...terms, ...free, initialMarginShare: assumed(0.01) };
      expect(value(future, 'then'), JSON.stringify(terms)).toBeCloseTo(change, 9);
      expect(value(future, 'now')).toBeCloseTo(0, 12);
    }
  });
});
