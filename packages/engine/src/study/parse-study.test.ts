import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positionsFromBook } from '../balance-sheet/index.js';
import {
  assumed,
  depositModel,
  EXAMPLE_POSITIONS,
  exampleStudy,
  issueLines,
  SEED,
  valueOrThrow,
} from './example-study.test-fixture.js';
import { parseStudy } from './parse-study.js';
import { studyToJson } from './study-to-json.js';

/** The JSON form of the example with the member at a JSON pointer set (or, undefined, removed). */
function edited(...edits: readonly (readonly [pointer: string, value: unknown])[]): unknown {
  const json: unknown = JSON.parse(JSON.stringify(studyToJson(exampleStudy())));
  for (const [pointer, value] of edits) {
    const steps = pointer.split('/').slice(1);
    const last = steps.pop() ?? '';
    let at = json as Record<string, unknown>;
    for (const step of steps) at = at[step] as Record<string, unknown>;
    if (value === undefined) delete at[last];
    else at[last] = value;
  }
  return json;
}

const withPositions = (positions: readonly unknown[]): unknown =>
  edited(['/book', undefined], ['/positions', positions]);

const linesOf = (...edits: readonly (readonly [string, unknown])[]): string[] =>
  issueLines(parseStudy(edited(...edits)));

const disclosed = { value: 0.6, unit: '', basis: 'disclosed', source: ['beta.2021'], note: '' };

describe('the door of a Study', () => {
  it('STUDY-3: the JSON form of a Study gives the same Study back', () => {
    const study = exampleStudy();
    expect(valueOrThrow(parseStudy(studyToJson(study)))).toEqual(study);
    expect(valueOrThrow(parseStudy(edited()))).toEqual(study);
  });

  it('STUDY-3: positions in any order give the same Study as columns', () => {
    const turned = JSON.parse(JSON.stringify([...EXAMPLE_POSITIONS].reverse()));
    expect(valueOrThrow(parseStudy(withPositions(turned)))).toEqual(exampleStudy());
  });

  it('STUDY-3: amounts, rates and months of any size within bounds survive the round trip', () => {
    const amount = fc.double({ min: 0, max: 1e9, noNaN: true });
    const rate = fc.double({ min: -0.5, max: 1, noNaN: true });
    fc.assert(
      fc.property(amount, amount, rate, fc.integer({ min: 12, max: 480 }), (a, b, r, month) => {
        const positions = EXAMPLE_POSITIONS.map((each) => ({
          ...each,
          notionalUsdMillion: a,
          carryingUsdMillion: b + 1e6,
          rate: r,
          maturityMonth: month,
        }));
        const study = valueOrThrow(parseStudy(withPositions(positions)));
        expect(valueOrThrow(parseStudy(studyToJson(study)))).toEqual(study);
        expect(positionsFromBook(study.book).map(({ rate: read }) => read === r)).not.toContain(
          false,
        );
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  const table: readonly [what: string, pointer: string, value: unknown, issues: string[]][] = [
    ['another schema', '/schema', 'almfes/study/2', ['enum /schema']],
    ['no title', '/title', undefined, ['missing /title']],
    ['an unknown key', '/book2', [], ['unknown-key /book2']],
    ['a misspelt term', '/capital/cet1', 1, ['unknown-key /capital/cet1']],
    ['another currency', '/currency', 'EUR', ['enum /currency']],
    ['a date of another shape', '/decisionDate', '1 March 2022', ['date.format /decisionDate']],
    ['30 February', '/market/curveDate', '2021-02-30', ['date.none /market/curveDate']],
    ['a rate in per cent', '/book/rate/0', 4.12, ['range /book/rate/0']],
    ['a rate as text', '/book/rate/0', '0.04', ['type /book/rate/0']],
    ['a negative notional', '/book/notionalUsdMillion/2', -1, ['range /book/notionalUsdMillion/2']],
    ['an unknown group', '/book/group/3', 'bonds', ['enum /book/group/3']],
    ['half a month', '/book/maturityMonth/1', 6.5, ['range /book/maturityMonth/1']],
    ['month 481', '/book/maturityMonth/1', 481, ['range /book/maturityMonth/1']],
    ['a side of 0', '/book/side/1', 0, ['enum /book/side/1']],
    ['a missing column', '/book/floats', undefined, ['missing /book/floats']],
    ['a short column', '/book/rate', [0.01], ['length /book/rate']],
    ['an unknown column', '/book/yield', [], ['unknown-key /book/yield']],
    ['no base scenario', '/scenarios/0/id', '+0', ['no-base /scenarios']],
    ['a base that is shocked', '/scenarios/0/shockBp', 1, ['no-base /scenarios/0']],
    ['two scenarios of one id', '/scenarios/1/id', '0', ['duplicate-id /scenarios/1/id']],
    ['an unknown scenario', '/scenarios/1/kind', 'twist', ['enum /scenarios/1/kind']],
    ['a tax rate above 1', '/capital/taxRate', 21, ['range /capital/taxRate']],
    ['an unknown source', '/liquidity/sources/0/kind', 'hope', ['enum /liquidity/sources/0/kind']],
    [
      'no risk weighted assets',
      '/capital/riskWeightedAssetsUsdMillion',
      0,
      ['range /capital/riskWeightedAssetsUsdMillion'],
    ],
    [
      'an add-back without opt-out',
      '/capital/aociOptOut',
      false,
      ['opt-out /capital/aociAddBackUsdMillion'],
    ],
    [
      'a loss moved to HTM that the add-back of a bank without opt-out would hold',
      '/capital',
      {
        ...exampleStudy().capital,
        ...{ aociOptOut: false, aociAddBackUsdMillion: 0, aociOnTransferredHtmUsdMillion: -1 },
      },
      ['opt-out /capital/aociOnTransferredHtmUsdMillion'],
    ],
    ['a lone surrogate', '/title', 'bad \ud800', ['text /title']],
    [
      'a hedge of HTM',
      '/hedges/0/hedgedGroup',
      'htm',
      ['ineligible-hedged-item /hedges/0/hedgedGroup'],
    ],
    ['a hedge larger than its book', '/hedges/0/notionalUsdMillion', 181, ['over-hedged /hedges']],
    [
      'a second sale of the AFS book',
      '/liquidity/sources/2/group',
      'afs',
      ['duplicate-pool /liquidity/sources/2/group'],
    ],
    [
      'quotes out of order',
      '/market/parQuotes/0/tenorMonths',
      132,
      ['curve.order /market/parQuotes'],
    ],
  ];
  it.each(table)('STUDY-3: %s is refused', (_what, pointer, value, issues) => {
    expect(linesOf([pointer, value])).toEqual(issues);
  });

  it('STUDY-3: all issues are collected, each with what was expected and what was found', () => {
    const parsed = parseStudy(edited(['/currency', 'EUR'], ['/book/rate/0', 4], ['/title', 7]));
    expect(issueLines(parsed)).toEqual(['range /book/rate/0', 'type /title', 'enum /currency']);
    if (parsed.ok) return;
    expect(parsed.issues[2]).toMatchObject({ expected: 'one of USD', got: '"EUR"' });
  });

  it('STUDY-4: valuation, decision and curve dates stand in order', () => {
    expect(linesOf(['/decisionDate', '2021-12-30'])).toEqual(['date-order /decisionDate']);
    expect(linesOf(['/market/curveDate', '2022-01-03'])).toEqual(['date-order /market/curveDate']);
    const late = parseStudy(edited(['/market/curveDate', '2022-01-03']));
    expect(late.ok ? '' : late.issues[0]?.message).toContain('2022-01-03 (source: an example)');
    // 2022-12-31 was a Saturday: the curve of the Friday before is right
    expect(linesOf(['/market/curveDate', '2021-12-30'])).toEqual([]);
  });

  it('STUDY-4: ids are unique in each list', () => {
    const [first, ...rest] = EXAMPLE_POSITIONS;
    expect(issueLines(parseStudy(withPositions([first, first, ...rest])))).toEqual([
      'duplicate-id /positions',
    ]);
    const models = [depositModel('nib', 'ib'), depositModel('ib'), depositModel('ib')];
    expect(linesOf(['/behaviour/deposits', models])).toEqual([
      'duplicate-id /behaviour/deposits/2/id',
    ]);
  });

  it('NMD-16: a position without an assumption set is refused by its name', () => {
    const positions = EXAMPLE_POSITIONS.map((each) =>
      each.id === 'paid' ? { ...each, behaviour: '' } : each,
    );
    const study = parseStudy(withPositions(positions));
    expect(study.ok ? '' : study.issues[0]?.message).toContain(
      'behaviour of position "paid": expected a deposit model of the study, got none',
    );
  });

  const misfits: readonly [what: string, id: string, edit: object, issues: string[]][] = [
    ['a loan on the liability side', 'loans', { side: 'liability' }, ['side']],
    ['an asset among deposits', 'paid', { side: 'asset' }, ['side']],
    [
      'HTM class in the AFS book',
      'afs-bills',
      { accountingClass: 'held-to-maturity' },
      ['accounting-class', 'accounting-class'],
    ],
    ['decay of a borrowing', 'fhlb', { principal: 'decay', behaviour: 'ib' }, ['principal']],
    ['a deposit without a model', 'paid', { behaviour: '' }, ['unknown-model']],
    ['a deposit on a prepayment model', 'paid', { behaviour: 'mbs' }, ['unknown-model']],
    ['a mortgage on an unknown model', 'htm-mbs', { behaviour: 'x' }, ['unknown-model']],
    ['a bullet on a model', 'fhlb', { behaviour: 'mbs' }, ['unknown-model']],
    [
      'a bullet of month 0',
      'fhlb',
      { maturityMonth: 0, firstPrincipalMonth: 0 },
      ['range', 'range'],
    ],
    ['principal after maturity', 'fhlb', { firstPrincipalMonth: 61 }, ['order']],
  ];
  it.each(misfits)('STUDY-5: %s is refused', (_what, id, edit, codes) => {
    const index = EXAMPLE_POSITIONS.findIndex((each) => each.id === id);
    const positions = EXAMPLE_POSITIONS.map((each) =>
      each.id === id ? { ...each, ...edit } : each,
    );
    const lines = issueLines(parseStudy(withPositions(positions)));
    expect(lines.map((line) => line.split(' ')[0])).toEqual(codes);
    for (const line of lines) expect(line).toContain(`/positions/${index}/`);
  });

  it('STUDY-5: migration needs a model to migrate to', () => {
    const path = '/behaviour/deposits/1';
    expect(linesOf([`${path}/migrationTo`, 'x'])).toEqual([`unknown-model ${path}/migrationTo`]);
    expect(linesOf([`${path}/migrationShare`, assumed(0.1)])).toEqual([
      `unknown-model ${path}/migrationTo`,
    ]);
  });

  const bounds: readonly [parameter: string, value: number, allowed: boolean][] = [
    ['deposits/0/beta', 0, true],
    ['deposits/0/beta', 1.5, true],
    ['deposits/0/beta', 1.51, false],
    ['deposits/0/beta', -0.01, false],
    ['deposits/0/averageLifeYears', 0, false],
    ['deposits/0/averageLifeYears', 0.01, true],
    ['deposits/0/outflowShare', 1.01, false],
    ['deposits/0/outflowMonth', 0, false],
    ['deposits/0/outflowMonth', 1, true],
    ['prepayments/0/maxCpr', 1, true],
    ['prepayments/0/maxCpr', 6, false],
  ];
  it.each(bounds)('STUDY-6: %s of %d is allowed: %s', (parameter, value, allowed) => {
    const path = `/behaviour/${parameter}/value`;
    expect(linesOf([path, value])).toEqual(allowed ? [] : [`range ${path}`]);
  });

  it('STUDY-9, RUN-2: a book is sold once, whatever the ids; AFS and HTM are two books', () => {
    const { sources } = exampleStudy().liquidity;
    const both = sources.filter(({ kind }) => kind === 'sale');
    expect(linesOf(['/liquidity/sources', both])).toEqual([]);
    const twice = [...sources, ...both.map((source) => ({ ...source, id: `${source.id}-2` }))];
    expect(linesOf(['/liquidity/sources', twice])).toEqual([
      'duplicate-pool /liquidity/sources/3/group',
      'duplicate-pool /liquidity/sources/4/group',
    ]);
  });

  it.each([
    ['uninsuredUsdMillion', 0, false],
    ['uninsuredUsdMillion', 0.001, true],
    ['outflowShare', 0, false],
    ['outflowShare', 0.001, true],
    ['outflowShare', 1, true],
  ])(
    'STUDY-9, LIQ-1: %s of %d, which coverage is divided by, is allowed: %s',
    (term, value, ok) => {
      expect(linesOf([`/liquidity/${term}`, value])).toEqual(
        ok ? [] : [`range /liquidity/${term}`],
      );
    },
  );

  it('STUDY-6: a least prepayment rate above the greatest is refused', () => {
    expect(linesOf(['/behaviour/prepayments/0/minCpr/value', 0.41])).toEqual([
      'order /behaviour/prepayments/0/minCpr/value',
    ]);
  });

  it('STUDY-8: a parameter names its figures, an assumption says what it rests on', () => {
    const path = '/behaviour/deposits/1/beta';
    expect(linesOf([path, disclosed])).toEqual([]);
    expect(linesOf([path, { ...disclosed, source: [] }])).toEqual([`no-source ${path}/source`]);
    expect(linesOf([path, { ...disclosed, source: ['x'] }])).toEqual([
      `unknown-figure ${path}/source/0`,
    ]);
    expect(linesOf([path, { ...assumed(0.4), note: ' ' }])).toEqual([`no-source ${path}/note`]);
    expect(linesOf([path, { ...assumed(0.4), basis: 'guessed' }])).toEqual([`enum ${path}/basis`]);
  });

  it('STUDY-3: no JSON value makes the parser throw', () => {
    const anyValue = fc.anything({ withNullPrototype: true, withSparseArray: true });
    const spot = fc.constantFrom(
      '/book',
      '/book/id',
      '/book/id/3',
      '/market',
      '/market/parQuotes',
      '/behaviour',
      '/behaviour/deposits/0',
      '/behaviour/deposits/0/beta',
      '/hedges/0',
      '/capital',
      '/liquidity/sources',
      '/scenarios/1',
      '/scenarios/1/kind',
      '/figures',
      '/figures/beta.2021',
      '/__proto__',
    );
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), anyValue), (value) => {
        expect(parseStudy(value).ok).toBe(false);
      }),
      { seed: SEED, numRuns: 500 },
    );
    fc.assert(
      fc.property(spot, fc.oneof(fc.jsonValue(), anyValue), (pointer, value) => {
        const parsed = parseStudy(edited([pointer, value ?? null]));
        if (!parsed.ok) expect(parsed.issues.length).toBeGreaterThan(0);
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });

  it('STUDY-3: the issue of a wrong curve of a replay names the scenario', () => {
    const curve = { dateIso: '2023-03-08', quotes: [] };
    const replay = { id: 'r', title: 'Replay', kind: 'replay', curve };
    expect(linesOf(['/scenarios/1', replay])).toEqual([
      'curve.too-few-quotes /scenarios/1/curve/quotes',
    ]);
  });
});
