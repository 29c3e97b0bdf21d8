import { textAt } from '../../balance-sheet/index.js';
import { itemAt } from '../../foundation/index.js';
import {
  type CapitalRegime,
  REGIMES,
  type RegimeRule,
  RISK_WEIGHTS,
  WELL_CAPITALISED,
} from '../../metric/index.js';
import { capitalAmount, cet1Step, tier1 } from './capital.js';
import type { Beneath, Explainer, Explaining } from './context.js';
import type { SourceNode, ValueNode } from './explanation.js';
import { constant, QUOTIENT, step, sumOf, weighted } from './node.js';
import { carryingNode, costNode, positionNode } from './position.js';

/** What the regime of a bank adds to its ratios (rules CAP-7 to CAP-11). */
export const HEADROOM_EXPLAINER: Explainer = {
  prefix: 'capital.headroom.',
  parts: ['capital', 'capitalRegime'],
  beneath: (context) => {
    const { capitalRegime: regime } = context.study;
    if (regime === undefined) return null;
    const [, well, name = ''] =
      /^capital\.headroom\.(wellCapitalised\.)?(\w+)$/.exec(context.id) ?? [];
    const rule: RegimeRule = REGIMES[regime.regime];
    const limits = well !== undefined && rule.riskBased ? WELL_CAPITALISED : rule.minimum;
    const limit = limits.find(({ ratio }) => ratio === name);
    if (limit === undefined) return null;
    const { least, source, confidence } = limit;
    return {
      formula: weighted(1, -1),
      children: [
        context.measure(`capital.${name}Ratio`),
        constant(`limit: ${source} (${confidence})`, least, 'ratio'),
      ],
      restsOn: [context.sources.part('capitalRegime')],
    };
  },
};

/** capital.riskWeightedAssets.*: asset by asset (rule CAP-8). */
export const WEIGHTED_ASSETS_EXPLAINER: Explainer = {
  prefix: 'capital.riskWeightedAssets.',
  parts: ['capital', 'capitalRegime'],
  beneath: (context) => {
    const { capitalRegime: regime } = context.study;
    if (regime === undefined) return null;
    if (context.id === 'capital.riskWeightedAssets.recomputed') return recomputed(context, regime);
    if (context.id !== 'capital.riskWeightedAssets.difference') return null;
    return {
      formula: weighted(1, -1),
      children: [
        context.measure('capital.riskWeightedAssets.recomputed'),
        capitalAmount(context, 'riskWeightedAssetsUsdMillion'),
      ],
    };
  },
};

/** capital.supplementaryLeverageRatio (rule CAP-7). */
export const SUPPLEMENTARY_LEVERAGE_EXPLAINER: Explainer = {
  prefix: 'capital.supplementaryLeverageRatio',
  parts: ['capital', 'capitalRegime'],
  beneath: (context) => {
    const exposure = context.study.capitalRegime?.totalLeverageExposureUsdMillion ?? null;
    if (exposure === null) return null;
    const path = '/capitalRegime/totalLeverageExposureUsdMillion';
    const children = [tier1(context), context.sources.parameter(path, exposure)];
    return { formula: QUOTIENT, children };
  },
};

/** capital.cet1Ratio.phaseIn: the first year's share of AOCI is taken (rule CAP-10). */
export const PHASE_IN_EXPLAINER: Explainer = {
  prefix: 'capital.cet1Ratio.phaseIn',
  parts: ['capital', 'capitalRegime'],
  beneath: (context) => {
    const share = context.study.capitalRegime?.aociPhaseIn[0];
    if (share === undefined) return null;
    const filtered = context.study.capital.aociOptOut ? share.value : 0;
    const cet1 = step({
      title: 'CET1 after the share of the year',
      unit: 'USD million',
      formula: weighted(1, -filtered),
      children: [cet1Step(context, 'after tax'), capitalAmount(context, 'aociAddBackUsdMillion')],
      restsOn: [context.sources.parameter('/capitalRegime/aociPhaseIn/0', share)],
    });
    return {
      formula: QUOTIENT,
      children: [cet1, capitalAmount(context, 'riskWeightedAssetsUsdMillion')],
    };
  },
};

/** AFS of a bank that opted out weighs at amortised cost, all else as it stands in the accounts. */
function recomputed(context: Explaining, regime: CapitalRegime): Beneath {
  const { book } = context.input.program;
  const rows = [...book.id.keys()].filter((row) => itemAt(book.side, row) === 1);
  const assets: ValueNode[] = rows.map((row) => {
    const atCost = context.study.capital.aociOptOut && textAt(book.group, row) === 'afs';
    const amount = atCost ? costNode(context, row) : carryingNode(context, row);
    const { weight, restsOn } = weightOf(context, regime, textAt(book.product, row));
    const made = positionNode(context, row, [amount], [weight]);
    return { ...made, restsOn: [...made.restsOn, ...restsOn] };
  });
  const other = context.sources.parameter(
    '/capitalRegime/otherRiskWeightedAssetsUsdMillion',
    regime.otherRiskWeightedAssetsUsdMillion,
  );
  const children = [...assets, other];
  return { formula: sumOf(children), children };
}

function weightOf(
  { sources }: Explaining,
  { riskWeights }: CapitalRegime,
  product: string,
): { readonly weight: number; readonly restsOn: readonly SourceNode[] } {
  const index = riskWeights.findIndex((each) => each.product === product);
  const { exposure, statedWeight } = itemAt(riskWeights, index);
  if (exposure !== 'stated') return { weight: RISK_WEIGHTS[exposure].weight, restsOn: [] };
  if (statedWeight === null) throw new Error(`product ${product} states no risk weight`);
  const path = `/capitalRegime/riskWeights/${index}/statedWeight`;
  return { weight: statedWeight.value, restsOn: [sources.parameter(path, statedWeight)] };
}
