import { itemAt } from '../../foundation/index.js';
import type { MeasureResult, MeasureValue } from '../measure.js';
import type { MeasureInput, ScenarioView } from '../view.js';
import { type ByVenue, initialMargin, variationMargin } from './margin.js';

/** Amounts by hedge id; parts of a measure. */
export type ByHedge = Readonly<Record<string, number>>;

export function byHedge(
  { program }: Pick<MeasureInput, 'program'>,
  amountOf: (index: number) => number,
): ByHedge {
  return Object.fromEntries(program.hedges.map(({ id }, index) => [id, amountOf(index)]));
}

/** A measure that is the sum of its parts, in their order. */
export function summed(
  id: string,
  scenario: string,
  parts: Readonly<Record<string, number>>,
): MeasureValue {
  const value = Object.values(parts).reduce((sum, part) => sum + part, 0);
  return { id, scenario, unit: 'USD million', value, parts };
}

/** hedge.value, hedge.change and hedge.margin.* (rules INSTRUMENT-13 to INSTRUMENT-16). */
export function hedgeMarginMeasures(input: MeasureInput): MeasureResult[] {
  const { base, scenarios } = input;
  return [
    ...scenarios.flatMap((view) => {
      const valueIn = ({ hedgeValues }: ScenarioView, index: number) => itemAt(hedgeValues, index);
      return [
        summed(
          'hedge.value',
          view.id,
          byHedge(input, (index) => valueIn(view, index)),
        ),
        summed(
          'hedge.change',
          view.id,
          byHedge(input, (index) => valueIn(view, index) - valueIn(base, index)),
        ),
        summed('hedge.margin.variation', view.id, { ...variationMargin(input, view) }),
      ];
    }),
    ...liquidityNeeds(input),
  ];
}

/** What margin asks for, before the sources that meet it. */
function liquidityNeeds(input: MeasureInput): MeasureResult[] {
  const initial = initialMargin(input);
  if ('code' in initial) {
    return [
      { id: 'hedge.margin.initial', scenario: '', issue: initial },
      ...input.scenarios.map(({ id }) => ({
        id: 'hedge.margin.need',
        scenario: id,
        issue: initial,
      })),
      { id: 'hedge.margin.worst', scenario: '', issue: initial },
    ];
  }
  const needs = input.scenarios.map((view) => needIn(input, view, initial));
  return [
    summed('hedge.margin.initial', '', { ...initial }),
    ...needs,
    { ...worstOf(needs), id: 'hedge.margin.worst', scenario: '' },
  ];
}

/** Gains in one place do not meet a call in the other on the same day. */
function needIn(input: MeasureInput, view: ScenarioView, initial: ByVenue): MeasureValue {
  const { overTheCounter, exchangeTraded } = variationMargin(input, view);
  return summed('hedge.margin.need', view.id, {
    initial: initial.overTheCounter + initial.exchangeTraded,
    overTheCounter: Math.max(0, -overTheCounter),
    exchangeTraded: Math.max(0, -exchangeTraded),
  });
}

function worstOf(needs: readonly MeasureValue[]): MeasureValue {
  const worst = needs.reduce((most, need) => (need.value > most.value ? need : most));
  return { ...worst, parts: { [worst.scenario]: worst.value } };
}
