import { describe, expect, it } from 'vitest';
import {
  assumed,
  depositModel,
  exampleStudy,
  issueLines,
  valueOrThrow,
} from '../../study/example-study.test-fixture.js';
import { applyChanges, evaluate, measureOf, type Study } from '../../study/index.js';
import { differenceOverTime } from './difference-over-time.js';

/** The example without a memory: deposits follow at once. */
function start(edit: Partial<Study> = {}): Study {
  const example = exampleStudy();
  const deposits = ['nib', 'ib'].map((id) => ({ ...depositModel(id), lagMonths: assumed(0) }));
  const parQuotes = [1, 6, 12, 60, 120, 360].map((tenorMonths) => ({
    tenorMonths,
    rate: 0.01 + tenorMonths / 20_000,
  }));
  return exampleStudy({
    behaviour: { ...example.behaviour, deposits },
    market: { ...example.market, parQuotes },
    ...edit,
  });
}

const between = (from: Study, to: Study) =>
  differenceOverTime({ from, to, cashPositionId: 'cash', shortfallPositionId: 'fhlb' });

describe('two dates, time first', () => {
  const from = start();
  const later = start({ valuationDate: '2022-12-31', decisionDate: '2023-02-01' });
  const { months, rolled, difference } = valueOrThrow(between(from, later));
  const { groups } = difference;

  it('ATTR-28: a bank rolled by twelve months differs from itself in nothing', () => {
    expect(months).toBe(12);
    expect(valueOrThrow(between(from, rolled)).difference.groups).toEqual([]);
  });

  it('ATTR-28: the same rows and the old curve again: renewed, and surprised', () => {
    const ids = groups.map(({ id }) => id);
    expect(ids).toContain('market'); // the curve of the date is not the forward curve
    expect(ids).toContain('funding'); // deposits that ran off at their hazard came back
    const edited = groups.find(({ id }) => id === 'roll-down')?.changes ?? [];
    const bonds = edited.flatMap((change) => (change.kind === 'replace-rows' ? change.rows : []));
    // bonds of 12 to 60 months ran down to 1 to 48, and stand at 12 to 60 again
    expect(bonds.find(({ id }) => id === 'afs-bonds')?.terms).toEqual({
      firstPrincipalMonth: 12,
      maturityMonth: 60,
    });
  });

  it('ATTR-28: time and the groups together lead to the second Study, measure by measure', () => {
    const changes = groups.flatMap((group) => group.changes);
    const reached = valueOrThrow(
      applyChanges(difference.from, changes, () => {
        throw new Error('no prices');
      }),
    );
    const outcome = evaluate(reached);
    for (const { id, scenario, value } of evaluate(later).measures) {
      expect([id, scenario, measureOf(outcome, id, scenario)]).toEqual([id, scenario, value]);
    }
  });

  it('ATTR-28: an earlier second Study, and a distance that is no half year', () => {
    expect(issueLines(between(later, from))).toEqual(['attribution.time /to/valuationDate']);
    const odd = start({ valuationDate: '2022-03-31', decisionDate: '2022-05-01' });
    expect(issueLines(between(from, odd))).toEqual(['roll.months /0/months']);
  });
});
