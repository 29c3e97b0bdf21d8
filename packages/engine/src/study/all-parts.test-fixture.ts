import { readFileSync } from 'node:fs';
import { euScenarios } from '../scenario/index.js';
import { ALL } from './capital-parts.test-fixture.js';
import { assumed, exampleStudy, valueOrThrow } from './example-study.test-fixture.js';
import { studyToJson } from './study-to-json.js';

const liquidity = new URL('../../../../docs/example/study-part/liquidity.json', import.meta.url);

const CAP = {
  id: 'cap',
  kind: 'cap',
  position: 'sold',
  notionalUsdMillion: 20,
  strikeRate: 0.02,
  startMonth: 0,
  maturityMonth: 60,
  paymentMonths: 3,
  volatility: { kind: 'normal', volatility: assumed(0.009) },
} as const;
const SWAPTION = {
  id: 'payer',
  kind: 'payer-swaption',
  position: 'bought',
  startMonth: 12,
  maturityMonth: 72,
  paymentMonths: 6,
  volatility: { kind: 'black', volatility: assumed(0.3), shift: assumed(0.03) },
} as const;

const UNDESIGNATED = { model: 'undesignated', hedgedGroup: 'none' } as const;
const COLLAR = {
  id: 'collar',
  kind: 'collar',
  position: 'bought',
  notionalUsdMillion: 50,
  strikeRate: 0.025,
  floorRate: 0.005,
  startMonth: 0,
  maturityMonth: 36,
  paymentMonths: 3,
  normalVolatility: assumed(0.009),
  premiumUsdMillion: 0.2,
  ...UNDESIGNATED,
} as const;
const STRIP = {
  id: 'strip',
  contract: 'sofr',
  notionalUsdMillion: -30,
  startMonth: 3,
  maturityMonth: 27,
  initialMarginShare: assumed(0.004),
  roll: { everyMonths: 3, untilMonth: 24, costBp: assumed(1.5, 'bp') },
  ...UNDESIGNATED,
} as const;

const DEFERRAL = {
  id: 'ended-2020',
  model: 'cash-flow',
  hedgedGroup: 'borrowings',
  deferredUsdMillion: 1.5,
  remainingMonths: 18,
} as const;

/** The example Study with every optional part and the prescribed scenarios, as its JSON. */
export const ALL_PARTS: unknown = {
  ...(studyToJson(
    exampleStudy({
      ...ALL,
      behaviour: {
        ...exampleStudy().behaviour,
        deposits: exampleStudy().behaviour.deposits.map((model) => ({
          ...model,
          category: 'retail-transactional',
          core: { share: assumed(0.6), averageLifeYears: assumed(4, 'years') },
        })),
      },
      scenarios: [
        ...exampleStudy().scenarios,
        { id: '+300', title: 'Up 300 bp', kind: 'parallel', shockBp: 300, floorRate: null },
        ...valueOrThrow(euScenarios('USD')),
      ],
      automaticOptions: { options: [CAP, { ...CAP, ...SWAPTION }] },
      creditUnion: { shockScenario: '+300' },
      hedgeOptions: { options: [COLLAR] },
      hedgeFutures: { futures: [STRIP] },
      hedgeDeferrals: { deferrals: [DEFERRAL] },
      hedgeMargin: { overTheCounter: [{ toMonths: 120, share: assumed(0.02) }] },
      plan: { products: [], fundingSpread: assumed(0.01) },
      transferPricing: {
        liquidityPremiums: [{ tenorMonths: 12, spread: assumed(0.001) }],
        optionCosts: [{ product: 'example', costBp: assumed(12, 'bp') }],
        equityCredit: [{ tenorMonths: 60, share: assumed(1) }],
        nonEarningSpread: assumed(0.002),
      },
    }),
  ) as object),
  ...JSON.parse(readFileSync(liquidity, 'utf8')),
};
