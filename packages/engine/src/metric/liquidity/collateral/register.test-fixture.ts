import { assumed } from '../../../study/example-study.test-fixture.js';
import type { ContingencyLine, ContingencyPlan } from '../contingency/input.js';
import type { Collateral, Lender, Pledge, PoolSale } from './input.js';

const usd = (value: number) => assumed(value, 'USD million');

interface PledgeTerms {
  readonly lender: Lender;
  readonly carrying: number;
  readonly haircut?: number;
  readonly drawn?: number;
}

export function pledge(id: string, terms: PledgeTerms): Pledge {
  return {
    id,
    title: id,
    lender: terms.lender,
    carryingUsdMillion: usd(terms.carrying),
    haircut: assumed(terms.haircut ?? 0),
    drawnUsdMillion: usd(terms.drawn ?? 0),
    hoursToCash: assumed(24, 'hours'),
  };
}

export function poolSale(carrying: number, bidOffer = 0): PoolSale {
  return {
    carryingUsdMillion: usd(carrying),
    bidOffer: assumed(bidOffer),
    hoursToCash: assumed(48, 'hours'),
  };
}

/** `bonds`: 40 pledged to repo, 60 kept for sale; `mbs`: 120 with the FHLB, 80 with cities. */
export function register(): Collateral {
  return {
    pools: [
      {
        id: 'bond-pool',
        title: 'Bonds',
        positions: ['bonds'],
        pledges: [pledge('repo', { lender: 'repo', carrying: 40, haircut: 0.05, drawn: 10 })],
        sale: poolSale(60, 0.01),
      },
      {
        id: 'mbs-pool',
        title: 'Mortgage pools',
        positions: ['mbs'],
        pledges: [
          pledge('fhlb', { lender: 'fhlb', carrying: 120, haircut: 0.1, drawn: 50 }),
          pledge('cities', { lender: 'public-funds', carrying: 80, drawn: 70 }),
        ],
        sale: null,
      },
    ],
  };
}

export function line(id: string, edit: Partial<ContingencyLine> & { usd: number; hours: number }) {
  const { usd: limit, hours, ...rest } = edit;
  return {
    id,
    title: id,
    facility: 'other',
    limitUsdMillion: usd(limit),
    committed: true,
    hoursToCash: assumed(hours, 'hours'),
    testedDate: null,
    backing: null,
    ...rest,
  } satisfies ContingencyLine;
}

/** Cash at once, the FHLB after a day, repo that is not committed, and a sale after two days. */
export function plan(edit: Partial<ContingencyPlan> = {}): ContingencyPlan {
  return {
    maxTestAgeDays: assumed(90, 'days'),
    lines: [
      line('cash', { usd: 20, hours: 0, facility: 'cash' }),
      line('advance', { usd: 30, hours: 24, facility: 'fhlb', backing: 'fhlb' }),
      line('master-repo', { usd: 50, hours: 1, facility: 'repo', committed: false }),
      line('sale', { usd: 100, hours: 48, facility: 'sale', backing: 'bond-pool' }),
    ],
    triggers: [],
    ...edit,
  };
}
