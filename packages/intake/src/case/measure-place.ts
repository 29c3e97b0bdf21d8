import { type Issue, issue, MEASURES, type Study } from '@almfes/engine';
import { nearNames } from '../near-name.js';

/** A measure must be registered, and stand in the Outcome at this scenario (rule FORM-8). */
export function measureIssues(
  study: Study,
  measure: { readonly id: string; readonly scenario: string },
  path: { readonly measure: string; readonly scenario: string },
): Issue[] {
  const { id, scenario } = measure;
  const definition = MEASURES.find((each) => each.id === id);
  if (definition === undefined) {
    const names = MEASURES.map((each) => each.id);
    const near = nearNames(id, names);
    const like = near.length === 0 ? 'see almfes measures --list' : `such as ${near.join(', ')}`;
    const expected = `an id of the registry of measures, ${like}`;
    return [issue('unknown-measure', path.measure, expected, id)];
  }
  if (definition.ofDate === true) {
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
