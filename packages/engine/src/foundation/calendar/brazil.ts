import { easterOffset, fixedDate, type HolidayRule } from './holiday-rule.js';

/** National holidays of banks, with Monday and Tuesday of Carnival (ANBIMA's list). */
export const brazilSettlement: readonly HolidayRule[] = [
  fixedDate("New Year's Day", [1, 1]),
  easterOffset('Carnival Monday', -48),
  easterOffset('Carnival Tuesday', -47),
  easterOffset('Good Friday', -2),
  fixedDate('Tiradentes', [4, 21]),
  fixedDate('Labour Day', [5, 1]),
  easterOffset('Corpus Christi', 60),
  fixedDate('Independence Day', [9, 7]),
  fixedDate('Our Lady of Aparecida', [10, 12]),
  fixedDate("All Souls' Day", [11, 2]),
  fixedDate('Republic Day', [11, 15]),
  fixedDate('Black Consciousness Day', [11, 20], { firstYear: 2024 }),
  fixedDate('Christmas Day', [12, 25]),
];

/** Sao Paulo Stock Exchange: open on the city's own days since 2022; last weekday closed. */
export const brazilExchange: readonly HolidayRule[] = [
  ...brazilSettlement,
  fixedDate('Foundation of Sao Paulo', [1, 25], { lastYear: 2021 }),
  fixedDate('Constitutionalist Revolution', [7, 9], { lastYear: 2021 }),
  fixedDate('Black Consciousness Day', [11, 20], { firstYear: 2007, lastYear: 2021 }),
  fixedDate('Christmas Eve', [12, 24]),
  fixedDate("New Year's Eve", [12, 31], { roll: { saturday: -1, sunday: -2 } }),
];
