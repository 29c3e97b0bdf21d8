import { itemAt, ok } from '../foundation/index.js';
import { toyOutcome, toyStudy } from '../stress/toy-study.test-fixture.js';
import type { Change, Study } from '../study/index.js';
import { enumeratingSolver } from './enumerating-solver.test-fixture.js';
import { LEAST_COST } from './objective.js';
import { AS_ASSUMED, type Lever, type PlanProblem } from './problem.js';

/** Values by `measure[scenario]`: of the bank as it is, or of one unit of a lever. */
export type Effects = Readonly<Record<string, number>>;

/** A plan of the linear bank, and what brute force finds for it without any programme. */
export function linearValues(
  base: Effects,
  effects: readonly Effects[],
  sizes: readonly number[],
): Record<string, number> {
  const values = { ...base };
  for (const [index, effect] of effects.entries()) {
    for (const [key, slope] of Object.entries(effect)) {
      values[key] = (values[key] ?? 0) + slope * itemAt(sizes, index);
    }
  }
  return values;
}

/** A bank of straight lines in the levers `x0`, `x1`, …; sizes stand in the title of its Study. */
export function linearBank(
  base: Effects,
  effects: readonly Effects[],
  edit: (index: number) => Partial<Lever> = () => ({}),
): PlanProblem {
  const levers = effects.map(
    (_, index): Lever => ({
      id: `x${index}`,
      title: `Lever ${index}`,
      makeChanges: (size) => [changeOf(`x${index}`, size)],
      low: 0,
      high: 10,
      unitSize: 1,
      unit: 'units',
      addedCostUsdMillion: 0,
      costNote: '',
      ...edit(index),
    }),
  );
  return {
    study: toyStudy({ title: '{}' }),
    levers,
    worlds: [AS_ASSUMED],
    limits: [],
    rules: [],
    objective: LEAST_COST,
    realisedLossYears: 5,
    solver: enumeratingSolver,
    evaluate: (study) => toyOutcome(linearValues(base, effects, sizesIn(study, effects.length))),
    apply: (study, { id, size }) =>
      ok({ ...study, title: JSON.stringify({ ...JSON.parse(study.title), [id]: size }) }),
  };
}

function changeOf(id: string, size: number): Change {
  const header = { title: 'toy', rationale: 'toy', sources: [], edits: [] };
  return { ...header, id, size, kind: 'replace-assumption' };
}

function sizesIn(study: Study, count: number): readonly number[] {
  const written = JSON.parse(study.title);
  return Array.from({ length: count }, (_, index) => Number(written[`x${index}`] ?? 0));
}
