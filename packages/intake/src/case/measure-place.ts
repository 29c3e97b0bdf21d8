import { type Issue, issue, MEASURES, type Study } from '@almfes/engine';

/** Measures of the valuation date alone: their scenario is ''. All others have a value in each. */
const VALUATION_DATE = new RegExp(
  [
    '^(duration|convexity|dv01|keyRate|gap)\\.',
    '^capital\\.(?!economic|path)',
    '^creditLoss\\.allowance(\\.difference)?$',
    '^liquidity\\.(hqla|lcr|nsfr|outflows|inflows|addOn|netOutflow|(available|required)Funding)',
  ].join('|'),
);

/** Whether an Outcome gives this measure once, and not for every scenario. */
export function isOfValuationDate(measure: string): boolean {
  return VALUATION_DATE.test(measure);
}

/** A measure must be registered, and stand in the Outcome at this scenario (rule FORM-8). */
export function measureIssues(
  study: Study,
  measure: { readonly id: string; readonly scenario: string },
  path: { readonly measure: string; readonly scenario: string },
): Issue[] {
  const { id, scenario } = measure;
  if (!MEASURES.some((each) => each.id === id)) {
    return [issue('unknown-measure', path.measure, 'an id of the registry of measures', id)];
  }
  if (isOfValuationDate(id)) {
    if (scenario === '') return [];
    return [issue('scenario', path.scenario, `'' (${id} is of the valuation date)`, scenario)];
  }
  return scenarioIssues(study, scenario, path.scenario);
}

export function scenarioIssues(study: Study, scenario: string, path: string): Issue[] {
  const known = study.scenarios.map(({ id }) => id);
  if (known.includes(scenario)) return [];
  return [issue('unknown-scenario', path, `one of ${known.join(', ')}`, `'${scenario}'`)];
}
