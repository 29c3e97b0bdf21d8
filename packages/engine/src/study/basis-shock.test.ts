import { describe, expect, it } from 'vitest';
import { bookFromPositions, type Position } from '../balance-sheet/index.js';
import { pick } from '../metric/hand-made.test-fixture.js';
import type { BasisShock, Scenario } from '../scenario/index.js';
import { exampleStudy, row } from './example-study.test-fixture.js';
import { evaluate, parseStudy, studyToJson } from './index.js';

const shock = (basisBp: BasisShock): Scenario => ({
  id: 'basis',
  title: 'An index apart from the curve',
  kind: 'parallel',
  shockBp: 0,
  floorRate: null,
  basisBp,
});

const floater = (id: string, rateIndex: Position['rateIndex'], side: 'loans' | 'borrowings') =>
  row(id, side, {
    notionalUsdMillion: 1000,
    rate: 0.05,
    floats: true,
    rateIndex,
    firstPrincipalMonth: 240,
    maturityMonth: 240,
  });

function changes(positions: readonly Position[], basisBp: BasisShock) {
  const study = exampleStudy();
  const { measures } = evaluate({
    ...study,
    hedges: [],
    book: bookFromPositions(positions),
    scenarios: [...study.scenarios, shock(basisBp)],
  });
  return (id: string) => pick(measures, id, 'basis').value;
}

describe('basis shocks', () => {
  it('SCEN-9, CF-10: 50 bp on prime earn 0.5 % of 1000 of prime loans, nothing on sofr', () => {
    const bank = [floater('prime', 'prime', 'loans'), floater('sofr', 'sofr', 'loans')];
    expect(changes(bank, { prime: 50 })('nii.12m.change')).toBeCloseTo(5, 9);
    expect(changes(bank, { sofr: -20 })('nii.12m.change')).toBeCloseTo(-2, 9);
    expect(changes(bank, { treasury: 100 })('nii.12m.change')).toBe(0);
  });

  it('CF-10: prime loans on sofr funding lose what prime falls behind', () => {
    const bank = [floater('prime', 'prime', 'loans'), floater('sofr', 'sofr', 'borrowings')];
    // -25 bp on 1000 earned, +10 bp on 1000 paid
    expect(changes(bank, { prime: -25, sofr: 10 })('nii.12m.change')).toBeCloseTo(-3.5, 9);
  });

  it('CF-10: discount factors do not move: a loan gains the basis for its life', () => {
    const bank = [floater('prime', 'prime', 'loans')];
    const at = changes(bank, { prime: 100 });
    const annuity = at('eve.change') / (1000 * 0.01);
    expect(annuity).toBeGreaterThan(12); // twenty years at some 2 % to 4 %
    expect(annuity).toBeLessThan(20);
    expect(changes(bank, { prime: 50 })('eve.change')).toBeCloseTo(at('eve.change') / 2, 9);
  });

  it('PREPAY-1, SCEN-9: mortgages 100 bp dearer slow the pool, the curve stands', () => {
    const pool = row('pool', 'htm', {
      accountingClass: 'held-to-maturity',
      principal: 'level',
      behaviour: 'mbs',
      rate: 0.06,
      couponRate: 0.06,
      noteRate: 0.03,
      maturityMonth: 360,
    });
    const at = changes([pool], { mortgage: 100 });
    expect(at('eve.change')).not.toBe(0);
    expect(changes([pool], { prime: 100 })('eve.change')).toBe(0);
  });

  it.each([
    [{ floats: true, rateIndex: 'none' }, 'the index of a floating rate'],
    [{ floats: false, rateIndex: 'prime' }, 'none for a fixed rate'],
  ] as const)('STUDY-5: %o is refused at the door: %s', (terms, expected) => {
    const study = { ...exampleStudy(), hedges: [] };
    const bad = bookFromPositions([{ ...floater('l', 'prime', 'loans'), ...terms }]);
    const found = parseStudy(studyToJson({ ...study, book: bad }));
    const issues = found.ok ? [] : found.issues.filter(({ code }) => code === 'rate-index');
    expect(issues.map((each) => [each.path, each.expected])).toEqual([
      ['/book/rateIndex/0', expected],
    ]);
  });
});
