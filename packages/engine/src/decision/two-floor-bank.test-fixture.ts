import { ok, type Result } from '../foundation/index.js';
import { toyOutcome, toyStudy } from '../stress/toy-study.test-fixture.js';
import type { Change, Outcome, Study } from '../study/index.js';
import { LEAST_COST } from './objective.js';
import { AS_ASSUMED, type Lever, type Limit, type PlanProblem } from './problem.js';
import { vertexSolver } from './vertex-solver.test-fixture.js';

/** A bank that is linear in its levers: what one of each does to two measures and to income. */
export interface TwoFloorBank {
  readonly levers: readonly {
    readonly eve: number;
    readonly e0: number;
    readonly cost: number;
    readonly high: number;
  }[];
  readonly eveFloor: number;
  readonly e0Floor: number;
}

const EVE_BEFORE = -600;
const E0_BEFORE = 100;

function sizesOf(study: Study): Readonly<Record<string, number>> {
  const parsed: unknown = JSON.parse(study.title);
  return { ...Object(parsed) };
}

function apply(study: Study, change: Change): Result<Study> {
  const title = JSON.stringify({ ...sizesOf(study), [change.id]: change.size });
  return ok({ ...study, title });
}

function evaluateBank({ levers }: TwoFloorBank, study: Study): Outcome {
  const sizes = sizesOf(study);
  const sum = (of: 'eve' | 'e0' | 'cost'): number =>
    levers.reduce((total, lever, index) => total + lever[of] * (sizes[`l${index}`] ?? 0), 0);
  return toyOutcome({
    'eve.change[+200]': EVE_BEFORE + sum('eve'),
    'capital.economic.e0[+200]': E0_BEFORE + sum('e0'),
    'nii.12m[0]': 500 - sum('cost'),
  });
}

function leverOf(index: number, high: number): Lever {
  const id = `l${index}`;
  const change = { title: id, rationale: 'toy', sources: [], edits: [] };
  return {
    ...{ id, title: `Lever ${index}`, low: 0, high, unitSize: 1, unit: 'units' },
    makeChanges: (size) => [{ ...change, kind: 'replace-assumption', id, size }],
    ...{ addedCostUsdMillion: 0, costNote: '' },
  };
}

function limitOn(id: string, measure: string, floor: number): Limit {
  return {
    ...{ id, title: `the ${id} limit`, measure, scenarios: ['+200'], worlds: [AS_ASSUMED.id] },
    ...{ floor, cap: null, scale: 100, step: 1, stepWords: 'million', relaxable: true },
  };
}

/** The problem of such a bank; scenarios and limits are those of its Study at +200. */
export function twoFloorProblem(bank: TwoFloorBank): PlanProblem {
  return {
    study: toyStudy({ title: '{}' }),
    levers: bank.levers.map(({ high }, index) => leverOf(index, high)),
    worlds: [AS_ASSUMED],
    limits: [
      limitOn('eve', 'eve.change', bank.eveFloor),
      limitOn('e0', 'capital.economic.e0', bank.e0Floor),
    ],
    ...{ rules: [], objective: LEAST_COST, realisedLossYears: 5, solver: vertexSolver },
    ...{ evaluate: (study) => evaluateBank(bank, study), apply },
  };
}

/**
 * Least cost by looking at every corner of the box and the two limits, with the levers of `allowed`
 * alone; null when none meets both. Shares nothing with the engine's programmes.
 */
export function bestByCorners(bank: TwoFloorBank, allowed: readonly boolean[]): number | null {
  const normals: { readonly normal: readonly number[]; readonly value: number }[] = [];
  bank.levers.forEach((_, index) => {
    const unit = bank.levers.map((__, other) => (other === index ? 1 : 0));
    normals.push({ normal: unit, value: 0 });
    normals.push({
      normal: unit,
      value: allowed[index] === true ? (bank.levers[index]?.high ?? 0) : 0,
    });
  });
  normals.push({ normal: bank.levers.map(({ eve }) => eve), value: bank.eveFloor - EVE_BEFORE });
  normals.push({ normal: bank.levers.map(({ e0 }) => e0), value: bank.e0Floor - E0_BEFORE });
  let best: number | null = null;
  for (let a = 0; a < normals.length; a += 1) {
    for (let b = a + 1; b < normals.length; b += 1) {
      for (let c = b + 1; c < normals.length; c += 1) {
        const x = cornerOf([normals[a], normals[b], normals[c]]);
        if (x === null || !fits(bank, allowed, x)) continue;
        const cost = bank.levers.reduce(
          (sum, lever, index) => sum + lever.cost * (x[index] ?? 0),
          0,
        );
        best = best === null ? cost : Math.min(best, cost);
      }
    }
  }
  return best;
}

type Plane = { readonly normal: readonly number[]; readonly value: number } | undefined;

/** Cramer's rule on three planes. */
function cornerOf(planes: readonly Plane[]): readonly number[] | null {
  const m = planes.map((plane) => plane?.normal ?? []);
  const at = (row: number, column: number): number => m[row]?.[column] ?? 0;
  const det = (f: (row: number, column: number) => number): number =>
    f(0, 0) * (f(1, 1) * f(2, 2) - f(1, 2) * f(2, 1)) -
    f(0, 1) * (f(1, 0) * f(2, 2) - f(1, 2) * f(2, 0)) +
    f(0, 2) * (f(1, 0) * f(2, 1) - f(1, 1) * f(2, 0));
  const whole = det(at);
  if (Math.abs(whole) < 1e-9) return null;
  return [0, 1, 2].map((replaced) => {
    const swapped = (row: number, column: number): number =>
      column === replaced ? (planes[row]?.value ?? 0) : at(row, column);
    return det(swapped) / whole;
  });
}

function fits(bank: TwoFloorBank, allowed: readonly boolean[], x: readonly number[]): boolean {
  const within = bank.levers.every(({ high }, index) => {
    const size = x[index] ?? 0;
    return size >= -1e-7 && size <= (allowed[index] === true ? high : 0) + 1e-7;
  });
  const sum = (of: 'eve' | 'e0'): number =>
    bank.levers.reduce((total, lever, index) => total + lever[of] * (x[index] ?? 0), 0);
  return (
    within &&
    EVE_BEFORE + sum('eve') >= bank.eveFloor - 1e-6 &&
    E0_BEFORE + sum('e0') >= bank.e0Floor - 1e-6
  );
}
