import { itemAt } from '../../foundation/index.js';
import type { Study } from '../../study/index.js';
import type { LeverTemplate, SwapPricing } from '../lever-template.js';

/** Tenors of the default swaps, years: receiving serves a bank that loses when rates fall. */
const PAY_YEARS = [2, 5, 7, 10];
const RECEIVE_YEARS = [2, 5];

/** Judgements of the default levers (POLICY-4), stated in the sources of the policy. */
const MOST = {
  swapShareOfAssets: 0.25,
  fundingShareOfAssets: 0.05,
  equityShareOfCet1: 0.2,
  depositSteps: 6,
} as const;
const FUNDING = { maturityMonths: 24, spread: 0.005 } as const;
const DEPOSIT_STEP = { rateChange: 0.0025, lifeChangeYears: 0.15 } as const;
const COST_OF_EQUITY = 0.1;

/** Half a basis point of bid-offer and 25 bp for margin money: as in the case svb-2022. */
export const DEFAULT_PRICING: SwapPricing = { halfBidOfferBp: 0.25, marginFundingSpread: 0.0025 };

export const DEFAULT_LOSS_YEARS = 3;

/** In words, what a reader should contest first. */
export const LEVER_JUDGEMENTS: readonly string[] = [
  'Judgement: each swap tenor up to a quarter of assets, term funding up to 5% of assets at ' +
    '50 bp over the curve, new common equity up to a fifth of CET1 at 10% a year',
  'Judgement: 25 bp more on the largest deposit row gains 0.15 years of average life, at most ' +
    '6 steps',
  'Taken: the bank is well capitalised, so that no rate cap and no limit of brokered money binds',
  'Judgement: half bid-offer 0.25 bp a year, margin money 25 bp, realised losses spread over ' +
    `${DEFAULT_LOSS_YEARS} years`,
];

interface Row {
  readonly id: string;
  readonly group: string;
  readonly isAsset: boolean;
  readonly behaviour: string;
  readonly carryingUsdMillion: number;
}

function rowsOf({ book }: Study): readonly Row[] {
  return book.id.map((id, row) => ({
    id,
    group: itemAt(book.group.names, itemAt(book.group.codes, row)),
    isAsset: book.side[row] === 1,
    behaviour: itemAt(book.behaviour.names, itemAt(book.behaviour.codes, row)),
    carryingUsdMillion: itemAt(book.carryingUsdMillion, row),
  }));
}

/**
 * Levers any bank has, on the rows of this one (POLICY-4): swaps that pay or receive fixed, a sale
 * of AFS that is not pledged, term funding, a deposit price, new equity. What the Study has no row
 * for is left out; without a cash row only swaps remain.
 */
export function defaultLevers(study: Study): readonly LeverTemplate[] {
  const rows = rowsOf(study);
  const assets = sumOf(rows.filter(({ isAsset }) => isAsset));
  const most = MOST.swapShareOfAssets * assets;
  const swaps = [
    ...PAY_YEARS.map((years) => swapOf('pay-fixed', years, most)),
    ...RECEIVE_YEARS.map((years) => swapOf('receive-fixed', years, most)),
  ];
  const cash = largest(rows.filter(({ group }) => group === 'cash'));
  if (cash === undefined) return swaps;
  const deposit = largest(
    rows.filter(({ group, behaviour }) => group === 'deposits' && behaviour !== ''),
  );
  return [
    ...swaps,
    ...saleOfAfs(study, rows, cash.id),
    termFunding(rows, cash.id, MOST.fundingShareOfAssets * assets),
    ...(deposit === undefined ? [] : [depositPrice(deposit.id, cash.id)]),
    newEquity(study, cash.id),
  ];
}

function swapOf(
  side: 'pay-fixed' | 'receive-fixed',
  years: number,
  mostUsdMillion: number,
): LeverTemplate {
  const pays = side === 'pay-fixed';
  const id = `${pays ? 'pay' : 'receive'}-${years}y`;
  const title = `${pays ? 'Pay' : 'Receive'} fixed, ${years} years`;
  const leg = { side, startMonth: 0, maturityMonth: 12 * years, weight: 1 } as const;
  return {
    ...{ kind: 'swaps', id, title, mostUsdMillion },
    structure: { id, title, weighting: 'notional', legs: [leg] },
    ...{ model: 'undesignated', hedgedGroup: 'none' },
  };
}

/** What is neither pledged nor held in place by a fair value hedge. */
function saleOfAfs(study: Study, rows: readonly Row[], cashPositionId: string): LeverTemplate[] {
  const held = sumOf(rows.filter(({ group }) => group === 'afs'));
  const pledged = study.liquidity.sources.reduce(
    (sum, source) =>
      source.kind === 'sale' && source.group === 'afs' ? sum + source.pledgedUsdMillion : sum,
    0,
  );
  const hedged = study.hedges
    .filter(({ model, hedgedGroup }) => model === 'fair-value' && hedgedGroup === 'afs')
    .reduce((sum, { notionalUsdMillion }) => sum + notionalUsdMillion, 0);
  const mostUsdMillion = held - Math.max(pledged, hedged);
  if (!(mostUsdMillion > 0)) return [];
  const header = { id: 'sell-afs', title: 'Sell AFS securities' } as const;
  return [{ kind: 'sell', ...header, group: 'afs', cashPositionId, mostUsdMillion }];
}

/** Repays the largest short borrowing where there is one, else it raises cash. */
function termFunding(rows: readonly Row[], cashId: string, mostUsdMillion: number): LeverTemplate {
  const repaid = largest(rows.filter(({ group }) => group === 'borrowings'));
  return {
    ...{ kind: 'fund', id: 'term-2y', title: 'Term funding, 2 years', source: 'term', ...FUNDING },
    mostUsdMillion:
      repaid === undefined ? mostUsdMillion : Math.min(mostUsdMillion, repaid.carryingUsdMillion),
    useOfProceedsId: repaid?.id ?? cashId,
  };
}

function depositPrice(positionId: string, cashPositionId: string): LeverTemplate {
  return {
    ...{
      kind: 'deposit-price',
      id: 'deposit-price',
      title: `Pay depositors 25 bp more (row ${positionId})`,
    },
    ...{ positionId, cashPositionId, ...DEPOSIT_STEP },
    ...{ balanceChangeUsdMillion: 0, mostSteps: MOST.depositSteps },
  };
}

function newEquity({ capital }: Study, cashPositionId: string): LeverTemplate {
  const mostUsdMillion = MOST.equityShareOfCet1 * Math.max(0, capital.cet1UsdMillion);
  const header = { id: 'raise', title: 'Raise common equity' } as const;
  return {
    kind: 'raise-capital',
    ...header,
    mostUsdMillion,
    cashPositionId,
    costOfEquity: COST_OF_EQUITY,
  };
}

function sumOf(rows: readonly Row[]): number {
  return rows.reduce((sum, { carryingUsdMillion }) => sum + carryingUsdMillion, 0);
}

/** The first of the largest, in the order of the book. */
function largest(rows: readonly Row[]): Row | undefined {
  return rows.reduce<Row | undefined>(
    (best, row) =>
      best === undefined || row.carryingUsdMillion > best.carryingUsdMillion ? row : best,
    undefined,
  );
}
