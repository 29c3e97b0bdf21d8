import { dayFromIso, isoFromDay } from '@almfes/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoWeekOf, mondayOf } from './iso-week.js';

const dayOf = (iso: string): number => {
  const day = dayFromIso(iso);
  if (!day.ok) throw new Error(iso);
  return day.value;
};

describe('weeks of ISO 8601', () => {
  it.each([
    ['2005-01-01', '2004-W53'],
    ['2007-12-31', '2008-W01'],
    ['2008-12-28', '2008-W52'],
    ['2008-12-29', '2009-W01'],
    ['2010-01-03', '2009-W53'],
    ['2010-01-04', '2010-W01'],
    ['2021-01-04', '2021-W01'],
    ['2023-01-02', '2023-W01'],
    ['2026-11-22', '2026-W47'],
    ['2026-11-23', '2026-W48'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-04', '2027-W01'],
  ])('WEEK-8: %s is of %s', (date, week) => {
    expect(isoWeekOf(dayOf(date))).toBe(week);
  });

  it.each(['2026-W00', '2026-W54', '2025-W53', '2026-48', 'W48', '2026-W48-1', ''])(
    'WEEK-8: %s names no week',
    (week) => {
      expect(mondayOf(week, '/week').ok).toBe(false);
    },
  );

  it('WEEK-8: a week begins on the last Monday up to its day, by the clock of JavaScript', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 60_000 }), (day) => {
        const monday = mondayOf(isoWeekOf(day), '');
        if (!monday.ok) throw new Error(isoFromDay(day));
        expect(new Date(monday.value * 86_400_000).getUTCDay()).toBe(1);
        expect(day - monday.value).toBeGreaterThanOrEqual(0);
        expect(day - monday.value).toBeLessThan(7);
      }),
      { seed: 48 },
    );
  });
});
