import type { PrescribedShape, Scenario } from '@almfes/engine';

const SHOCKS_BP = [100, 200, 300, 400, -100, -200, -300] as const;
const SHAPES: readonly PrescribedShape[] = ['steepener', 'flattener', 'short-up', 'short-down'];
const FLOOR_RATE = 0;

/** The first decision date under the sizes of 2024 (SCEN-3). */
const SIZES_OF_2024_FROM = '2026-01-01';

/**
 * Twelve scenarios (rule CALL-38): the base, the parallel shocks that US supervisors name, and the
 * four shapes of the Basel set that are not parallel. Rates are floored at zero. Titles are short,
 * for columns; the id names the rule.
 */
export function bankScenarios(decisionDate: string): readonly Scenario[] {
  const rule = decisionDate < SIZES_OF_2024_FROM ? 'basel-d368' : 'basel-d578';
  return [
    { id: '0', title: 'base', kind: 'parallel', shockBp: 0, floorRate: null },
    ...SHOCKS_BP.map((shockBp): Scenario => {
      const id = shockBp > 0 ? `+${shockBp}` : `${shockBp}`;
      return { id, title: `${id} bp`, kind: 'parallel', shockBp, floorRate: FLOOR_RATE };
    }),
    ...SHAPES.map(
      (shape): Scenario => ({
        ...{ id: `${rule}.USD.${shape}`, title: shape.replace('-', ' ') },
        ...{ kind: 'prescribed', rule, currency: 'USD', shape, floor: 'zero' },
      }),
    ),
  ];
}
