import { evaluate, measureOf, type Scenario, type Study } from '../../packages/engine/src/index.js';
import { type AssumptionLevels, libraryCase, libraryCaseAt } from '../case/library-case.js';

/** The case whose group published how income answers short and long rates apart. */
export const GROUP_CASE = 'jpmorgan-2021';

/** Change of 12-month income in USD million at a scenario of the Study. */
export function incomeChange(study: Study, scenario: string): number {
  const scenarios = study.scenarios.filter(({ id }) => id === '0' || id === scenario);
  return measureOf(evaluate({ ...study, scenarios }, ['income']), 'nii.12m.change', scenario);
}

/**
 * Shocks of short or of long rates alone: 100 bp at one end, falling in a line to 0 at the other,
 * between one month and ten years. The report does not say where short ends: that is our reading.
 */
export function twist(id: 'short' | 'long'): Scenario {
  const [atMonth, atTenYears] = id === 'short' ? [100, 0] : [0, 100];
  const nodes = [
    { tenorMonths: 1, shockBp: atMonth },
    { tenorMonths: 120, shockBp: atTenYears },
  ];
  return { id, title: `+100 bp at ${id} rates`, kind: 'nodes', nodes, floorRate: 0 };
}

/** The Study of the group's bank with both twists beside its own scenarios. */
export function twistedStudy(): Study {
  const { study } = libraryCase(GROUP_CASE);
  const base = study.scenarios.filter(({ id }) => id === '0' || id === '+100');
  return { ...study, scenarios: [...base, twist('short'), twist('long')] };
}

/** Income at +100 bp with assumptions of the case at other levels, USD million. */
export function incomeChangeAt(levels: AssumptionLevels): number {
  return incomeChange(libraryCaseAt(GROUP_CASE, levels).study, '+100');
}

/** Income at +100 bp if deposits repriced without a lag, USD million. */
export function incomeChangeWithoutLag(): number {
  const { study } = libraryCase(GROUP_CASE);
  const deposits = study.behaviour.deposits.map((model) => ({
    ...model,
    lagMonths: { ...model.lagMonths, value: 0 },
  }));
  return incomeChange({ ...study, behaviour: { ...study.behaviour, deposits } }, '+100');
}

/** Income at +100 bp without the swaps that the case counts, USD million. */
export function incomeChangeWithoutSwaps(): number {
  return incomeChange({ ...libraryCase(GROUP_CASE).study, hedges: [] }, '+100');
}
