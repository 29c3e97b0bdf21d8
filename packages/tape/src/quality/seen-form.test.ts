import { expect, it } from 'vitest';
import { seenForm } from './seen-form.js';

it.each([
  // cell, as, what is told behind it
  ['1.234,5', 'number', ', of the form 1.234,5'],
  ['1,234.50', 'number', ', of the form 1,234.5'],
  ['5.25%', 'number', ', of the form 1234.5% or 1,234.5%'],
  ['low', 'number', ''],
  ['31.12.2022', 'date', ', of the form DD.MM.YYYY'],
  ['1.2.2022', 'date', ', of the form D.M.YYYY'],
  ['03/04/2022', 'date', ', of the form MM/DD/YYYY or DD/MM/YYYY'],
  ['13/04/2022', 'date', ', of the form DD/MM/YYYY'],
  ['02/30/2022', 'date', ''],
] as const)(
  'TAPE-30: an unreadable %s, wanted as a %s, is told with its form',
  (cell, as, told) => {
    expect(seenForm(cell, as)).toBe(told);
  },
);
