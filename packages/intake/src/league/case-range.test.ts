import { type Change, caseDiscipline } from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { libraryFiles, valueOrThrow } from '../case/library-files.test-fixture.js';
import { parseCase } from '../case/parse-case.js';
import { caseRange } from './index.js';

/** The range of a case, with its discipline as it stands or with other Changes. */
function rangeOf(slug: string, edit: (change: Change) => readonly Change[] = (change) => [change]) {
  const files = libraryFiles(slug);
  const { study, discipline } = valueOrThrow(parseCase(files));
  if (discipline === null) throw new Error(`${slug} states no discipline`);
  const own = { study, discipline: { ...discipline, changes: discipline.changes.flatMap(edit) } };
  const told = caseDiscipline({ ...own, laterCurves: [] });
  if (told === null) throw new Error('a discipline is told');
  return { range: valueOrThrow(caseRange(files, own)), central: valueOrThrow(told).expected };
}

function cheaper(change: Change): readonly Change[] {
  if (change.kind !== 'add-hedge') return [change];
  const { swap } = change;
  return [{ ...change, swap: { ...swap, fixedRate: swap.fixedRate - 0.0025 } }];
}

describe('a case over the ends of its assumptions', () => {
  it('EFF-14: swaps not yet dealt depend on their spread alone, not on the book', () => {
    const { range, central } = rangeOf('schwab-2021');
    const [least = Number.NaN, most = Number.NaN] = range.cost;
    // 84,000 x 30 bp = 252 a year less, 84,000 x 25 bp = 210 more; two years at about 0.995
    expect(Math.abs(central.cost - least - 2 * 252 * 0.995)).toBeLessThan(2);
    expect(Math.abs(most - central.cost - 2 * 210 * 0.995)).toBeLessThan(2);
    const [low = Number.NaN, high = Number.NaN] = range.ratio ?? [];
    expect(low).toBeLessThan(central.ratio ?? 0);
    // the larger coupon loses more value at +200 bp, so that the dear swap keeps a little more
    expect(low).toBeCloseTo(range.capitalKept[1] / most, 9);
    expect(high).toBeCloseTo(range.capitalKept[0] / least, 9);
    // 17 assumptions of which the bank has something, one of them (receive-fixed swaps) at its low
    // end already: 2 x 17 - 1, and two spreads
    expect([range.measured, range.open, range.refused]).toEqual([35, [], []]);
  });

  it('EFF-14: one end at which the discipline earns leaves the range open, and is named', () => {
    // 25 bp cheaper: 918 - 418 = 500, and 502 less at the low spread
    const { range, central } = rangeOf('schwab-2021', cheaper);
    expect(central.ratio).toBeGreaterThan(0);
    expect(range.ratio).toBeNull();
    expect(range.open).toEqual(['Spread of swap rates over Treasury par: low']);
  });

  it('EFF-14: the pool counts by its prepayment; an end without the row changed is told', () => {
    const sold: Change = {
      ...{ kind: 'remove-hedge', id: 'sold', title: 'Own swaps sold', rationale: 'an example' },
      ...{ sources: [], size: 1, hedgeId: 'own-pay-fixed' },
    };
    const { range, central } = rangeOf('cullen-frost-2021', (own) => [own, sold]);
    // slower pools are longer: they lose more at +200 bp; faster ones lose less
    expect(range.capitalKept[0]).toBeLessThan(0.9 * central.capitalKept);
    expect(range.capitalKept[1]).toBeGreaterThan(1.1 * central.capitalKept);
    // swaps of a remaining life of 0 count as none
    expect(range.refused.map(({ title }) => title)).toEqual([
      expect.stringMatching(/^Remaining life of the swaps .*: low$/),
    ]);
    expect(range.refused[0]?.issues[0]?.path).toContain('sold');
  });

  it('EFF-14: a Study that was built by hand has no range', () => {
    const files = libraryFiles('svb-2021');
    const { study } = valueOrThrow(parseCase(files));
    const found = caseRange(files, { study, discipline: null });
    expect(found.ok ? [] : found.issues.map(({ code }) => code)).toEqual(['league.no-range']);
  });
});
