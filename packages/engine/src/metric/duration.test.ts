import { describe, expect, it } from 'vitest';
import type { Swap } from '../balance-sheet/index.js';
import { rowValues } from '../cash-flow/index.js';
import { flatCurve, toyProgram, toyProjection } from '../cash-flow/toy-program.test-fixture.js';
import { row } from '../study/example-study.test-fixture.js';
import { durationMeasures } from './duration.js';
import { handMade, pick } from './hand-made.test-fixture.js';
import { isRefused } from './measure.js';

const afs = { accountingClass: 'available-for-sale' } as const;
const htm = { accountingClass: 'held-to-maturity' } as const;

function swap(id: string, model: Swap['model'], hedgedGroup: Swap['hedgedGroup']): Swap {
  return {
    id,
    notionalUsdMillion: 10,
    fixedRate: 0.03,
    floatSpread: 0,
    startMonth: 0,
    maturityMonth: 12,
    model,
    hedgedGroup,
  };
}

describe('duration and value of a basis point', () => {
  const found = durationMeasures(
    handMade({
      positions: [row('a', 'afs', afs), row('h', 'htm', htm), row('d', 'deposits')],
      swaps: [
        swap('free', 'undesignated', 'none'),
        swap('afs', 'fair-value', 'afs'),
        swap('loans', 'cash-flow', 'loans'),
      ],
      scenarios: [{ id: '0', values: { a: 100, h: 200, d: 250 }, swaps: [5, 3, 0.5] }],
      up: { id: 'up', values: { a: 98, h: 194, d: 245 }, swaps: [6, 3.5, 1] },
      down: { id: 'down', values: { a: 102, h: 206, d: 255 }, swaps: [4, 2.5, 0] },
    }),
  );
  const years = (id: string) => pick(found, `duration.modified.${id}`).value;
  const perBp = (id: string) => pick(found, `dv01.${id}`).value;

  it('DUR-1: fall in value over 100 bp, as a share of the value now; refused without one', () => {
    expect(years('afs')).toBeCloseTo(4, 12); // (102 - 98) / (0.01 x 100)
    expect(years('htm')).toBeCloseTo(6, 12); // (206 - 194) / (0.01 x 200)
    expect(years('deposits')).toBeCloseTo(4, 12); // a liability: positive as well
    const loans = found.find(({ id }) => id === 'duration.modified.loans');
    expect(loans !== undefined && isRefused(loans) ? loans.issue.expected : '').toBe(
      'value of loans above zero',
    );
  });

  it('DUR-2: securities together, and with the swaps that hedge AFS: no others', () => {
    expect(years('securities')).toBeCloseTo(16 / 3, 12); // 16 / (0.01 x 300)
    expect(years('afs.hedged')).toBeCloseTo(3, 12); // ((102 + 2.5) - (98 + 3.5)) / 1
    expect(years('securities.hedged')).toBeCloseTo(5, 12); // (16 - 1) / 3
  });

  it('DUR-3: change a basis point, negative where value falls as rates rise', () => {
    expect(perBp('afs')).toBeCloseTo(-0.04, 12); // (98 - 102) / 100
    expect(perBp('deposits')).toBeCloseTo(-0.1, 12);
    expect(perBp('hedges')).toBeCloseTo(0.04, 12); // (10.5 - 6.5) / 100, every swap
    expect(perBp('loans')).toBe(0);
  });

  it.each([2, 5, 10])(
    'DUR-1: a zero of %i years has a duration of sinh(T / 200) x 200',
    (years) => {
      // value e^(-zT): (e^(T/200) - e^(-T/200)) / 0.01 = 200 sinh(T/200), about T
      const edit = { couponRate: 0, firstPrincipalMonth: 12 * years, maturityMonth: 12 * years };
      const program = toyProgram([row('zero', 'loans', edit)]);
      const values = (zero: number) => {
        const { rates, flows } = toyProjection(program, flatCurve(zero));
        return { zero: rowValues(program, rates, flows)[0] ?? Number.NaN };
      };
      const measured = durationMeasures(
        handMade({
          positions: [row('zero', 'loans', edit)],
          scenarios: [{ id: '0', values: values(0.03) }],
          up: { id: 'up', values: values(0.035) },
          down: { id: 'down', values: values(0.025) },
        }),
      );
      const found = pick(measured, 'duration.modified.loans').value;
      expect(found).toBeCloseTo(200 * Math.sinh(years / 200), 9);
      expect(found).toBeCloseTo(years, 2);
    },
  );
});
