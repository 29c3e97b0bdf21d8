import { bookFromPositions, type Group } from '../balance-sheet/index.js';
import { exampleStudy, row } from '../study/example-study.test-fixture.js';
import type { Study } from '../study/index.js';

const flat = (rate: number) => [1, 6, 24, 120, 360].map((tenorMonths) => ({ tenorMonths, rate }));

/** Ten years without coupon at 4%: 100 / 1.02^20. One dollar of its price loses 0.485948. */
export const PRICE = 67.2971333;
export const LOSS = (100 - PRICE) / PRICE;

const bond = (group: Group) =>
  row(group, group, {
    accountingClass: group === 'afs' ? 'available-for-sale' : 'held-to-maturity',
    carryingUsdMillion: group === 'afs' ? PRICE : 100,
    couponRate: 0,
    firstPrincipalMonth: 120,
    maturityMonth: 120,
  });

interface Toy {
  readonly cet1?: number;
  readonly sources?: Study['liquidity']['sources'];
  readonly uninsured?: number;
}

export const CASH = {
  id: 'cash',
  title: 'Cash',
  kind: 'cash',
  amountUsdMillion: 50,
  committed: true,
  daysToCash: 0,
} as const;

export const sale = (group: 'afs' | 'htm', pledgedUsdMillion = 0, bidOffer = 0) =>
  ({
    id: group,
    title: group,
    kind: 'sale',
    group,
    pledgedUsdMillion,
    bidOffer,
    daysToCash: 2,
  }) as const;

/** Cash 50, AFS worth 67.3 that cost 100, deposits 400 of which 200 uninsured, RWA 600. */
export function toyBank({
  cet1 = 42,
  sources = [CASH, sale('afs')],
  uninsured = 200,
}: Toy = {}): Study {
  const { market, capital } = exampleStudy();
  return exampleStudy({
    market: { ...market, parQuotes: flat(0.04) },
    book: bookFromPositions([
      bond('afs'),
      bond('htm'),
      row('free', 'deposits', {
        notionalUsdMillion: 400,
        carryingUsdMillion: 400,
        principal: 'decay',
        behaviour: 'nib',
        rate: 0,
      }),
    ]),
    hedges: [],
    capital: { ...capital, cet1UsdMillion: cet1, riskWeightedAssetsUsdMillion: 600 },
    liquidity: { sources, uninsuredUsdMillion: uninsured, outflowShare: 0.3 },
    scenarios: [
      { id: '0', title: 'base', kind: 'parallel', shockBp: 0, floorRate: null },
      { id: '+200', title: 'up', kind: 'parallel', shockBp: 200, floorRate: null },
    ],
  });
}
