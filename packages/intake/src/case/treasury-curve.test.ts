import { describe, expect, it } from 'vitest';
import { curvesText, lines, valueOrThrow } from './library-files.test-fixture.js';
import { parseTreasuryCurves } from './treasury-curve.js';

describe('par yields', () => {
  it('FORM-12: per cent become decimals, tenors months, a blank no quote', () => {
    const table = valueOrThrow(parseTreasuryCurves('date,1M,2Y,30Y\n2021-12-31,0.06,,1.9\n'));
    expect([...table]).toEqual([
      [
        '2021-12-31',
        [
          { tenorMonths: 1, rate: 0.0006 },
          { tenorMonths: 360, rate: 0.019 },
        ],
      ],
    ]);
  });

  // H.15 for 8 March 2023: two years 5.05, ten years 3.98.
  it('FORM-12: reads the curve of 8 March 2023 from the library', () => {
    const quotes = valueOrThrow(parseTreasuryCurves(curvesText())).get('2023-03-08') ?? [];
    const at = (months: number) => quotes.find(({ tenorMonths }) => tenorMonths === months)?.rate;
    expect(at(24)).toBeCloseTo(0.0505, 12);
    expect(at(120)).toBeCloseTo(0.0398, 12);
  });

  it('FORM-12: lines may end as on Windows', () => {
    expect(valueOrThrow(parseTreasuryCurves('date,1Y\r\n2021-12-31,0.39\r\n')).size).toBe(1);
  });

  it.each([
    ['nothing at all', '', ['curve-tenor line 1']],
    ['no dates', 'date,1Y', ['curve-date line 2']],
    ['a tenor that does not exist', 'date,4Y\n2021-12-31,1', ['curve-tenor line 1']],
    ['an inherited name', 'date,constructor\n2021-12-31,1', ['curve-tenor line 1']],
    ['a tenor twice', 'date,1Y,1Y\n2021-12-31,1,1', ['curve-tenor line 1']],
    ['a day that does not exist', 'date,1Y\n2022-02-30,1', ['date.none line 2']],
    ['a date twice', 'date,1Y\n2021-12-31,1\n2021-12-31,1', ['duplicate-id line 3']],
    ['a cell too few', 'date,1Y,2Y\n2021-12-31,1', ['curve-cells line 2']],
    ['blanks for a number', 'date,1Y\n2021-12-31,  x', ['curve-rate line 2, month 12']],
    ['a number in hexadecimal', 'date,1Y\n2021-12-31,0x10', ['curve-rate line 2, month 12']],
    ['a space', 'date,1Y,2Y\n2021-12-31, ,1', ['curve-rate line 2, month 12']],
    ['a rate beyond reason', 'date,1Y\n2021-12-31,101', ['curve-rate line 2, month 12']],
    [
      'two faults',
      'date,1Y\n2021-12-31,N/A\n2022-01-01,-51',
      ['curve-rate line 2, month 12', 'curve-rate line 3, month 12'],
    ],
  ])('FORM-12: refuses %s', (_, csv, expected) => {
    expect(lines(parseTreasuryCurves(csv))).toEqual(expected);
  });
});
