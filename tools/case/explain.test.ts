import { evaluate, explain, MEASURES, type ValueNode } from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { libraryCase } from './library-case.js';

const { study } = libraryCase('svb-2022');
const outcome = evaluate(study);

function all(of: ValueNode): ValueNode[] {
  return [of, ...of.children.flatMap(all)];
}

describe('the measures of svb-2022 explained', () => {
  it('EXPL-5: each has a tree in every scenario, or is refused with its reason', () => {
    const ids = new Set([...outcome.measures, ...outcome.refused].map(({ id }) => id));
    expect([...ids].sort()).toEqual(MEASURES.map(({ id }) => id).sort());
    for (const { id, scenario, value } of outcome.measures) {
      const result = explain(outcome, id, { scenario });
      expect(result.ok, `${id} ${scenario}`).toBe(true);
      if (!result.ok) continue;
      const { root } = result.value;
      expect(root.value).toBe(value);
      expect(root.children.length + root.restsOn.length, id).toBeGreaterThan(0);
    }
    for (const { id, scenario, issue } of outcome.refused) {
      expect(explain(outcome, id, { scenario })).toEqual({ ok: false, issues: [issue] });
    }
  });

  it('EXPL-2: no residual above 1e-9 of what is added, in any node of any tree', () => {
    for (const { id, scenario } of outcome.measures) {
      const result = explain(outcome, id, { scenario });
      if (!result.ok) continue;
      for (const { residual, value, children, title } of all(result.value.root)) {
        const sizes = children.map((child) => Math.abs(child.value));
        const scale = Math.max(Math.abs(value), ...sizes, 1e-6);
        expect(Math.abs(residual), `${id} ${scenario}: ${title}`).toBeLessThanOrEqual(1e-9 * scale);
      }
    }
  });

  it('EXPL-3: economic CET1 by hand: 13,697 - 2,533 - 15,158 = -3,994, step by step', () => {
    // CET1 10-K FY2022 p. 84; unrealised losses of AFS p. 123 and HTM p. 125. No swap has moved.
    const result = explain(outcome, 'capital.economic.e0', { scenario: '0' });
    if (!result.ok) throw new Error('not explained');
    const steps = result.value.root.children.map(({ value }) => Math.round(value));
    expect(steps).toEqual([13_697, -2_533, -15_158, 0]);
    expect(Math.round(result.value.root.value)).toBe(-3_994);
  });
});
