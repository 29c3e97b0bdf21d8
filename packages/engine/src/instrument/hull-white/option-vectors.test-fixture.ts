import { readFileSync } from 'node:fs';
import { dayFromCivil } from '../../foundation/index.js';
import { curveFromZeroRates, type DatedCurve } from '../../market/index.js';

interface ModelRow {
  readonly reversion: number;
  readonly volatility: number;
}

type Pair = readonly [number, number];

/** What tools/vectors/options.py wrote: values by QuantLib, times in years ACT/365F. */
interface OptionVectors {
  readonly zeroNodes: readonly Pair[];
  readonly formulas: readonly {
    readonly side: 'call' | 'put';
    readonly forward: number;
    readonly strike: number;
    readonly years: number;
    readonly black: { readonly volatility: number; readonly shift: number; readonly value: number };
    readonly normal: { readonly volatility: number; readonly value: number };
  }[];
  readonly bonds: readonly (ModelRow & {
    readonly at: number;
    readonly maturity: number;
    readonly shortRate: number;
    readonly price: number;
  })[];
  readonly swaptions: readonly (ModelRow & {
    readonly side: 'payer' | 'receiver';
    readonly exercise: readonly number[];
    readonly fixed: readonly Pair[];
    readonly european: number;
    readonly bermudan: number;
  })[];
  readonly caps: readonly (ModelRow & {
    readonly kind: 'cap' | 'floor';
    readonly strike: number;
    readonly days: readonly number[];
    readonly hullWhite: number;
    readonly black20: number;
    readonly normal90bp: number;
  })[];
  readonly callableBonds: readonly (ModelRow & {
    readonly flows: readonly Pair[];
    readonly calls: readonly number[];
    readonly price1000: number;
    readonly price2000: number;
    readonly oasOfOneLess: number;
  })[];
  readonly calibrations: readonly (ModelRow & {
    readonly fixedReversion: number | null;
    readonly quotes: readonly {
      readonly expiry: number;
      readonly volatility: number;
      readonly fixed: readonly Pair[];
      readonly market: number;
      readonly rate: number;
      readonly model: number;
    }[];
  })[];
}

export const optionVectors: OptionVectors = JSON.parse(
  readFileSync(new URL('../../../../../tools/vectors/options.json', import.meta.url), 'utf8'),
);

/** The curve of the vectors: linear zero rates, the first held before its node. */
export function vectorCurve(): DatedCurve {
  const curve = curveFromZeroRates({
    referenceDay: dayFromCivil(2023, 3, 15),
    dayCount: 'ACT/365F',
    interpolation: 'linear-zero',
    times: optionVectors.zeroNodes.map(([time]) => time),
    zeroRates: optionVectors.zeroNodes.map(([, rate]) => rate),
  });
  if (!curve.ok) throw new Error(JSON.stringify(curve.issues));
  return curve.value;
}
