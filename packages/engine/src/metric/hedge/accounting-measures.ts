import type { Designation } from '../../balance-sheet/index.js';
import { floatAt } from '../../foundation/index.js';
import type { Capital } from '../capital/input.js';
import { cet1After } from '../capital/ratios.js';
import { marksOf } from '../marks.js';
import type { MeasureResult } from '../measure.js';
import type { MeasureInput, ScenarioView } from '../view.js';
import { byHedge, summed } from './margin-measures.js';

/** Where an accounting model sends a change of a hedge's value: shares of it, before tax. */
export interface HedgeEffect {
  readonly aoci: number;
  readonly income: number;
  /** Of reported CET1. */
  readonly cet1: number;
}

const NOTHING: HedgeEffect = { aoci: 0, income: 0, cet1: 0 };

/**
 * What each accounting model does, fully effective (rule INSTRUMENT-17). A fair value hedge of AFS
 * moves the hedged loss from AOCI to income, where it meets the hedge; of an item at cost it moves
 * the item's basis. A cash flow hedge stands in AOCI, which CET1 leaves out unless the item is held
 * at fair value and the bank did not opt out.
 */
export function hedgeEffect({ model, hedgedGroup }: Designation, optOut: boolean): HedgeEffect {
  if (model === 'undesignated') return { aoci: 0, income: 1, cet1: 1 };
  const isAtFairValue = hedgedGroup === 'afs';
  if (model === 'fair-value' && !isAtFairValue) return NOTHING;
  return { aoci: 1, income: 0, cet1: isAtFairValue && !optOut ? 1 : 0 };
}

/** hedge.aoci, .income, .cet1 and .tce by hedge, and the bank with all marks, after tax. */
export function hedgeAccountingMeasures(input: MeasureInput): MeasureResult[] {
  return input.scenarios.flatMap((view) => [
    ...effectsByHedge(input, view),
    ...markedCapital(input, view),
  ]);
}

/** Effects of each hedge since the base scenario (INSTRUMENT-17). */
function effectsByHedge(input: MeasureInput, view: ScenarioView): MeasureResult[] {
  const { capital, program } = input;
  const effectOf = (pick: (effect: HedgeEffect) => number) =>
    byHedge(input, (index) => {
      const hedge = program.hedges[index];
      const share = hedge === undefined ? 0 : pick(hedgeEffect(hedge, capital.aociOptOut));
      return share === 0 ? 0 : share * keptChange(input, view, index);
    });
  return [
    summed(
      'hedge.aoci',
      view.id,
      effectOf(({ aoci }) => aoci),
    ),
    summed(
      'hedge.income',
      view.id,
      effectOf(({ income }) => income),
    ),
    summed(
      'hedge.cet1',
      view.id,
      effectOf(({ cet1 }) => cet1),
    ),
    summed(
      'hedge.tce',
      view.id,
      effectOf(({ aoci, income }) => aoci + income),
    ),
  ];
}

/** Change of a hedge's value since the base scenario, after tax. */
function keptChange({ capital, base }: MeasureInput, view: ScenarioView, index: number): number {
  const moved = floatAt(view.hedgeValues, index) - floatAt(base.hedgeValues, index);
  return (1 - capital.taxRate) * moved;
}

const MODELS = ['fair-value', 'cash-flow', 'undesignated'] as const;
const MODEL_PARTS = {
  'fair-value': 'fairValue',
  'cash-flow': 'cashFlow',
  undesignated: 'undesignated',
} as const;

/** The accounts with the marks of a scenario: AFS since the accounts, hedges since the base. */
function markedCapital(input: MeasureInput, view: ScenarioView): MeasureResult[] {
  const { capital, program } = input;
  const byModel = (pick: (effect: HedgeEffect) => number) =>
    Object.fromEntries(
      MODELS.map((model) => {
        const sum = program.hedges.reduce((total, hedge, index) => {
          const share = pick(hedgeEffect(hedge, capital.aociOptOut));
          if (hedge.model !== model || share === 0) return total;
          return total + share * keptChange(input, view, index);
        }, 0);
        return [MODEL_PARTS[model], sum];
      }),
    );
  const afs = (1 - capital.taxRate) * marksOf(input, view).afsSinceAccounts;
  return [
    summed('capital.marked.aoci', view.id, { afs, ...byModel(({ aoci }) => aoci) }),
    summed('capital.marked.cet1', view.id, {
      accounts: cet1After(capital, capital.taxRate),
      afs: afsInCet1(capital, afs),
      ...byModel(({ cet1 }) => cet1),
    }),
    summed('capital.marked.tce', view.id, {
      accounts: capital.tangibleCommonEquityUsdMillion,
      afs,
      ...byModel(({ aoci, income }) => aoci + income),
    }),
  ];
}

/** The opt-out leaves the mark of AFS out of CET1. */
function afsInCet1({ aociOptOut }: Capital, afs: number): number {
  return aociOptOut ? 0 : afs;
}
