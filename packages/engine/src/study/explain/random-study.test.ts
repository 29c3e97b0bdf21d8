import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SEED } from '../example-study.test-fixture.js';
import { evaluate } from '../index.js';
import { randomStudy } from '../random-study.test-fixture.js';
import { explain } from './explain.js';
import type { ValueNode } from './explanation.js';

const RUNS = { seed: SEED, numRuns: 12 };

function all(of: ValueNode): ValueNode[] {
  return [of, ...of.children.flatMap(all)];
}

describe(`any Study with any behaviour (seed ${SEED})`, () => {
  it('EXPL-2: every tree adds up, and a deposit, a pool, a line rest on their model', () => {
    const property = fc.property(randomStudy(), (study) => {
      const outcome = evaluate(study);
      for (const { id, scenario } of outcome.measures) {
        const explained = explain(outcome, id, { scenario });
        if (!explained.ok) throw new Error(explained.issues[0]?.message);
        for (const node of all(explained.value.root)) {
          const sizes = node.children.map(({ value }) => Math.abs(value));
          // a change of nothing keeps the rounding of the levels, which are thousands
          const scale = Math.max(Math.abs(node.value), ...sizes, 1e-2);
          expect(Math.abs(node.residual), `${id}: ${node.title}`).toBeLessThanOrEqual(1e-9 * scale);
          if (node.kind !== 'position' || node.terms.behaviour === '') continue;
          expect(node.restsOn.some(({ kind }) => kind === 'parameter')).toBe(true);
        }
      }
    });
    fc.assert(property, RUNS);
  });
});
