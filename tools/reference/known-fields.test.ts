import { describe, expect, it } from 'vitest';
import { type Fields, fieldsOf, isFields } from './case-field.test-fixture.js';
import { hasReference, reference } from './reference.test-fixture.js';

/** Told of a case, not asked of the engine: where it comes from and whether others found it so. */
const ABOUT = 'title source note test verification status ok reproduced_ql129 ql129 formula';

/**
 * The fields that the tests of a file read, by the place where they stand: a file, or a list in
 * it. Rows of conventions and quotes are held by the tests of curves.
 */
const READ: Readonly<Record<string, string>> = {
  'daycount.json': 'cases',
  'daycount.json cases':
    'convention start end refStart refEnd terminationDate schedule expectedDays ' +
    'expectedYearFraction tolerance',
  'schedules.json': 'testsuite_cases cds_grid computed_cases ql129_note semantics',
  'schedules.json testsuite_cases':
    'rule endOfMonth convention terminationConvention calendar start end tenor firstDate ' +
    'nextToLast expected isRegular firstPeriodRegular lastPeriodRegular',
  'schedules.json computed_cases.cases':
    'rule endOfMonth convention terminationConvention calendar start end tenor firstDate ' +
    'nextToLast expected isRegular firstPeriodRegular lastPeriodRegular',
  'schedules.json cds_grid': 'cases',
  'schedules.json cds_grid.cases': 'tradeDate tenor rule expectedStart expectedMaturity',
  'calendars.json':
    'holiday_lists us_sofr_good_friday_holidays us_federal_reserve_juneteenth ' +
    'business_days_between_brazil advance_conventions computed_ql129 western_easter',
  'calendars.json holiday_lists': 'calendar from to expectedHolidays',
  'calendars.json us_federal_reserve_juneteenth': 'holidays notHolidays',
  'calendars.json business_days_between_brazil':
    'from to fromIncl_toExcl fromExcl_toIncl bothIncl bothExcl',
  'calendars.json advance_conventions': 'holidays_southafrica_2015_computed_ql129 cases',
  'calendars.json advance_conventions.cases':
    'calendar convention start period endOfMonth expected',
  'calendars.json computed_ql129': 'calendars',
  'rates_formulas.json': 'conversions hull option_formula_grid',
  'rates_formulas.json conversions': 'cases',
  'rates_formulas.json conversions.cases':
    'rate compounding frequency time toCompounding toFrequency expected precision computed',
  'curves_swaps.json': 'strata bootstraps',
};

/** A remark asks for nothing; a word, a date or a number might. */
const isSentence = (told: unknown): boolean => typeof told === 'string' && told.includes(' ');

/** Names in an object, or in any object of a list, that stand neither in `read` nor in ABOUT. */
function unread(found: unknown, read: string): readonly string[] {
  const known = new Set(`${read} ${ABOUT}`.split(' '));
  const parts = Array.isArray(found) ? found : [found];
  return parts.flatMap((part) =>
    Object.entries(fieldsOf(part))
      .filter(([name, told]) => !known.has(name) && !isSentence(told))
      .map(([name]) => name),
  );
}

function partAt(file: string, path: string): unknown {
  let found: unknown = reference<Fields>(file);
  for (const step of path === '' ? [] : path.split('.')) {
    found = isFields(found) ? found[step] : undefined;
  }
  return found;
}

describe('fields of reference cases', () => {
  it('one that nobody reads is told', () => {
    const cases = [
      { start: '2024-01-15', note: 'x' },
      { stub: 1, remark: 'of a paper' },
    ];
    expect(unread(cases, 'start end')).toEqual(['stub']);
  });

  it.skipIf(!hasReference).each(Object.entries(READ))('%s: none is unread', (place, read) => {
    const [file = '', path = ''] = place.split(' ');
    expect(unread(partAt(file, path), read)).toEqual([]);
  });
});
