import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ok } from '../foundation/index.js';
import { applyChange, baseRowValues } from '../study/index.js';
import { ratesFall } from './failure-grid.js';
import { namedFailure } from './failures.js';
import { type OwnFailure, ownFailure } from './own-failure.js';
import { parseFailures } from './parse-failures.js';
import { parseHedgeVariants } from './parse-hedge-variants.js';
import { toyDepositModel, toyStudy } from './toy-study.test-fixture.js';

const study = toyStudy();
const rule = (edit: object = {}) => ({
  on: 'interest-bearing',
  parameter: 'beta',
  operation: 'add',
  value: 0.1,
  ...edit,
});
const ruled = (rules: readonly object[], edit: object = {}) => ({
  kind: 'rules',
  id: 'own',
  title: 'Own',
  rationale: '',
  anchors: ['a judgement'],
  rules,
  ...edit,
});
const file = (...failures: readonly object[]) => ({ schema: 'almfes/failures/1', failures });

function parsed(failure: object): OwnFailure {
  const found = parseFailures(file(failure));
  const [first] = found.ok ? found.value : [];
  if (first === undefined) throw new Error(JSON.stringify(found));
  return first;
}

function editsOf(failure: object, falling = false) {
  const built = ownFailure(study, parsed(failure));
  if (!built.ok) throw new Error(JSON.stringify(built.issues));
  const changes = falling ? built.value.changesWhenFalling : built.value.changes;
  return changes.flatMap((change) =>
    change.kind === 'break-assumption'
      ? change.edits.map(({ model, parameter, value }) => [model, parameter, value])
      : [],
  );
}

describe('rules on the models of a Study', () => {
  it.each([
    // the toy bank: nib beta 0 and ib beta 0.4, lives of 5 years, lags of 6 months
    ['0.10 more on what bears interest', rule(), [['ib', 'beta', 0.5]]],
    [
      'half on what bears none',
      rule({ on: 'non-interest-bearing', operation: 'multiply' }),
      [['nib', 'beta', 0]],
    ],
    ['set on one model by its id', rule({ on: ['nib'], operation: 'set' }), [['nib', 'beta', 0.1]]],
    ['at least 0.6', rule({ operation: 'at-least', value: 0.6 }), [['ib', 'beta', 0.6]]],
    ['at most 0.3', rule({ operation: 'at-most', value: 0.3 }), [['ib', 'beta', 0.3]]],
    ['no more than 0.45', rule({ notAbove: 0.45 }), [['ib', 'beta', 0.45]]],
    ['no less than 0.7', rule({ notBelow: 0.7 }), [['ib', 'beta', 0.7]]],
    [
      '5% a year more of every deposit: 1 / (1 / 5 + 0.05) = 4 years',
      rule({ on: 'every', parameter: 'averageLifeYears', operation: 'add-hazard', value: 0.05 }),
      [
        ['nib', 'averageLifeYears', 4],
        ['ib', 'averageLifeYears', 4],
      ],
    ],
  ])('FAIL-11: %s', (_, one, edits) => {
    expect(editsOf(ruled([one]))).toEqual(edits);
  });

  it('FAIL-10: where rates fall the rules for it hold, or the same when none are stated', () => {
    const falls = { rulesWhenFalling: [rule({ operation: 'multiply', value: 0.5 })] };
    expect(editsOf(ruled([rule()], falls), true)).toEqual([['ib', 'beta', 0.2]]);
    expect(editsOf(ruled([rule()]), true)).toEqual([['ib', 'beta', 0.5]]);
    expect(editsOf(ruled([rule()], { rulesWhenFalling: [] }), true)).toEqual([]);
  });

  it('FAIL-10: the Change carries the anchors, and fits the Study', () => {
    const built = ownFailure(study, parsed(ruled([rule()])));
    const change = built.ok ? built.value.changes[0] : undefined;
    if (change === undefined) throw new Error('no change');
    expect(change).toMatchObject({ kind: 'break-assumption', sources: ['a judgement'], size: 1 });
    expect(applyChange(study, change, baseRowValues).ok).toBe(true);
  });

  it.each([
    ['a model that is not there', rule({ on: ['mmda'] }), 'rule.model'],
    ['a segment that no model is in', rule({ on: 'wholesale' }), 'rule.nothing'],
    ['a part that no model has', rule({ parameter: 'core.share' }), 'rule.nothing'],
    ['a segment of deposits for prepayment', rule({ parameter: 'multiplier' }), 'rule.segment'],
  ])('FAIL-11: %s is refused', (_, one, code) => {
    const built = ownFailure(study, parsed(ruled([one])));
    expect(built.ok ? '' : built.issues[0]?.code).toBe(code);
    expect(built.ok ? '' : built.issues[0]?.path).toContain('failure own: rules/0');
  });

  it('FAIL-11: two rules for one parameter of a model are refused', () => {
    const built = ownFailure(study, parsed(ruled([rule(), rule({ on: ['ib'] })])));
    expect(built.ok ? '' : built.issues[0]?.code).toBe('duplicate-edit');
  });

  it('FAIL-11: a value beyond the bounds of the parameter is refused when it is applied', () => {
    const built = ownFailure(study, parsed(ruled([rule({ value: 3 })])));
    const change = built.ok ? built.value.changes[0] : undefined;
    if (change === undefined) throw new Error('no change');
    const applied = applyChange(study, change, baseRowValues);
    expect(applied.ok ? '' : applied.issues[0]?.code).toBe('range');
  });
});

describe("a named failure with severities of one's own", () => {
  const named = (parameters: object) => ({
    kind: 'named',
    id: 'own',
    title: 'Own',
    rationale: '',
    anchors: ['a judgement'],
    failure: 'pricing-power-loss',
    from: 'moderate',
    parameters,
  });

  it('FAIL-12: what is stated replaces the parameter; the rest is that of the severity', () => {
    // beta 0.4 + 0.3; the lag halves as in the moderate one
    expect(editsOf(named({ betaRise: 0.3 }))).toEqual([
      ['ib', 'beta', 0.7],
      ['ib', 'lagMonths', 3],
    ]);
  });

  it('FAIL-12: nothing stated is the named failure itself', () => {
    const own = ownFailure(study, parsed(named({})));
    const published = namedFailure(study, 'pricing-power-loss', 'moderate');
    if (!own.ok || !published.ok) throw new Error('no failure');
    const edits = (changes: readonly object[]) => changes.map((each) => ({ ...each }));
    expect(edits(own.value.changes)[0]).toMatchObject({
      edits: Reflect.get(published.value.changes[0] ?? {}, 'edits'),
    });
    expect(own.value.severity).toBe('own');
  });
});

describe('the door', () => {
  it.each([
    ['a failure without anchors', ruled([rule()], { anchors: [] }), '/failures/0/anchors'],
    ['a failure without rules', ruled([]), '/failures/0/rules'],
    ['a misspelt key', ruled([rule({ valeu: 1 })]), '/failures/0/rules/0/valeu'],
    [
      'an operation that is none',
      ruled([rule({ operation: 'plus' })]),
      '/failures/0/rules/0/operation',
    ],
    [
      'a hazard added to a beta',
      ruled([rule({ operation: 'add-hazard' })]),
      '/failures/0/rules/0/parameter',
    ],
    [
      'bounds the wrong way round',
      ruled([rule({ notBelow: 1, notAbove: 0 })]),
      '/failures/0/rules/0/notBelow',
    ],
    ['a kind that is none', { ...ruled([rule()]), kind: 'story' }, '/failures/0/kind'],
  ])('FAIL-10: %s is refused with its place', (_, failure, path) => {
    const found = parseFailures(file(failure));
    expect(found.ok ? [] : found.issues.map((each) => each.path)).toContain(path);
  });

  it('FAIL-10: an id may stand once; what is no file of failures is refused', () => {
    const twice = parseFailures(file(ruled([rule()]), ruled([rule()])));
    expect(twice.ok ? '' : twice.issues[0]?.code).toBe('duplicate-id');
    for (const value of [null, [], 'text', { failures: [] }]) {
      expect(parseFailures(value).ok).toBe(false);
    }
  });

  it('FAIL-10: the example file is read and fits a bank with these models', () => {
    const path = new URL('../../../../docs/example/failure/own-failures.json', import.meta.url);
    const example = parseFailures(JSON.parse(readFileSync(path, 'utf8')));
    if (!example.ok) throw new Error(JSON.stringify(example.issues));
    const titles = example.value.map(({ id }) => id);
    expect(titles).toEqual(['beta-up-ten', 'slow-prepayment', 'run-of-signature']);
    const [first, second] = example.value;
    if (first === undefined || second === undefined) throw new Error('too few');
    expect(ownFailure(study, first).ok).toBe(true);
    // the toy bank has no prepayment model
    const none = ownFailure(study, second);
    expect(none.ok ? '' : none.issues[0]?.code).toBe('rule.nothing');
  });

  it('FAIL-13: hedges are Changes by name; a Change that cannot be read names its place', () => {
    const swapless = { id: 'r', title: 'r', rationale: '', sources: [], size: 1 };
    const remove = { ...swapless, kind: 'remove-hedge', hedgeId: 's' };
    const variants = (changes: readonly object[]) => ({
      schema: 'almfes/hedge-variants/1',
      variants: [{ id: 'bare', title: 'Without', changes }],
    });
    expect(parseHedgeVariants(variants([remove]))).toEqual(
      ok([{ id: 'bare', title: 'Without', changes: [remove] }]),
    );
    const wrong = parseHedgeVariants(variants([remove, { ...remove, id: 'q', kind: 'wish' }]));
    expect(wrong.ok ? '' : wrong.issues[0]?.path).toBe('/variants/0/changes/1/kind');
  });
});

describe('which way rates go', () => {
  const scenarios = [
    { id: 'p', title: '', kind: 'parallel', shockBp: -1, floorRate: null },
    ...(['parallel-up', 'parallel-down', 'short-down', 'steepener'] as const).map((shape) => ({
      ...({
        id: shape,
        title: '',
        kind: 'prescribed',
        rule: 'eu-2024-856',
        currency: 'USD',
      } as const),
      ...({ shape, floor: 'zero' } as const),
    })),
    {
      id: 'n',
      title: '',
      kind: 'nodes',
      nodes: [
        { tenorMonths: 3, shockBp: -5 },
        { tenorMonths: 12, shockBp: 0 },
      ],
      floorRate: null,
    },
    {
      id: 'twist',
      title: '',
      kind: 'nodes',
      nodes: [
        { tenorMonths: 3, shockBp: -5 },
        { tenorMonths: 12, shockBp: 5 },
      ],
      floorRate: null,
    },
  ] as const;

  it.each([
    ['p', true],
    ['parallel-up', false],
    ['parallel-down', true],
    ['short-down', true],
    ['steepener', false],
    ['n', true],
    ['twist', false],
    ['unknown', false],
  ])('FAIL-4: scenario %s falls: %s', (id, falls) => {
    const { deposits } = { deposits: [toyDepositModel('ib')] };
    expect(ratesFall(toyStudy({ scenarios, behaviour: { deposits, prepayments: [] } }), id)).toBe(
      falls,
    );
  });
});
