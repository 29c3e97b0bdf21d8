import { transferTerms, transferValues } from '../cash-flow/index.js';
import { floatAt } from '../foundation/index.js';
import { keptByGroup } from './kept-by-rows.js';
import type { MeasureResult } from './measure.js';
import {
  type MeasureInput,
  minus,
  type ScenarioView,
  type Split,
  sum,
  sumByGroup,
  total,
} from './view.js';

/**
 * eve.withoutMargin.value and .change of every scenario (rules FTP-6 and FTP-7): each row pays its
 * transfer rate and is discounted without a spread.
 */
export function valueWithoutMarginMeasures(input: MeasureInput): MeasureResult[] {
  const { program } = input;
  const ofRows = (view: ScenarioView) => {
    const values = transferValues(program, view, transferTerms(program, input.base));
    return sumByGroup(program, (row) => floatAt(values, row), 'by side');
  };
  const splitOf = (view: ScenarioView): Split => ({
    ...splitOfRows(program, view, () => ofRows(view), input.base),
    hedges: sum(view.hedgeValues),
  });
  const base = splitOf(input.base);
  return input.scenarios.flatMap((view): MeasureResult[] => {
    const value = splitOf(view);
    const change = minus(value, base);
    const measure = { scenario: view.id, unit: 'USD million' } as const;
    return [
      { ...measure, id: 'eve.withoutMargin.value', value: total(value), by: value },
      { ...measure, id: 'eve.withoutMargin.change', value: total(change), by: change },
    ];
  });
}

const splitOfRows = keptByGroup();
