import { parseChange } from '@almfes/engine';
import { parseCase } from '@almfes/intake';
import { describe, expect, it } from 'vitest';
import { challengeEffect, headlines } from './challenge-effect.js';
import { challenge, type Loose, valueOrThrow } from './example.test-fixture.js';
import { libraryFiles } from './library-cases.test-fixture.js';

const slug = 'svb-2020';
const CASH = 'cash-non-interest-bearing';
const { study } = valueOrThrow(parseCase(libraryFiles(slug)));

function effect(edit: (change: Loose) => void) {
  const { change } = challenge();
  edit(change);
  const [found] = challengeEffect(valueOrThrow(parseChange(change)), [{ slug, study }]);
  if (found === undefined) throw new Error('one case was given');
  return found;
}

describe('what a challenge moves', () => {
  const buy = effect((change) => {
    for (const key of Object.keys(change))
      if (key === 'edits' || key === 'kind') delete change[key];
    const terms = { kind: 'capital', amountUsdMillion: 100, cashPositionId: CASH };
    Object.assign(change, terms);
  });

  it('CONTRIB-14: a hundred million of equity in cash is a hundred million of base EVE', () => {
    const [first] = headlines(buy.measures);
    expect(first).toMatchObject({ id: 'eve.value', unit: 'USD million' });
    const base = buy.measures.find(({ id, scenario }) => id === 'eve.value' && scenario === '0');
    expect(base?.change).toBeCloseTo(100, 6);
    expect(buy.issues).toEqual([]);
  });

  it('CONTRIB-14: a Change that does not fit says why, and moves nothing', () => {
    const found = effect((change) => {
      change.edits[0].model = 'no-such-model';
    });
    expect(found.measures).toEqual([]);
    expect(found.issues.map(({ path }) => path)).toEqual(['/edits/0/model']);
  });

  it('CONTRIB-14: size 0 moves nothing', () => {
    const found = effect((change) => {
      change.size = 0;
    });
    expect(found).toEqual({ slug, measures: [], lost: [], issues: [] });
  });

  it('CONTRIB-14: an assumption of deposits moves economic value and income', () => {
    const found = effect(() => undefined);
    const ids = new Set(headlines(found.measures).map(({ id }) => id));
    expect([ids.has('eve.value'), ids.has('nii.12m')]).toEqual([true, true]);
  });
});
