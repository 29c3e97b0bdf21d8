import { describe, expect, it } from 'vitest';
import { toyBank } from '../stress/toy-run-bank.test-fixture.js';
import type { Study } from '../study/index.js';
import { runDynamicsAnswer } from './run-dynamics-answer.js';
import { runSurfaceAnswer } from './run-surface-answer.js';

/** Cash 50, AFS worth 67.2971 that cost 100, CET1 60 of 600, all of 400 deposits uninsured. */
const study = toyBank({ cet1: 60, uninsured: 400 });

function surface(of: Study) {
  const found = runSurfaceAnswer(of);
  if (!found.ok) throw new Error(found.issues.map(({ message }) => message).join());
  return found.value;
}

describe('runSurfaceAnswer', () => {
  const { answer, result } = surface(study);
  const at = (share: number, scenario: string) =>
    result.cells.find((cell) => cell.uninsuredShare === share && cell.scenario === scenario);

  it.each([
    // uninsured, scenario, where a run on CET1 settles, arithmetic
    [0.1, '+200', 0, '40 uninsured, 50 of cash: nothing is ever sold'],
    [1, '0', 0.3218, 'all AFS sold: 60 - 32.70 = 4.55%, 33% x (6.5 - 4.55) / 2; 129 of 117 cash'],
    [1, '+200', 0.5637, 'AFS 55.0983: 60 - 44.90 = 2.52%, 33% + 53% x (4.5 - 2.52) / 4.5'],
  ])('SPIRAL-7: at %d uninsured and %s it settles at %d (%s)', (share, scenario, settled) => {
    expect(at(share, scenario)?.runOutflowShare).toBeCloseTo(settled, 3);
  });

  it('SPIRAL-6: the bank itself is a cell of the grid, marked in both pictures', () => {
    expect(result.ownShare).toBe(1);
    for (const picture of answer.pictures) {
      if (picture.kind !== 'heat-map') throw new Error(picture.kind);
      expect(picture.rows[picture.marked?.row ?? -1]).toBe('100% uninsured (the bank)');
      expect(picture.columns[picture.marked?.column ?? -1]).toMatch(/^base: /);
    }
    expect(answer.findings[0]).toContain('stands at 100% uninsured and marks of −65.4 million');
    expect(answer.findings[0]).toContain('an outflow of 29.3% of uninsured deposits'); // 117.3
  });

  it('SPIRAL-6: a share of its own between those of the grid is one more row', () => {
    expect(surface(toyBank({ uninsured: 250 })).result.cells).toHaveLength(8 * 7);
  });
});

describe('runDynamicsAnswer', () => {
  it('SPIRAL-5: tells both resting places and the tipping point between them', () => {
    // CET1 40 of 600 = 6.67%: calm; all AFS sold: 7.3 = 1.22%, 33% + 53% x (4.5 - 1.22) / 4.5
    const found = runDynamicsAnswer(toyBank({ cet1: 40, uninsured: 400 }));
    const [first = ''] = found.ok ? found.value.answer.findings : [];
    expect(first).toContain('see 6.7% of RWA before anybody leaves: calm, nobody leaves');
    expect(first).toContain('the run feeds itself to 71.7%');
    expect(found.ok && found.value.result.dynamics).toHaveLength(2 * 2 * 3);
  });

  it('SPIRAL-5: the same Study gives the same answer', () => {
    expect(runDynamicsAnswer(study)).toEqual(
      runDynamicsAnswer(toyBank({ cet1: 60, uninsured: 400 })),
    );
  });
});
