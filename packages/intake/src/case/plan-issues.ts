import {
  applyChanges,
  baseRowValues,
  type Change,
  type Issue,
  issue,
  type ParameterEdit,
  type Reading,
  type Study,
} from '@almfes/engine';
import { sourceIssues } from './change-sources.js';
import { decisionIssues } from './decision-issues.js';
import { uniqueIds } from './form-list.js';
import { measureIssues, scenarioIssues } from './measure-place.js';
import type { CasePlan } from './parse-plan.js';

/** Scenarios that steps 2 and 3 size and tell their findings at. */
const NEEDED = ['+100', '+200'];
/** Where hedges are compared and failures told: the lists of steps 2 and 3 hold it. */
const TOLD_AT = '+200';

/**
 * Whether the plan fits the Study (rules FORM-8 to FORM-10): its Changes are applied as the steps
 * will apply them, and every id it names must exist. All issues, with pointers into changes.json.
 */
export function planIssues(plan: CasePlan, study: Study): Issue[] {
  const issues: Issue[] = [];
  orderIssues(plan, issues);
  issues.push(...sourceIssues(plan, study));
  baselineIssues(plan, study, issues);
  hedgeIssues(plan, study, issues);
  if (plan.discipline !== null) {
    applied(study, plan.discipline.changes, '/discipline/changes', issues);
  }
  for (const [index, id] of plan.failureScenarios.entries()) {
    issues.push(...scenarioIssues(study, id, `/failureScenarios/${index}`));
  }
  if (plan.failureScenarios.length > 0) {
    issues.push(...toldIssues(plan.failureScenarios, '/failureScenarios'));
  }
  if (plan.decision !== null) issues.push(...decisionIssues(plan.decision, study));
  assumptionChangeIssues(plan, study, issues);
  uniqueIds(plan.published, '/published', issues);
  for (const [index, { measure, scenario, percentOf }] of plan.published.entries()) {
    const path = `/published/${index}`;
    const at = { measure: `${path}/measure`, scenario: `${path}/scenario` };
    issues.push(...measureIssues(study, { id: measure, scenario }, at));
    if (percentOf === null) continue;
    const base = { measure: `${path}/percentOf`, scenario: `${path}/percentOf` };
    issues.push(...measureIssues(study, { id: percentOf, scenario: '0' }, base));
  }
  return issues;
}

/** A step stands on the steps before it: a later one is never left unsaid in silence. */
function orderIssues(plan: CasePlan, issues: Issue[]): void {
  const { baseline, attribution, hedge, failureScenarios } = plan;
  const given = [baseline, attribution, hedge].map((step) => step !== null);
  const some = given.some(Boolean) || failureScenarios.length > 0;
  if (!some || (given.every(Boolean) && failureScenarios.length > 0)) return;
  const expected = 'baseline, attribution, hedge and failureScenarios, all or none';
  issues.push(issue('steps', '', expected, 'some of them'));
}

function baselineIssues(plan: CasePlan, study: Study, issues: Issue[]): void {
  const { baseline, attribution } = plan;
  if (baseline === null) return;
  for (const id of NEEDED) {
    if (study.scenarios.some((each) => each.id === id)) continue;
    issues.push(issue('unknown-scenario', '/baseline', `a Study with scenario ${id}`, 'none'));
  }
  const start = applied(study, baseline.changes, '/baseline/changes', issues);
  if (start === null) return;
  for (const [index, { edits }] of baseline.range.entries()) {
    applied(start, [editsAsChange(edits)], `/baseline/range/${index}/edits`, issues, true);
  }
  if (attribution === null) return;
  uniqueIds(attribution.groups, '/attribution/groups', issues);
  for (const [index, { changes }] of attribution.groups.entries()) {
    applied(start, changes, `/attribution/groups/${index}/changes`, issues);
  }
  for (const [index, { edits }] of attribution.path.stops.entries()) {
    applied(study, [editsAsChange(edits)], `/attribution/path/stops/${index}/edits`, issues, true);
  }
  const groups = attribution.groups.map(({ id }) => id);
  for (const [index, id] of attribution.assumptionGroups.entries()) {
    if (groups.includes(id)) continue;
    const at = `/attribution/assumptionGroups/${index}`;
    issues.push(issue('unknown-group', at, `one of ${groups.join(', ')}`, id));
  }
  for (const [index, measure] of attribution.measures.entries()) {
    const at = `/attribution/measures/${index}`;
    issues.push(
      ...measureIssues(study, measure, { measure: `${at}/id`, scenario: `${at}/scenario` }),
    );
  }
}

function hedgeIssues({ hedge }: CasePlan, study: Study, issues: Issue[]): void {
  if (hedge === null) return;
  applied({ ...study, hedges: [] }, hedge.keptSwaps, '/hedge/keptSwaps', issues);
  for (const [index, id] of hedge.scenarios.entries()) {
    issues.push(...scenarioIssues(study, id, `/hedge/scenarios/${index}`));
  }
  issues.push(...toldIssues(hedge.scenarios, '/hedge/scenarios'));
  const [low, high] = hedge.swapSpreadRangeBp;
  if (low <= high) return;
  issues.push(issue('range', '/hedge/swapSpreadRangeBp', 'low, then high', `${low}, ${high}`));
}

function toldIssues(scenarios: readonly string[], path: string): Issue[] {
  if (scenarios.includes(TOLD_AT)) return [];
  const expected = `a list with ${TOLD_AT}, at which the step is told`;
  return [issue('scenario', path, expected, scenarios.join(', '))];
}

function assumptionChangeIssues(plan: CasePlan, study: Study, issues: Issue[]): void {
  const { assumptionChange } = plan;
  if (assumptionChange === null) return;
  const { measure, scenario, readings, models, low, high } = assumptionChange;
  const path = '/assumptionChange';
  const at = { measure: `${path}/measure`, scenario: `${path}/scenario` };
  issues.push(...measureIssues(study, { id: measure, scenario }, at));
  for (const [index, reading] of readings.entries()) {
    readingIssues(reading, study, `${path}/readings/${index}`, issues);
  }
  const known = study.behaviour.deposits.map(({ id }) => id);
  for (const [index, model] of models.entries()) {
    if (known.includes(model)) continue;
    issues.push(issue('unknown-model', `${path}/models/${index}`, known.join(', '), model));
  }
  if (low < high) return;
  issues.push(issue('range', `${path}/high`, `above ${low}`, String(high)));
}

/** A reading that is a figure has its value: one in per cent is 100 times a reading. */
function readingIssues(
  { value, figure: place }: Reading,
  { figures }: Study,
  path: string,
  issues: Issue[],
): void {
  if (place === undefined) return;
  const id = place.slice(place.indexOf('/') + 1);
  const figure = Object.hasOwn(figures, id) ? figures[id] : undefined;
  if (figure === undefined || typeof figure.value !== 'number') {
    issues.push(issue('unknown-figure', `${path}/figure`, 'CASE/ID of a number', place));
    return;
  }
  const printed = figure.unit === 'percent' ? 100 * value : value;
  if (Math.abs(printed - figure.value) <= 1e-9) return;
  issues.push(issue('figure-value', `${path}/value`, `${figure.value} ${figure.unit}`, `${value}`));
}

/** The Study after the Changes, or null after the issues why they do not fit. */
function applied(
  study: Study,
  changes: readonly Change[],
  path: string,
  issues: Issue[],
  editsAlone = false,
): Study | null {
  const after = applyChanges(study, changes, baseRowValues);
  if (after.ok) return after.value;
  const shown = (pointer: string) => (editsAlone ? pointer.replace(/^\/0\/edits/, '') : pointer);
  issues.push(...after.issues.map((each) => ({ ...each, path: `${path}${shown(each.path)}` })));
  return null;
}

function editsAsChange(edits: readonly ParameterEdit[]): Change {
  const words = { id: 'range', title: 'range', rationale: '', sources: [] };
  return { ...words, kind: 'replace-assumption', size: 1, edits };
}
