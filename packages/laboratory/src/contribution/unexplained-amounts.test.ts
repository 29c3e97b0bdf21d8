import { describe, expect, it } from 'vitest';
import { correctionChecks } from './check-correction.js';
import { emptyLibrary } from './checked-library.js';
import { correction } from './example.test-fixture.js';
import { libraryFiles } from './library-cases.test-fixture.js';

const CASH = 'cr.cashInterestBearing';

/** Checks of a correction that adds to cash, in a case whose cash is off by so much already. */
function identities({ filedToo, added }: { readonly filedToo: number; readonly added: number }) {
  const files = libraryFiles('commerce-2021');
  const figure = files.figures.figures[CASH];
  figure.value += filedToo;
  const json = { ...correction(), case: 'commerce-2021', figure: CASH };
  const passport = { ...figure, value: figure.value + added };
  const slugs = ['commerce-2021'];
  const library = { ...emptyLibrary('2026-11-20'), cases: [files], slugs, curves: files.curves };
  const checks = correctionChecks({ ...json, passport }, library);
  const { issues, notes } = checks.at(-1) ?? { issues: [], notes: [] };
  return { names: checks.map(({ name }) => name), issues, notes };
}

describe('what no item of a Call Report explains', () => {
  // total assets are 36,515.611 as filed; items above them leave a row below zero
  it('CONTRIB-10: 600 more of cash are refused, with the amount and both totals', () => {
    const { names, issues } = identities({ filedToo: 0, added: 600 });
    expect(names).toEqual(['passport', 'reproduction', 'identities']);
    expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      `identity commerce-2021/figures.json#/figures/${CASH}`,
    ]);
    expect(issues[0]?.got).toBe('-600.0: total assets 36515.6, items 37115.6');
  });

  it('CONTRIB-10: cash that was 600 too much is put right, and the check says so', () => {
    const { issues, notes } = identities({ filedToo: 600, added: -600 });
    expect(issues).toEqual([]);
    expect(notes).toEqual([
      'commerce-2021: less of total assets is unexplained: from -600.0 to 0.0 USD million',
    ]);
  });

  it.each([
    [0.99, 0],
    [1.01, 1],
    [-0.99, 0],
    [-1.01, 1],
  ])('CONTRIB-10: %d of cash: %d issues', (added, count) => {
    expect(identities({ filedToo: 0, added }).issues).toHaveLength(count);
  });
});
