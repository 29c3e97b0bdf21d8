import { GROUPS } from '../../balance-sheet/index.js';
import { type Issue, issue, type Result } from '../../foundation/index.js';
import {
  MEASURES,
  type MeasureValue,
  measureDefinition,
  type ScenarioView,
} from '../../metric/index.js';
import { type Evaluation, evaluationOf } from '../evaluation.js';
import type { Outcome } from '../outcome.js';
import type { Beneath, Explainer, Explaining } from './context.js';
import { ANY, explainerOf } from './explainers.js';
import type { Explanation, MeasureNode } from './explanation.js';
import { node, stated, step, sumOf } from './node.js';
import { bookNode } from './position.js';
import { type Citations, type Sources, sourcesOf } from './sources.js';

export interface ExplainOptions {
  /** Id of a scenario; leave it out for a measure of the valuation date alone. */
  readonly scenario?: string;
  /** Figures that plain numbers of the Study were read from, by JSON pointer of the number. */
  readonly citations?: Citations;
}

/**
 * The tree from a measure down to cash flows, factors, assumptions and pages (rules EXPL-1 to
 * EXPL-7), over the very arrays that made it. Issues: `explain.no-evaluation` (no whole Outcome
 * that `evaluate` returned here), `measure.unknown` (with ids nearby), `measure.scenario` (which
 * there are), or why the measure was refused.
 */
export function explain(
  outcome: Outcome,
  measureId: string,
  { scenario = '', citations = new Map() }: ExplainOptions = {},
): Result<Explanation> {
  const evaluation = evaluationOf(outcome);
  if (evaluation === undefined) return { ok: false, issues: [noEvaluation(measureId)] };
  const found = outcome.measures.find((m) => m.id === measureId && m.scenario === scenario);
  if (found === undefined) {
    return { ok: false, issues: [noValue(outcome, measureId, scenario)] };
  }
  const { title, institution, valuationDate } = evaluation.study;
  const root = measureNodes(outcome, evaluation, sourcesOf(evaluation, citations))(found);
  const head = { schema: 'almfes/explanation/1', title, institution, valuationDate } as const;
  return { ok: true, value: { ...head, root } };
}

/** Makes measures to nodes; a measure that stands twice in a tree is one node. */
function measureNodes(outcome: Outcome, evaluation: Evaluation, sources: Sources) {
  const made = new Map<MeasureValue, MeasureNode>();
  const nodeOf = (found: MeasureValue): MeasureNode => {
    const known = made.get(found) ?? measureNode(found, contextOf(found));
    made.set(found, known);
    return known;
  };
  const contextOf = ({ id, scenario, value, by, byTenor, parts }: MeasureValue): Explaining => ({
    study: evaluation.study,
    input: evaluation.input,
    view: viewOf(evaluation, scenario),
    id,
    value,
    by,
    byTenor,
    split: parts,
    sources,
    measure: (other, inScenario = scenario) => nodeOf(nearestValue(outcome, other, inScenario)),
  });
  return nodeOf;
}

function viewOf({ input }: Evaluation, scenario: string): ScenarioView {
  return input.scenarios.find(({ id }) => id === scenario) ?? input.base;
}

/** A measure of the scenario, or of the date. */
function nearestValue(outcome: Outcome, id: string, scenario: string): MeasureValue {
  const all = outcome.measures.filter((measure) => measure.id === id);
  const found =
    all.find((measure) => measure.scenario === scenario) ??
    all.find((measure) => measure.scenario === '');
  if (found === undefined) throw new Error(`no measure ${id} beneath another`);
  return found;
}

function measureNode(
  { id, scenario, unit, value, parts, byTenor }: MeasureValue,
  context: Explaining,
) {
  const { formula, children, restsOn = [] } = beneath(context);
  const definition = measureDefinition(id);
  const made = node({ title: definition.title, value, unit, formula, children, restsOn });
  const split = {
    ...(parts === undefined ? {} : { parts }),
    ...(byTenor === undefined ? {} : { byTenor }),
  };
  return { kind: 'measure', ...made, ...split, scenario, definition } as const;
}

/** What the family says, or the split by book where there is one, and the parts behind it. */
function beneath(context: Explaining): Beneath {
  const explainer = explainerOf(context.id);
  return explainer.beneath?.(context) ?? fromParts(context, explainer);
}

function fromParts({ id, study, sources, by, byTenor }: Explaining, { parts }: Explainer): Beneath {
  const there = (keys: Explainer['parts']) => keys.filter((key) => study[key] !== undefined);
  const own = there(parts);
  const restsOn = (own.length > 0 ? own : there(ANY.parts)).map((key) => sources.part(key));
  if (by === undefined && byTenor !== undefined) {
    const { unit } = measureDefinition(id);
    const buckets = Object.entries(byTenor).map(([title, value]) =>
      step({ title, value, unit, formula: null }),
    );
    return { formula: sumOf(buckets), children: buckets, restsOn };
  }
  if (by === undefined) {
    return { formula: stated(measureDefinition(id).definition), children: [], restsOn };
  }
  const children = [...GROUPS, 'hedges' as const]
    .filter((group) => by[group] !== undefined)
    .map((group) => bookNode({ by }, group, []));
  return { formula: sumOf(children), children, restsOn };
}

function noEvaluation(id: string): Issue {
  const expected = 'a whole Outcome that evaluate returned in this process';
  const got = 'one that was read, copied or made of some families';
  return issue('explain.no-evaluation', `/measures/${id}`, expected, got);
}

/** Ids of the same family, of which one may be meant; all where there is no such family. */
function nearby(id: string): string[] {
  const [family = ''] = id.split('.');
  const ids = MEASURES.map((each) => each.id);
  const near = ids.filter((each) => each === family || each.startsWith(`${family}.`));
  return near.length > 0 ? near : ids;
}

/** Why an Outcome has no value of a measure in a scenario: refused, unknown, or elsewhere. */
function noValue(outcome: Outcome, id: string, scenario: string): Issue {
  const path = `/measures/${id}`;
  const refused = outcome.refused.filter((each) => each.id === id);
  const here = refused.find((each) => each.scenario === scenario || each.scenario === '');
  if (here !== undefined) return here.issue;
  const scenarios = outcome.measures.filter((each) => each.id === id).map((each) => each.scenario);
  if (scenarios.length === 0 && refused.length === 0) {
    return issue('measure.unknown', path, `one of ${nearby(id).join(', ')}`, id);
  }
  const known = [...scenarios, ...refused.map((each) => each.scenario)];
  const expected = known.includes('')
    ? 'no scenario: the measure stands at the valuation date'
    : `a scenario of the measure: one of ${known.join(', ')}`;
  return issue('measure.scenario', path, expected, scenario === '' ? 'none' : scenario);
}
