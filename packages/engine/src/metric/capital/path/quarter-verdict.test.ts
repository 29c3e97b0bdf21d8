import { describe, expect, it } from 'vitest';
import { assumed } from '../../../study/example-study.test-fixture.js';
import { capital as capitalOf } from '../../hand-made.test-fixture.js';
import type { CapitalRegime } from '../capital-regime.js';
import { type CapitalPoint, capitalPath } from './capital-path.js';
import { quarterVerdicts } from './quarter-verdict.js';

const CAPITAL = capitalOf({
  cet1UsdMillion: 85,
  riskWeightedAssetsUsdMillion: 1000,
  leverageAssetsUsdMillion: 1000,
  tangibleAssetsUsdMillion: 1000,
});

const NO_MARKS = { afs: 0, htm: 0, afsHedges: 0, unseenHedges: 0, incomeHedges: 0 };

/** A point of the path at the date, whose CET1 the tests set. */
function start(): CapitalPoint {
  const [point] = capitalPath(
    {
      capital: CAPITAL,
      plan: {
        quarters: 1,
        nonInterestIncomeUsdMillion: assumed(0),
        nonInterestExpenseUsdMillion: assumed(0),
        provisionUsdMillion: assumed(0),
        growthRate: assumed(0),
        growthMargin: assumed(0),
        dividendUsdMillion: assumed(0),
        buybackUsdMillion: assumed(0),
        sales: [],
        tax: { kind: 's-corporation', distributionRate: assumed(0) },
      },
      thresholdShare: 0.25,
      phaseIn: [],
      accountsAfsMark: 0,
      servicingAsset: 0,
      totalLeverageExposure: null,
    },
    NO_MARKS,
    [],
  );
  if (point === undefined) throw new Error('no point');
  return point;
}

const regime = (id: CapitalRegime['regime']): CapitalRegime => ({
  regime: id,
  level: 'bank',
  totalLeverageExposureUsdMillion: null,
  riskWeights: [],
  otherRiskWeightedAssetsUsdMillion: assumed(0),
  aociPhaseIn: [],
});

/** Verdicts of the one limit of a filer whose Tier 1 on 1,000 is given by quarter. */
function verdicts(id: CapitalRegime['regime'], tier1: readonly number[]) {
  const points = tier1.map((cet1, quarter) => ({ ...start(), quarter, cet1 }));
  return quarterVerdicts(points, CAPITAL, regime(id)).map((each) => each.verdicts[0]?.verdict);
}

describe('verdict of a quarter', () => {
  it('CPATH-11: from July 2026 four quarters of grace above 7 %, then none', () => {
    const tier1 = [85, 79, 78, 77, 76, 75, 81, 69, 79];
    expect(verdicts('community-bank-leverage-2026', tier1)).toEqual([
      'met',
      'grace',
      'grace',
      'grace',
      'grace',
      'breached', // the fifth in a row
      'met',
      'breached', // not above 7 %
      'grace', // the second in a row
    ]);
  });

  it('CPATH-11: before that two quarters above 8 %, under a limit above 9 %', () => {
    const tier1 = [91, 90, 85, 84, 80];
    expect(verdicts('community-bank-leverage-2022', tier1)).toEqual([
      'met',
      'grace',
      'grace',
      'breached',
      'breached',
    ]);
  });

  it('CPATH-11: no grace and a category under the general rule', () => {
    const points = [85, 60, 40].map((cet1, quarter) => ({ ...start(), quarter, cet1 }));
    const found = quarterVerdicts(points, CAPITAL, regime('other'));
    // no Tier 2: the total ratio is the CET1 ratio, 8.5 %, 6 % and 4 %
    expect(found.map(({ category }) => category)).toEqual([
      'adequately capitalised',
      'undercapitalised',
      'significantly undercapitalised',
    ]);
    expect(found[2]?.verdicts.map(({ verdict }) => verdict)).toEqual([
      'breached', // CET1 4 % against 4.5 %
      'breached',
      'breached',
      'met', // leverage 4 %
    ]);
    expect(found[0]?.verdicts[0]?.headroom).toBeCloseTo(0.04, 12);
  });
});
