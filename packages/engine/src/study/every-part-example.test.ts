import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ALL_PARTS } from './all-parts.test-fixture.js';
import { BLOCK_KEYS } from './block-parameters.js';
import { valueOrThrow } from './example-study.test-fixture.js';
import { evaluate, parseStudy, studyToJson } from './index.js';

const file = new URL('../../../../docs/example/study/every-part.json', import.meta.url);
const json = JSON.parse(readFileSync(file, 'utf8'));

describe('the example of a Study with every part', () => {
  it('STUDY-3: has every optional part and is let in, with its book as positions', () => {
    expect(Object.keys(json)).toEqual(expect.arrayContaining([...BLOCK_KEYS]));
    const { title, figures, ...read } = studyToJson(valueOrThrow(parseStudy(json))) as typeof json;
    expect([title, Object.keys(figures)]).toEqual([json.title, ['beta.2021']]);
    expect(ALL_PARTS).toMatchObject(read);
  });

  it('EVAL-5: every measure has a value but those that its limits and scenarios rule out', () => {
    const { refused } = evaluate(valueOrThrow(parseStudy(json)));
    expect([...new Set(refused.map(({ id }) => id))].toSorted()).toEqual([
      'capital.headroom.supplementaryLeverage',
      'standardised.eve.addOn',
      'standardised.rule.eve.change',
    ]);
  });
});
