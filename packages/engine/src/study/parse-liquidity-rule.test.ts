import { describe, expect, it } from 'vitest';
import { flows, items, ruleBank } from '../metric/liquidity/rule/rule-bank.test-fixture.js';
import { assumed, exampleStudy, issueLines } from './example-study.test-fixture.js';
import { parseStudy, studyToJson } from './index.js';

function parsed(edit: Readonly<Record<string, unknown>>) {
  const bank = ruleBank({
    liquidAssets: items([['treasury', 90]]),
    outflows: flows([['retail-stable', 100, null]]),
  });
  const json = studyToJson(exampleStudy()) as Record<string, unknown>;
  return parseStudy({ ...json, liquidityRule: { ...bank, ...edit } });
}

const asset = (edit: object) => ({ liquidAssets: [{ ...items([['treasury', 1]])[0], ...edit }] });

describe('the liquidity rule at the door', () => {
  it('LCR-7: a whole block is read and stands in the Study', () => {
    const study = parsed({});
    expect(issueLines(study)).toEqual([]);
    expect(study.ok && study.value.liquidityRule?.outflows).toHaveLength(1);
  });

  it.each([
    ['an unknown rule', { rule: 'eu' }, 'enum /liquidityRule/rule'],
    [
      'an asset of no category',
      asset({ category: 'gold' }),
      'enum /liquidityRule/liquidAssets/0/category',
    ],
    [
      'a US category under Basel',
      { ...asset({}), rule: 'basel', outflows: [] },
      'enum /liquidityRule/liquidAssets/0/category',
    ],
    [
      'a negative amount',
      asset({ amountUsdMillion: assumed(-1) }),
      'range /liquidityRule/liquidAssets/0/amountUsdMillion/value',
    ],
    [
      'an amount without a reason',
      asset({ amountUsdMillion: { ...assumed(1), note: '' } }),
      'no-source /liquidityRule/liquidAssets/0/amountUsdMillion/note',
    ],
    [
      'a payment due before the date',
      { outflows: flows([['retail-stable', 1, -1]]) },
      'range /liquidityRule/outflows/0/dueDay',
    ],
    [
      'a US adjustment under Basel',
      { rule: 'basel', liquidAssets: [], outflows: [], adjustment: 'category-iii' },
      'adjustment /liquidityRule/adjustment',
    ],
    [
      'two amounts of one name',
      { liquidAssets: [...items([['treasury', 1]]), ...items([['treasury', 2]])] },
      'duplicate-id /liquidityRule/liquidAssets/1/id',
    ],
  ])('LCR-7: %s is refused', (_name, edit, line) => {
    expect(issueLines(parsed(edit))).toEqual([line]);
  });
});
