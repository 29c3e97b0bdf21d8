import { parseCase } from '@almfes/intake';
import { describe, expect, it } from 'vitest';
import { challengeEffect } from './challenge-effect.js';
import { contributionTemplate } from './contribution-template.js';
import { challenge, valueOrThrow } from './example.test-fixture.js';
import { libraryFiles } from './library-cases.test-fixture.js';
import { offeredEdits } from './offered-edits.js';
import { parseContribution } from './parse-contribution.js';

// the deposits that follow rates first, and all deposits that the bank has: Commerce reports no
// transaction deposits that bear interest and none abroad, so that their models move nothing there
const FIRST = [
  ['svb-2020', 'ib', ['nib', 'ib']],
  ['commerce-2021', 'deposits-savings', ['deposits-free', 'deposits-savings']],
] as const;

describe.each(FIRST)('what a challenge of %s may edit', (slug, model, deposits) => {
  const { study } = valueOrThrow(parseCase(libraryFiles(slug)));
  const edits = offeredEdits(study);

  it('CONTRIB-16: beta and life of each deposit model, at the value that stands', () => {
    for (const name of ['beta', 'averageLifeYears'] as const) {
      const own = edits.filter(({ parameter }) => parameter === name);
      expect(own.map((each) => each.model)).toEqual(deposits);
      for (const { model: id, value } of own) {
        expect(value).toBe(study.behaviour.deposits.find((each) => each.id === id)?.[name].value);
      }
    }
  });

  it('CONTRIB-16: a number that no Change can replace is not offered', () => {
    const deposits = study.behaviour.deposits.map((each) => ({ ...each, mood: each.beta }));
    const odd = { ...study, behaviour: { ...study.behaviour, deposits } };
    expect(offeredEdits(odd)).toEqual(edits);
  });

  it('CONTRIB-16: a template, filled in, fits the case and moves it', () => {
    const [file] = contributionTemplate({
      ...{ kind: 'challenge', date: '2026-11-01', case: slug, figure: null, edits },
    });
    const { change } = JSON.parse(file?.text ?? '');
    expect(change.edits[0]).toMatchObject({ model, parameter: 'beta' });
    const standing = edits.find((each) => each.model === model && each.parameter === 'beta');
    expect(change.edits[0].value).toContain(`the case has ${standing?.value}`);
    change.edits[0].value = (standing?.value ?? 0) + 0.1;
    const words = { id: 'faster', title: 'Faster', rationale: 'seen', sources: ['a study'] };
    const filled = { ...challenge(), cases: [slug], change: { ...change, ...words } };
    const read = valueOrThrow(parseContribution(filled));
    if (read.kind !== 'challenge') throw new Error('a challenge was given');
    const [effect] = challengeEffect(read.change, [{ slug, study }]);
    expect(effect?.issues).toEqual([]);
    expect(effect?.measures.some(({ id }) => id === 'eve.value')).toBe(true);
  });
});
