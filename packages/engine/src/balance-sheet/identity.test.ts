import { describe, expect, it } from 'vitest';
import { EXAMPLE_POSITIONS } from '../study/example-study.test-fixture.js';
import { bookFromPositions } from './columns.js';
import { bookTotals, checkBook, reconcileBook, type StatedTotal } from './identity.js';

const book = bookFromPositions(EXAMPLE_POSITIONS);
const stated = (edit: Partial<StatedTotal>): StatedTotal => ({
  label: 'Total assets, balance sheet',
  of: 'assets',
  group: 'all',
  amountUsdMillion: 980,
  toleranceUsdMillion: 0,
  ...edit,
});

describe('the balance sheet identity', () => {
  it('BOOK-3: assets less liabilities is equity, and the books add up to both', () => {
    const totals = bookTotals(book);
    // 100 + (110 + 70) + (200 + 100) + 400; (500 + 200 + 100) + 100
    expect(totals.assetsUsdMillion).toBe(980);
    expect(totals.liabilitiesUsdMillion).toBe(900);
    expect(totals.equityUsdMillion).toBe(80);
    const assets = Object.entries(totals.byGroup).map(([group, side]) => [
      group,
      side.assetsUsdMillion,
      side.liabilitiesUsdMillion,
    ]);
    expect(assets).toEqual([
      ['cash', 100, 0],
      ['afs', 180, 0],
      ['htm', 300, 0],
      ['loans', 400, 0],
      ['deposits', 0, 800],
      ['borrowings', 0, 100],
      ['other', 0, 0],
    ]);
  });

  it('BOOK-4: every difference is shown, also one within its tolerance', () => {
    const lines = reconcileBook(book, [
      stated({}),
      stated({ amountUsdMillion: 981, toleranceUsdMillion: 1 }),
      stated({ of: 'liabilities', group: 'deposits', amountUsdMillion: 790 }),
      stated({ of: 'equity', amountUsdMillion: 80 }),
    ]);
    expect(lines.map((line) => [line.differenceUsdMillion, line.within])).toEqual([
      [0, true],
      [-1, true],
      [10, false],
      [0, true],
    ]);
  });

  it('BOOK-4: a total missed by more than its tolerance is an issue with the difference', () => {
    const checked = checkBook(book, [
      stated({}),
      stated({ label: 'Deposits', of: 'liabilities', group: 'deposits', amountUsdMillion: 790 }),
    ]);
    expect(checked.ok).toBe(false);
    if (checked.ok) return;
    expect(checked.issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'reconciliation /book/deposits/liabilities',
    ]);
    expect(checked.issues[0]?.message).toContain('difference 10');
    expect(checkBook(book, [stated({})]).ok).toBe(true);
  });
});
