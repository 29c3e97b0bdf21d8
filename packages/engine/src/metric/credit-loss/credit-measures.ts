import { itemAt } from '../../foundation/index.js';
import {
  type MeasureResult,
  type MeasureValue,
  type RefusedMeasure,
  refusedWithout,
} from '../measure.js';
import type { MeasureInput, ScenarioView } from '../view.js';
import { allowanceTotal } from './allowance.js';
import { allowanceOf, creditPath, type SegmentBalance } from './credit-path.js';
import type { CreditLoss } from './segment.js';
import { creditRates, segmentBalances } from './segment-balances.js';

const YEAR = 4;

const DATE_IDS = ['creditLoss.allowance', 'creditLoss.allowance.difference'];
const SCENARIO_IDS = [
  'creditLoss.allowance.12m',
  'creditLoss.expected.12m',
  'creditLoss.collateral.12m',
  'creditLoss.refinancing.12m',
  'creditLoss.provision.12m',
  'creditLoss.provision.24m',
];

/** creditLoss.* at the date and in every scenario (rules CREDIT-1 to CREDIT-7). */
export function creditLossMeasures(input: MeasureInput): MeasureResult[] {
  const { creditLoss } = input.blocks;
  const ids = [...DATE_IDS, ...SCENARIO_IDS];
  if (creditLoss === undefined) return refusedWithout('/creditLoss', ids);
  const balances = segmentBalances(input, creditLoss);
  if (!Array.isArray(balances)) return ids.map((id) => ({ id, scenario: '', issue: balances }));
  return [
    ...atDate(input, creditLoss, balances),
    ...input.scenarios.flatMap((view) => inScenario(input, view, balances)),
  ];
}

const money = (id: string, scenario: string, value: number): MeasureValue => ({
  id,
  scenario,
  unit: 'USD million',
  value,
});

/** At the date's own rates, and what the accounts hold less than that: never plugged. */
function atDate(
  input: MeasureInput,
  { reportedAllowanceUsdMillion: reported }: CreditLoss,
  balances: readonly SegmentBalance[],
): MeasureResult[] {
  const { oneMonthNow, tenYearNow } = itemAt(creditRates(input, input.base, 1), 0);
  const now = { oneMonth: oneMonthNow, tenYear: tenYearNow, oneMonthNow, tenYearNow };
  const allowance = allowanceTotal(allowanceOf(balances, now));
  const [id = '', differenceId = ''] = DATE_IDS;
  const difference: MeasureValue | RefusedMeasure[] =
    reported === null
      ? refusedWithout('/creditLoss/reportedAllowanceUsdMillion', [differenceId])
      : money(differenceId, '', allowance - reported.value);
  return [money(id, '', allowance), ...(Array.isArray(difference) ? difference : [difference])];
}

function inScenario(
  input: MeasureInput,
  view: ScenarioView,
  balances: readonly SegmentBalance[],
): MeasureValue[] {
  const path = creditPath(balances, creditRates(input, view, 2 * YEAR));
  const { allowance } = itemAt(path, YEAR - 1);
  const provided = (quarters: number) =>
    path.slice(0, quarters).reduce((sum, { provision }) => sum + provision, 0);
  const values = [
    allowanceTotal(allowance),
    allowance.expected,
    allowance.collateral,
    allowance.refinancing,
    provided(YEAR),
    provided(2 * YEAR),
  ];
  return SCENARIO_IDS.map((id, at) => money(id, view.id, itemAt(values, at)));
}
