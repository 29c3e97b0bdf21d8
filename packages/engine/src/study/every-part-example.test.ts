import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BLOCK_KEYS, blockParameters } from './block-parameters.js';
import { valueOrThrow } from './example-study.test-fixture.js';
import { evaluate, parseStudy } from './index.js';

const file = new URL('../../../../docs/example/study/every-part.json', import.meta.url);
const json = JSON.parse(readFileSync(file, 'utf8'));

describe('the example of a Study with every part', () => {
  it('STUDY-3: has every optional part and is let in, with its book as positions', () => {
    expect(Object.keys(json)).toEqual(expect.arrayContaining([...BLOCK_KEYS]));
    expect(valueOrThrow(parseStudy(json)).book.id).toHaveLength(json.positions.length);
  });

  it('STUDY-3: a number whose name ends in its unit says this unit', () => {
    const told = blockParameters(valueOrThrow(parseStudy(json))).map(({ path, parameter }) => {
      const [, suffix = ''] = /(UsdMillion|Months|Years|Days|Bp)$/.exec(path) ?? [];
      return { path, suffix: suffix.toLowerCase(), unit: parameter.unit };
    });
    const named = told.filter(({ suffix }) => suffix !== '');
    expect(named.length).toBeGreaterThan(40);
    expect(
      named.filter(({ unit, suffix }) => unit.replace(' ', '').toLowerCase() !== suffix),
    ).toEqual([]);
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
