import type { LinearProgramme, LpConstraint, LpSolution } from '@almfes/engine';
import { beforeAll, describe, expect, it } from 'vitest';
import { createHighsSolver } from './highs-solver.js';

type Bounds = readonly [low: number | null, high: number | null];

/** Columns `[cost, low, high]`, rows `[coefficients, low, high]`. */
function programme(
  columns: readonly (readonly [cost: number, ...Bounds])[],
  rows: readonly (readonly [readonly number[], ...Bounds])[],
): LinearProgramme {
  return {
    variables: columns.map(([cost, low, high], index) => ({
      id: `x${index}`,
      title: `x${index}`,
      low,
      high,
      cost,
      unit: '',
    })),
    constraints: rows.map(
      ([coefficients, low, high], index): LpConstraint => ({
        id: `r${index}`,
        title: `r${index}`,
        coefficients: Object.fromEntries(
          coefficients.map((value, column) => [`x${column}`, value]),
        ),
        low,
        high,
        scenario: '',
        failure: '',
      }),
    ),
  };
}

let solve: (lp: LinearProgramme) => Promise<LpSolution>;
beforeAll(async () => {
  solve = await createHighsSolver();
});

async function optimum(lp: LinearProgramme) {
  const solution = await solve(lp);
  if (solution.status !== 'optimal') throw new Error(solution.status);
  return solution;
}

describe('HiGHS as the solver of the engine', () => {
  it('PLAN-2: two products: 2 and 6, worth 36, dual prices 0, 1.5 and 1', async () => {
    // maximise 3 x + 5 y with x <= 4, 2 y <= 12, 3 x + 2 y <= 18 (Hillier and Lieberman's glass
    // works): the corner of the last two rows, y = 6, x = (18 - 12) / 3 = 2, 3 x 2 + 5 x 6 = 36;
    // duals from 3 = 3 c, 5 = 2 b + 2 c: c = 1, b = 1.5
    const solution = await optimum(
      programme(
        [
          [-3, 0, null],
          [-5, 0, null],
        ],
        [
          [[1, 0], null, 4],
          [[0, 2], null, 12],
          [[3, 2], null, 18],
        ],
      ),
    );
    expect(solution.objective).toBeCloseTo(-36, 9);
    expect(solution.x.map((value) => Math.round(value * 1e9) / 1e9)).toEqual([2, 6]);
    const duals = solution.rowDual.map((dual) => Math.round(dual * 1e9) / 1e9 + 0);
    expect(duals).toEqual([0, -1.5, -1]);
  });

  it('PLAN-2: a floor has a positive dual, a bound at work a reduced cost', async () => {
    // least 2 x + 3 y with x + y >= 10, x <= 4: x = 4, y = 6, cost 26;
    // one more of the floor costs 3, one more of x saves 3 - 2 = 1
    const solution = await optimum(
      programme(
        [
          [2, 0, 4],
          [3, 0, null],
        ],
        [[[1, 1], 10, null]],
      ),
    );
    expect(solution.objective).toBeCloseTo(26, 9);
    expect(solution.rowDual[0]).toBeCloseTo(3, 9);
    expect(solution.reducedCost[0]).toBeCloseTo(-1, 9);
  });

  it('PLAN-2: no row: every variable goes to its cheaper bound', async () => {
    const solution = await optimum(
      programme(
        [
          [1, -2, 5],
          [-1, -2, 5],
        ],
        [],
      ),
    );
    expect(solution.x).toEqual([-2, 5]);
  });

  it('PLAN-7: x + y >= 3 and x + y <= 1 have no plan', async () => {
    const columns = [
      [1, 0, null],
      [1, 0, null],
    ] as const;
    const solution = await solve(
      programme(columns, [
        [[1, 1], 3, null],
        [[1, 1], null, 1],
      ]),
    );
    expect(solution).toEqual({ status: 'infeasible' });
  });

  it('PLAN-7: a cost that falls without end is unbounded', async () => {
    const columns = [
      [-1, 0, null],
      [1, 0, null],
    ] as const;
    const solution = await solve(programme(columns, [[[1, -1], null, 1]]));
    // along x = y + 1 the cost stays at -1, so this one has an optimum; without the row it has none
    expect(solution.status).toBe('optimal');
    expect(await solve(programme(columns, [[[0, 1], null, 1]]))).toEqual({ status: 'unbounded' });
  });

  it('PLAN-2: the same programme twice gives the same bits', async () => {
    const lp = programme(
      [
        [0.1, 0, 7],
        [0.2, 0, 7],
        [0.3, 0, 7],
      ],
      [
        [[0.7, 0.9, 1.3], 5.1, null],
        [[1.1, 0.2, 0.4], 2.3, null],
      ],
    );
    expect(await solve(lp)).toEqual(await solve(lp));
  });

  it('a row that names an unknown variable rejects', async () => {
    const lp = programme([[1, 0, 1]], [[[1, 1], 0, null]]);
    await expect(solve(lp)).rejects.toThrow('names no variable x1');
  });

  it('PLAN-10: whole numbers: the best of all pairs, with a bound that proves it', async () => {
    // most of 5 x + 4 y with 6 x + 4 y <= 24, x + 2 y <= 6: the corner is (3, 1.5), 21;
    // of all whole pairs (4, 0) gives 20, (3, 1) 19, (2, 2) 18, (1, 2) 13
    const lp = programme(
      [
        [-5, 0, 10],
        [-4, 0, 10],
      ],
      [
        [[6, 4], null, 24],
        [[1, 2], null, 6],
      ],
    );
    const variables = lp.variables.map((variable) => ({ ...variable, integer: true as const }));
    const solved = await optimum({ ...lp, variables });
    expect(solved.x.map((value) => value.toFixed(6))).toEqual(['4.000000', '0.000000']);
    expect(solved.objective).toBeCloseTo(-20, 9);
    expect(solved.search).toEqual({ bound: -20, gap: 0 });
    expect((await optimum(lp)).search).toBeUndefined();
    expect((await optimum(lp)).objective).toBeCloseTo(-21, 9);
  });
});
