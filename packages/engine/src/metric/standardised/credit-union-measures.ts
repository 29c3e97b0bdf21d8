import { textAt } from '../../balance-sheet/index.js';
import { floatAt, type Issue, issue, itemAt } from '../../foundation/index.js';
import {
  type MeasureResult,
  type MeasureUnit,
  type RefusedMeasure,
  refusedWithout,
} from '../measure.js';
import { type MeasureInput, type ScenarioView, sum } from '../view.js';
import {
  type BaseAndShocked,
  type NetEconomicValueRisk,
  netEconomicValueTest,
} from './net-economic-value.js';

const IDS = ['nev.ratio.base', 'nev.ratio.shocked', 'nev.sensitivity', 'nev.level'] as const;
const SHOCK_BP = 300;
const LEVELS: Readonly<Record<NetEconomicValueRisk, number>> = { low: 0, moderate: 1, high: 2 };

/** nev.* of the date (rules STANDARD-11 and STANDARD-19). */
export function creditUnionMeasures(input: MeasureInput): MeasureResult[] {
  const { creditUnion } = input.blocks;
  if (creditUnion === undefined) return refusedWithout('/creditUnion', IDS);
  const shocked = shockedView(input, creditUnion.shockScenario);
  if (shocked === undefined) return refused(noShock(creditUnion.shockScenario));
  const by = (amount: (view: ScenarioView) => number): BaseAndShocked => ({
    base: amount(input.base),
    shocked: amount(shocked),
  });
  const test = netEconomicValueTest({
    assetValueUsdMillion: by((view) => sideValue(input, view, 1)),
    otherLiabilityValueUsdMillion: by((view) => sideValue(input, view, -1)),
    nonMaturitySharesUsdMillion: nonMaturityShares(input),
  });
  if (!test.ok) return refused(test.issues[0] ?? noShock(creditUnion.shockScenario));
  const { ratio, sensitivity, risk } = test.value;
  const measure = (id: string, unit: MeasureUnit, value: number): MeasureResult => ({
    id,
    scenario: '',
    unit,
    value,
  });
  return [
    measure('nev.ratio.base', 'ratio', ratio.base),
    measure('nev.ratio.shocked', 'ratio', ratio.shocked),
    measure('nev.sensitivity', 'ratio', sensitivity),
    measure('nev.level', 'level', LEVELS[risk]),
  ];
}

/** The named scenario, where it is +300 bp everywhere, at once and alone. */
function shockedView({ shocks, scenarios }: MeasureInput, id: string): ScenarioView | undefined {
  const shock = shocks.find((each) => each.id === id);
  const isTest =
    shock?.kind === 'parallel' &&
    shock.shockBp === SHOCK_BP &&
    shock.rampMonths === undefined &&
    shock.basisBp === undefined &&
    shock.volatilityBp === undefined;
  return isTest ? scenarios.find((view) => view.id === id) : undefined;
}

function noShock(id: string): Issue {
  const expected = `a parallel scenario "${id}" of +${SHOCK_BP} bp, at once`;
  return issue('measure.no-scenario', '/creditUnion/shockScenario', expected, 'none');
}

/** Positions of one side without non-maturity shares; a swap stands where its value puts it. */
function sideValue({ program }: MeasureInput, view: ScenarioView, side: 1 | -1): number {
  const { book } = program;
  let value = 0;
  for (let row = 0; row < book.id.length; row += 1) {
    if (itemAt(book.side, row) !== side || isShare(book, row)) continue;
    value += floatAt(view.rowValues, row);
  }
  return value + sum(view.hedgeValues.map((each) => Math.max(0, side * each)));
}

function nonMaturityShares({ program: { book } }: MeasureInput): number {
  return book.id.reduce(
    (total, _, row) => total + (isShare(book, row) ? floatAt(book.notionalUsdMillion, row) : 0),
    0,
  );
}

const isShare = (book: MeasureInput['program']['book'], row: number): boolean =>
  textAt(book.principal, row) === 'decay';

const refused = (reason: Issue): RefusedMeasure[] =>
  IDS.map((id) => ({ id, scenario: '', issue: reason }));
