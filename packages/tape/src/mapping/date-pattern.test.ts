import { isoFromDay } from '@almfes/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateReader } from './date-pattern.js';

function read(pattern: string, text: string): string {
  const reader = dateReader(pattern, 'p');
  if (!reader.ok) return 'no pattern';
  const day = reader.value(text);
  return day === undefined ? 'no date' : isoFromDay(day);
}

describe('dates by pattern', () => {
  it.each([
    ['YYYY-MM-DD', '2024-02-29', '2024-02-29'],
    ['MM/DD/YYYY', '03/04/2031', '2031-03-04'],
    ['DD/MM/YYYY', '03/04/2031', '2031-04-03'],
    ['D.M.YYYY', '3.4.2031', '2031-04-03'],
    ['M/D/YYYY', '12/31/2022', '2022-12-31'],
    ['YYYYMMDD', '20221231', '2022-12-31'],
    ['DD-MMM-YYYY', '31-DEC-2022', '2022-12-31'],
    ['YYYY-MM-DDTHH:mm:ssZ', '2022-12-31T23:59:00Z', '2022-12-31'],
    // No such day, another pattern, more or fewer characters.
    ['YYYY-MM-DD', '2023-02-29', 'no date'],
    ['MM/DD/YYYY', '31/12/2022', 'no date'],
    ['MM/DD/YYYY', '3/4/2031', 'no date'],
    ['YYYY-MM-DD', '2022-12-31 ', 'no date'],
    ['YYYY-MM-DD', '2022-12-3', 'no date'],
    ['YYYY-MM-DD', '0000-00-00', 'no date'],
    ['YYYYMMDD', '00000000', 'no date'],
    ['DD-MMM-YYYY', '31-DEZ-2022', 'no date'],
    ['YYYY-MM-DDTHH:mm:ssZ', '2022-12-31T25:00:00Z', 'no date'],
  ])('TAPE-23: %s reads "%s" as %s', (pattern, text, expected) => {
    expect(read(pattern, text)).toBe(expected);
  });

  it.each(['MM/DD/YY', 'YYYY-MM', 'YYYY-MM-DD-DD', 'YYYY-MM-DD MMM', 'year', '', 'YYYY-M-MM-D'])(
    'TAPE-23: "%s" is no pattern',
    (pattern) => {
      expect(read(pattern, '2024-01-01')).toBe('no pattern');
    },
  );

  it('TAPE-23: every day written by a pattern is read back (seed 23)', () => {
    const property = fc.property(fc.integer({ min: -25_000, max: 80_000 }), (day) => {
      const [year = '', month = '', dayOfMonth = ''] = isoFromDay(day).split('-');
      expect(read('MM/DD/YYYY', `${month}/${dayOfMonth}/${year}`)).toBe(isoFromDay(day));
      expect(read('D.M.YYYY', `${Number(dayOfMonth)}.${Number(month)}.${year}`)).toBe(
        isoFromDay(day),
      );
    });
    fc.assert(property, { seed: 23, numRuns: 500 });
  });
});
