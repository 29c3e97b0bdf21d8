import type { HedgeStructure, LeverTemplate } from '../packages/engine/src/index.js';

type Leg = HedgeStructure['legs'][number];

/** Sixty levers of the SVB Study of 2022 as data: 36 hedges, 24 that change the balance sheet. */
export function sixtyLevers(): readonly LeverTemplate[] {
  return [...hedges(), ...securities(), ...funding(), ...deposits(), ...capital()];
}

function swaps(id: string, legs: readonly Leg[]): LeverTemplate {
  return {
    ...{ kind: 'swaps', id, title: id, mostUsdMillion: 40_000 },
    structure: { id, title: id, weighting: 'notional', legs },
    ...{ model: 'undesignated', hedgedGroup: 'none' },
  };
}

const leg = (side: Leg['side'], startMonth: number, years: number): Leg => ({
  side,
  startMonth,
  maturityMonth: startMonth + 12 * years,
  weight: 1,
});

function hedges(): readonly LeverTemplate[] {
  const spot = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30];
  const pay = spot.map((years) => swaps(`pay-${years}y`, [leg('pay-fixed', 0, years)]));
  const receive = [1, 2, 3, 5, 7, 10].map((years) =>
    swaps(`receive-${years}y`, [leg('receive-fixed', 0, years)]),
  );
  const forward = [6, 12, 24].flatMap((start) =>
    [2, 5, 7, 10].map((years) =>
      swaps(`forward-${start}m-${years}y`, [leg('pay-fixed', start, years)]),
    ),
  );
  const ladders = [
    [2, 5, 7],
    [3, 5, 10],
    [1, 2, 3],
  ].map((tenors) =>
    swaps(
      `ladder-${tenors.join('-')}`,
      tenors.map((years) => leg('pay-fixed', 0, years)),
    ),
  );
  return [...pay, ...receive, ...forward, ...ladders];
}

const CASH = { cashPositionId: 'cash-frb' } as const;

function securities(): readonly LeverTemplate[] {
  const sell = { id: 'sell-afs', title: 'sell-afs', mostUsdMillion: 20_000, ...CASH };
  const reinvest = [12, 24, 60].map(
    (maturityMonths): LeverTemplate => ({
      ...{ kind: 'reinvest', id: `buy-${maturityMonths}m`, title: `buy-${maturityMonths}m` },
      ...{ mostUsdMillion: 3000, group: 'afs', maturityMonths, spread: 0.002, riskWeight: 0 },
      ...CASH,
    }),
  );
  const grow = ['loan-gfb-variable-le1y', 'loan-private-fixed-5to15y'].map(
    (positionId): LeverTemplate => ({
      ...{ kind: 'grow', id: `grow-${positionId}`, title: positionId, mostUsdMillion: 2000 },
      ...{ positionId, rateChange: 0, riskWeight: 1, ...CASH },
    }),
  );
  return [{ kind: 'sell', group: 'afs', ...sell }, ...reinvest, ...grow];
}

function funding(): readonly LeverTemplate[] {
  const of = (
    source: Extract<LeverTemplate, { readonly kind: 'fund' }>['source'],
    maturityMonths: number,
    spread: number,
  ): LeverTemplate => ({
    ...{ kind: 'fund', id: `${source}-${maturityMonths}m`, title: `${source}-${maturityMonths}m` },
    ...{ mostUsdMillion: 3000, source, maturityMonths, spread, useOfProceedsId: 'cash-frb' },
  });
  return [
    of('overnight', 12, 0.001),
    ...[12, 24, 36, 60].map((months) => of('term', months, 0.005)),
    ...[12, 24, 36].map((months) => of('brokered', months, 0.004)),
    of('reciprocal', 12, 0.003),
    ...[12, 24, 36].map((months) => of('retail-term', months, 0.002)),
  ];
}

function deposits(): readonly LeverTemplate[] {
  const price = (positionId: string, balanceChangeUsdMillion: number): LeverTemplate => ({
    ...{ kind: 'deposit-price', id: `price-${positionId}`, title: positionId, positionId },
    ...{ rateChange: 0.0025, lifeChangeYears: 0.15, balanceChangeUsdMillion, mostSteps: 6 },
    ...CASH,
  });
  return [
    price('deposit-nib', 0),
    price('deposit-money-market', 400),
    price('deposit-checking-and-savings', 200),
    {
      ...{ kind: 'exception-price', id: 'exception', title: 'exception', mostUsdMillion: 5000 },
      ...{ positionId: 'deposit-money-market', rateChange: 0.01, behaviour: 'ib' },
    },
  ];
}

function capital(): readonly LeverTemplate[] {
  const money = { mostUsdMillion: 2500, costOfEquity: 0.1, ...CASH };
  return [
    { kind: 'raise-capital', id: 'raise', title: 'raise', ...money },
    { kind: 'return-capital', form: 'dividend', id: 'dividend', title: 'dividend', ...money },
  ];
}
