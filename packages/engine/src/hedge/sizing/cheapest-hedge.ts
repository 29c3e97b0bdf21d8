import { fail, issue, itemAt, ok, type Result } from '../../foundation/index.js';
import type { LimitRow } from './size-to-target.js';

/** A structure as a column: what a unit costs, and how many may be bought. */
export interface PricedStructure {
  readonly id: string;
  readonly title: string;
  /** USD million a unit; negative when it earns. */
  readonly costPerUnit: number;
  readonly mostUnits: number;
}

/** The least that this room asks of a solver: minimise cost, low <= A x, 0 <= x <= high. */
export interface CheapestProgramme {
  readonly variables: readonly {
    readonly id: string;
    readonly title: string;
    readonly low: number;
    readonly high: number;
    readonly cost: number;
  }[];
  readonly constraints: readonly {
    readonly id: string;
    readonly coefficients: Readonly<Record<string, number>>;
    readonly low: number;
  }[];
}

/** Passed in: null when no sizes meet the limits. */
export type CheapestSolver = (programme: CheapestProgramme) => Promise<readonly number[] | null>;

export interface CheapestHedge {
  /** Units of each structure, in the given order. */
  readonly sizes: readonly number[];
  readonly cost: number;
  /** Slack of each limit at these sizes, USD million; at least 0 but for the solver's tolerance. */
  readonly slack: Readonly<Record<string, number>>;
}

/**
 * The cheapest mix of structures within every limit (HEDGE-14): a linear programme, because cost
 * and slack are linear in the sizes. Issues: `hedge.cheapest` when no mix meets the limits.
 */
export async function cheapestHedge(
  structures: readonly PricedStructure[],
  limits: readonly LimitRow[],
  solver: CheapestSolver,
): Promise<Result<CheapestHedge>> {
  const sizes = await solver({
    variables: structures.map(({ id, title, costPerUnit, mostUnits }) => ({
      id,
      title,
      low: 0,
      high: mostUnits,
      cost: costPerUnit,
    })),
    constraints: limits.map(({ id, base, perUnit }) => ({
      id,
      coefficients: Object.fromEntries(
        structures.map((structure, at) => [structure.id, itemAt(perUnit, at)]),
      ),
      low: -base,
    })),
  });
  if (sizes === null) {
    const expected = 'a mix of the structures within every limit';
    return fail(issue('hedge.cheapest', 'limits', expected, 'none'));
  }
  const sumOf = (amounts: readonly number[]): number =>
    amounts.reduce((sum, each, at) => sum + each * itemAt(sizes, at), 0);
  return ok({
    sizes,
    cost: sumOf(structures.map(({ costPerUnit }) => costPerUnit)),
    slack: Object.fromEntries(limits.map(({ id, base, perUnit }) => [id, base + sumOf(perUnit)])),
  });
}
