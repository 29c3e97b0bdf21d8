import type { TradedAs } from '../assess/terms.js';
import { HEDGE_STRUCTURES } from '../structure.js';
import type {
  FutureLeg,
  OptionLeg,
  StructureLeg,
  SwapLeg,
  TradedStructure,
} from './structure-leg.js';

const traded = (
  tradedAs: TradedAs,
  id: string,
  title: string,
  leg: StructureLeg,
): TradedStructure => ({ id, title, tradedAs, weighting: 'notional', legs: [leg] });

const option = (
  kind: OptionLeg['kind'],
  months: readonly [start: number, maturity: number],
  strikeOffsetBp = 0,
  floorOffsetBp = 0,
): OptionLeg => {
  const [startMonth, maturityMonth] = months;
  return { kind, startMonth, maturityMonth, weight: 1, strikeOffsetBp, floorOffsetBp };
};

const sold = (
  kind: FutureLeg['kind'],
  months: readonly [start: number, maturity: number],
): FutureLeg => {
  const [startMonth, maturityMonth] = months;
  return { kind, position: 'sold', startMonth, maturityMonth, weight: 1 };
};

const AMORTISING: SwapLeg = {
  ...{ kind: 'swap', side: 'pay-fixed', startMonth: 0, maturityMonth: 84, weight: 1 },
  amortisation: 'linear',
};

/** Every structure that `almfes hedge` compares where none is stated (HEDGE-1, HEDGE-25). */
export const HEDGE_CATALOGUE: readonly TradedStructure[] = [
  ...HEDGE_STRUCTURES.map(
    (structure): TradedStructure => ({
      ...structure,
      tradedAs: 'cleared',
      legs: structure.legs.map((leg) => ({ ...leg, kind: 'swap', amortisation: 'none' })),
    }),
  ),
  traded('cleared', 'amortising-7', 'Pay-fixed 7Y amortising', AMORTISING),
  traded('bilateral', 'cap-5', 'Cap 5Y at the swap rate', option('cap', [0, 60])),
  traded(
    'bilateral',
    'collar-5',
    'Collar 5Y, 100 bp either side',
    option('collar', [0, 60], 100, -100),
  ),
  traded('bilateral', 'payer-1-5', 'Payer swaption 1Y into 5Y', option('payer-swaption', [12, 72])),
  traded('bilateral', 'floor-5', 'Floor 5Y at the swap rate', option('floor', [0, 60])),
  traded(
    'exchange',
    'sofr-strip-2',
    'SOFR futures sold, strip of 2Y',
    sold('sofr-future', [3, 27]),
  ),
  traded('exchange', 'treasury-5', 'Treasury futures 5Y sold', sold('treasury-future', [3, 63])),
  traded('exchange', 'swap-future-5', 'Swap futures 5Y sold', sold('swap-future', [3, 63])),
];
