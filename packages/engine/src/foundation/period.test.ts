import { describe, expect, it } from 'vitest';
import { isoFromDay } from './calendar-date.js';
import { dayOf, periodOf } from './date-vectors.test-fixture.js';
import { addPeriod, parsePeriod } from './period.js';

const moved = (iso: string, text: string, times?: number): string =>
  isoFromDay(addPeriod(dayOf(iso), periodOf(text), times));

describe('periods', () => {
  it.each([
    ['2024-02-28', '2D', '2024-03-01'],
    ['2024-02-28', '-1W', '2024-02-21'],
    ['2024-01-31', '1M', '2024-02-29'],
    ['2024-02-29', '1Y', '2025-02-28'],
    ['2024-03-31', '0M', '2024-03-31'],
  ])('DATE-5: %s moved by %s is %s', (start, text, expected) => {
    expect(moved(start, text)).toBe(expected);
  });

  it('DATE-5: several periods are moved at once, so that the 31st is remembered', () => {
    expect(moved('2023-01-31', '1M', 2)).toBe('2023-03-31');
    expect(moved('2023-01-31', '1M', -2)).toBe('2022-11-30');
  });

  it.each(['', '3', 'M', '3m', '1.5Y', '3 M', '+3M', '123456D', '3MM', '1Y6M'])(
    'DATE-5: %j is no period',
    (text) => {
      const read = parsePeriod(text, 'tenor');
      expect(read).toMatchObject({ ok: false, issues: [{ code: 'period.format', path: 'tenor' }] });
    },
  );
});
