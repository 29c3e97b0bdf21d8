import { readFileSync } from 'node:fs';
import { euScenarios } from '../scenario/index.js';
import { ALL } from './capital-parts.test-fixture.js';
import { assumed, exampleStudy, valueOrThrow } from './example-study.test-fixture.js';
import { studyToJson } from './study-to-json.js';

const liquidity = new URL('../../../../docs/example/study-part/liquidity.json', import.meta.url);

/** The example Study with every optional part and the prescribed scenarios, as its JSON. */
export const ALL_PARTS: unknown = {
  ...(studyToJson(
    exampleStudy({
      ...ALL,
      scenarios: [...exampleStudy().scenarios, ...valueOrThrow(euScenarios('USD'))],
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
