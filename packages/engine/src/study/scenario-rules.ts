import { type Issue, issue } from '../foundation/index.js';
import type { HistoricScenario, PrescribedScenario, Scenario } from '../scenario/index.js';
import type { Study } from './study.js';

type Dated = Pick<Study, 'currency' | 'decisionDate'>;

/**
 * Issues between one scenario and the Study it stands in, at the door and in a Change (rules
 * SCEN-3 and SCEN-7). The later curve of a replay is no issue: it shows what came after.
 */
export function scenarioIssuesIn(study: Dated, scenario: Scenario, path: string): Issue[] {
  if (scenario.kind === 'prescribed') return currencyIssues(study, scenario, path);
  return scenario.kind === 'historic' ? lateIssues(study, scenario, path) : [];
}

/** The shock of one currency is no shock of another's curve. */
function currencyIssues(study: Dated, { currency }: PrescribedScenario, path: string): Issue[] {
  if (currency === study.currency) return [];
  const expected = `the currency of the Study, ${study.currency}`;
  return [issue('scenario.currency', `${path}/currency`, expected, currency)];
}

/** A history laid on the curve was over on the decision date. */
function lateIssues(
  { decisionDate }: Dated,
  { from, to }: HistoricScenario,
  path: string,
): Issue[] {
  return Object.entries({ from, to }).flatMap(([name, { dateIso }]) => {
    if (dateIso <= decisionDate) return [];
    const expected = `not after the decision date ${decisionDate}`;
    return [issue('date-order', `${path}/${name}/dateIso`, expected, dateIso)];
  });
}
