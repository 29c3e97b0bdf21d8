import { type MeasureResult, type MeasureValue, refusedWithout } from '../../measure.js';
import type { MeasureInput } from '../../view.js';
import { promisesIn } from '../collateral/pool-value.js';
import { cashBy } from './line-cash.js';

/** Hours of a business day, of a day and of two. */
const HOURS = [8, 24, 48] as const;

const ALL = 'contingency.cash';
const IDS = [...HOURS.map((hours) => `${ALL}.${hours}h`), ALL];

/** Cash of the contingency funding plan by hour, every scenario (CFP-1 and CFP-2). */
export function contingencyMeasures(
  input: Pick<MeasureInput, 'blocks' | 'program' | 'scenarios'>,
): MeasureResult[] {
  const { contingencyPlan: plan, collateral = { pools: [] } } = input.blocks;
  if (plan === undefined) return refusedWithout('/contingencyPlan', IDS);
  return input.scenarios.flatMap((view) => {
    const promises = promisesIn(collateral, input.program, view);
    const by = (id: string, hours: number): MeasureValue => ({
      id,
      scenario: view.id,
      unit: 'USD million',
      value: cashBy(plan, promises, hours),
    });
    return [
      ...HOURS.map((hours) => by(`${ALL}.${hours}h`, hours)),
      by(ALL, Number.POSITIVE_INFINITY),
    ];
  });
}
