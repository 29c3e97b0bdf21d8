import { ok, type Result } from '../foundation/index.js';
import { toyOutcome, toyStudy } from '../stress/toy-study.test-fixture.js';
import type { Change, Outcome, Study } from '../study/index.js';
import { LEAST_COST } from './objective.js';
import { AS_ASSUMED, type Lever, type Limit, type PlanProblem, type World } from './problem.js';
import { vertexSolver } from './vertex-solver.test-fixture.js';

/** The state of the toy bank, written in the title of its Study. */
export interface ToyState {
  readonly hedge: number;
  readonly sold: number;
  readonly broken: boolean;
  readonly brokenFalling: boolean;
}

const NOTHING: ToyState = { hedge: 0, sold: 0, broken: false, brokenFalling: false };

function stateOf(study: Study): ToyState {
  const parsed: unknown = JSON.parse(study.title);
  return { ...NOTHING, ...Object(parsed) };
}

const header = { title: 'toy', rationale: 'toy', sources: [], edits: [] };

export function toyChange(id: 'hedge' | 'sold' | 'broken' | 'brokenFalling', size: number): Change {
  return { ...header, id, size, kind: 'replace-assumption' };
}

export function toyApply(study: Study, change: Change): Result<Study> {
  const flag = change.id.startsWith('broken');
  const title = JSON.stringify({ ...stateOf(study), [change.id]: flag ? true : change.size });
  // a sale loses a tenth of what is sold
  const lost = change.id === 'sold' ? 0.1 * change.size : 0;
  const realisedLossUsdMillion = study.capital.realisedLossUsdMillion - lost;
  return ok({ ...study, title, capital: { ...study.capital, realisedLossUsdMillion } });
}

/**
 * The bank worked by hand in the tests. Hedging 1 gains 0.08 at +200, costs 0.10 at -200 and 0.01
 * of NII a year; selling 1 gains 0.05 at +200, costs 0.06 at -200, 0.005 of NII and realises 0.1.
 */
export function toyEvaluate(study: Study): Outcome {
  const { hedge, sold, broken, brokenFalling } = stateOf(study);
  return toyOutcome({
    'eve.change[+200]': (broken ? -900 : -600) + 0.08 * hedge + 0.05 * sold,
    'eve.change[-200]': (brokenFalling ? 100 : 200) - 0.1 * hedge - 0.06 * sold,
    'nii.12m[0]': 500 - 0.01 * hedge - 0.005 * sold,
  });
}

export const BROKEN_WORLD: World = {
  id: 'broken',
  title: 'deposits broken',
  breaks: () =>
    ok({
      changes: [toyChange('broken', 1)],
      changesWhenFalling: [toyChange('brokenFalling', 1)],
    }),
};

export function toyLever(id: 'hedge' | 'sold', high: number): Lever {
  return {
    id,
    title: id === 'hedge' ? 'Pay-fixed swaps' : 'Sale of securities',
    makeChanges: (size) => [toyChange(id, size)],
    low: 0,
    high,
    unitSize: 1000,
    unit: 'USD million',
    addedCostUsdMillion: 0,
    costNote: '',
  };
}

export function toyLimit(
  scenario: '+200' | '-200',
  floor: number,
  edit: Partial<Limit> = {},
): Limit {
  return {
    id: `eve ${scenario}`,
    title: `the EVE limit ${scenario}`,
    measure: 'eve.change',
    scenarios: [scenario],
    worlds: ['as-assumed'],
    floor,
    cap: null,
    scale: 100,
    step: 1,
    stepWords: 'one million',
    relaxable: true,
    ...edit,
  };
}

/** Both levers to 10,000, a realised loss spread over five years. */
export function toyProblem(edit: Partial<PlanProblem> = {}): PlanProblem {
  return {
    study: toyStudy({ title: '{}' }),
    levers: [toyLever('hedge', 10_000), toyLever('sold', 10_000)],
    worlds: [AS_ASSUMED, BROKEN_WORLD],
    limits: [toyLimit('+200', -400)],
    rules: [],
    objective: LEAST_COST,
    realisedLossYears: 5,
    solver: vertexSolver,
    evaluate: toyEvaluate,
    apply: toyApply,
    ...edit,
  };
}
