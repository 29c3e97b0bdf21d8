import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemAt, type Result } from '../../foundation/index.js';
import { ALL } from '../../study/capital-parts.test-fixture.js';
import { exampleStudy, valueOrThrow } from '../../study/example-study.test-fixture.js';
import { applyChange, baseRowValues, type Change, evaluate } from '../../study/index.js';
import type { ChangeGroup } from '../group.js';
import { evaluateSubsets, type SubsetLattice } from '../subsets.js';
import { type CapitalLine, capitalLines, measuresOfLines } from './capital-line.js';
import { type CapitalPath, capitalPath } from './capital-path.js';
import { partiesOf } from './party.js';

const HEADER = { title: 'A change', rationale: 'because', sources: [], size: 1 } as const;
const group = (id: string, ...changes: Change[]): ChangeGroup => ({
  id,
  title: `Group ${id}`,
  changes,
});

/** Capital C = marks M + income I, where the tax T takes a quarter of what is above 100. */
const at = (id: string) => ({ id, scenario: '+200' });
const LINE: CapitalLine = {
  id: 'c',
  title: 'Capital',
  measure: at('c'),
  links: [
    { id: 'm', title: 'Marks', measure: at('m') },
    { id: 'i', title: 'Income', measure: at('i') },
  ],
  rest: { id: 'tax', title: 'Tax' },
};

/** Subsets of d (deposits), h (hedge), p (prepayment): none, d, h, dh, p, dp, hp, dhp. */
const MARKS = [100, 90, 80, 70, 96, 86, 76, 66]; // -10, -20, -4, nothing together
const INCOME = [20, 24, 20, 30, 20, 24, 20, 30]; // +4 for d, d and h together 6 more
// 120 - 5, 114 - 3.5, 100, 100, 116 - 4, 110 - 2.5, 96, 96
const CAPITAL = [115, 110.5, 100, 100, 112, 107.5, 96, 96];

const LATTICE: SubsetLattice = {
  groups: [group('d'), group('h'), group('p')],
  measures: [at('c'), at('m'), at('i')],
  units: ['USD million', 'USD million', 'USD million'],
  values: [CAPITAL, MARKS, INCOME].map((column) => Float64Array.from(column)),
};
const PARTIES = [
  { id: 'deposits', title: 'Deposits', groups: ['d'] },
  { id: 'hedges', title: 'Hedges', groups: ['h'] },
  { id: 'rest', title: 'Others', groups: ['p'] },
];

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe('a capital line by hand', () => {
  const path = valueOrThrow(capitalPath(LATTICE, LINE, PARTIES));
  const together = Object.fromEntries(
    path.together.map(({ ids, value, byLink }) => [ids.join('+'), [value, ...byLink]]),
  );

  it('ATTR-30: 115 becomes 96: marks -34, income +10, and 5 of tax no longer due', () => {
    expect([path.from, path.to]).toEqual([115, 96]);
    expect([path.total.value, ...path.total.byLink]).toEqual([-19, -34, 10, 5]);
    expect(path.links.map(({ title }) => title)).toEqual(['Marks', 'Income', 'Tax']);
  });

  it('ATTR-31: by link the Shapley values of the link, worked by hand', () => {
    const [d, h, p] = path.groups;
    // marks add: each its own; income: d 4 + 6 / 2, h 6 / 2
    expect(d?.byLink.slice(0, 2).map((x) => Math.round(x * 1e9) / 1e9)).toEqual([-10, 7]);
    expect(h?.byLink.slice(0, 2).map((x) => Math.round(x * 1e9) / 1e9)).toEqual([-20, 3]);
    expect(p?.byLink.slice(0, 2).map((x) => Math.round(x * 1e9) / 1e9)).toEqual([-4, 0]);
  });

  it('ATTR-32: alone and together: d -4.5, h -15, the two +4.5, by marks, income and tax', () => {
    // tax given back: d 1.5 of 5; h all 5; both all 5, so -1.5 together; income 6 together
    expect(together.deposits).toEqual([-4.5, -10, 4, 1.5]);
    expect(together.hedges).toEqual([-15, -20, 0, 5]);
    expect(together['deposits+hedges']).toEqual([4.5, 0, 6, -1.5]);
    expect(together.rest).toEqual([-3, -4, 0, 1]);
    expect(sum(path.together.map(({ value }) => value))).toBeCloseTo(-19, 12);
  });

  it('ATTR-32: parties of several groups take what these do together', () => {
    const parties = [
      { id: 'both', title: 'Both', groups: ['d', 'h'] },
      { id: 'rest', title: 'Others', groups: ['p'] },
    ];
    const { together: rows } = valueOrThrow(capitalPath(LATTICE, LINE, parties));
    expect(rows.map(({ value }) => value)).toEqual([-15, -3, -1]); // 100 - 115, 112 - 115, the rest
    expect(rows.map(({ title }) => title)).toEqual([
      'Both alone',
      'Others alone',
      'Both and Others only together',
    ]);
  });

  it('ATTR-31: any lattice: rows sum to the line, and links to each row', () => {
    const column = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(column, { minLength: 3, maxLength: 3 }), (columns) => {
        const lattice = { ...LATTICE, values: columns.map((each) => Float64Array.from(each)) };
        const found = valueOrThrow(capitalPath(lattice, LINE, PARTIES));
        for (const rows of [found.groups, found.together]) {
          expect(sum(rows.map(({ value }) => value))).toBeCloseTo(found.total.value, 8);
          for (const { value, byLink } of rows) expect(sum(byLink)).toBeCloseTo(value, 8);
        }
      }),
      { seed: 20221230, numRuns: 100 },
    );
  });

  const codes = (result: Result<CapitalPath>) =>
    result.ok ? [] : result.issues.map(({ code }) => code);

  it('ATTR-31: a link that the lattice has not, and parties that leave a group out', () => {
    const other = { ...LINE, links: [{ id: 'x', title: 'X', measure: at('x') }] };
    expect(codes(capitalPath(LATTICE, other, PARTIES))).toEqual(['attribution.measure']);
    expect(codes(capitalPath(LATTICE, LINE, PARTIES.slice(1)))).toEqual(['attribution.parties']);
    const twice = [...PARTIES, { id: 'x', title: 'X', groups: ['d'] }];
    expect(codes(capitalPath(LATTICE, LINE, twice))).toEqual(['attribution.parties']);
  });
});

describe('the lines of a bank', () => {
  const edit = (model: string, parameter: 'beta' | 'multiplier', value: number): Change => ({
    ...HEADER,
    id: `${model}-${parameter}`,
    kind: 'replace-assumption',
    edits: [{ model, parameter, value }],
  });
  const groups = [
    group('beta', edit('ib', 'beta', 0.9)),
    group('prepayment', edit('mbs', 'multiplier', 0.2)),
    group('hedge', { ...HEADER, id: 'off', kind: 'remove-hedge', hedgeId: 'swap-afs' }),
    group('funding', {
      ...HEADER,
      id: 'move',
      kind: 'move-funding',
      fromId: 'free',
      toId: 'paid',
      amountUsdMillion: 200,
    }),
  ];
  const lines = capitalLines('+200', { withRegime: true });
  const from = exampleStudy({
    ...ALL,
    capital: { ...exampleStudy().capital, realisedLossUsdMillion: -3 },
  });
  const lattice = valueOrThrow(
    evaluateSubsets({
      from,
      groups,
      measures: measuresOfLines(lines),
      evaluate,
      apply: (study, change) => applyChange(study, change, baseRowValues),
    }),
  );
  const parties = partiesOf(from, groups);
  const pathOf = (id: string): CapitalPath => {
    const line = lines.find((each) => each.id === id);
    if (line === undefined) throw new Error(`no line ${id}`);
    return valueOrThrow(capitalPath(lattice, line, parties));
  };

  it('ATTR-32: groups by what they touch', () => {
    expect(parties.map(({ id, groups: of }) => [id, of])).toEqual([
      ['deposits', ['beta']],
      ['assumptions', ['prepayment']],
      ['hedges', ['hedge']],
      ['funding', ['funding']],
    ]);
    const mixed = group('x', edit('ib', 'beta', 0.5), edit('mbs', 'multiplier', 1));
    expect(partiesOf(from, [mixed]).map(({ id }) => id)).toEqual(['x']);
    const called = { ...mixed, id: 'deposits' };
    expect(partiesOf(from, [called, ...groups.slice(0, 1)]).map(({ groups: of }) => of)).toEqual([
      ['deposits'],
      ['beta'],
    ]);
  });

  it.each(['capital.economic.e0', 'capital.economic.e2'])(
    'ATTR-30: %s of an opt-out bank is its links and nothing else, in every subset',
    (id) => {
      const { together, groups: rows, links } = pathOf(id);
      expect(itemAt(links, links.length - 1).id).toBe('held');
      for (const { byLink } of [...together, ...rows]) {
        expect(Math.abs(itemAt(byLink, byLink.length - 1))).toBeLessThan(1e-9);
      }
    },
  );

  it('ATTR-30: after tax of 25% the rest is a quarter of every mark', () => {
    const before = pathOf('capital.economic.e0').total;
    const after = pathOf('capital.economic.e0.afterTax').total;
    // nothing in the groups moves CET1 or the accounts: only marks move, of which 3/4 are left
    expect(after.value).toBeCloseTo(0.75 * before.value, 9);
    expect(after.byLink.slice(0, 4)).toEqual(before.byLink.slice(0, 4));
  });

  it('ATTR-30: what deferred tax does not count has a link of its own', () => {
    const { links, total } = pathOf('capital.economic.e0.limited');
    expect(links.map(({ title }) => title)).toEqual(['After tax', 'Deferred tax deducted']);
    const after = pathOf('capital.economic.e0.afterTax').total.value;
    expect(itemAt(total.byLink, 0)).toBe(after);
    expect(capitalLines('+200', { withRegime: false }).map(({ id }) => id)).not.toContain(
      'capital.economic.e0.limited',
    );
  });

  it('ATTR-30: of income a quarter is tax; the beta of 0.9 costs, moved funding costs', () => {
    const { groups: rows } = pathOf('capital.cet1.afterIncome');
    for (const { byLink } of rows) {
      const [cet1 = 0, income = 0, tax = 0] = byLink;
      expect(cet1).toBe(0);
      expect(tax).toBeCloseTo(-0.25 * income, 9);
    }
    expect(itemAt(rows, 0).value).toBeLessThan(0);
    expect(itemAt(rows, 3).value).toBeLessThan(0);
  });

  it('ATTR-32: a swap and a deposit add up in value, so together they do nothing more', () => {
    const both = pathOf('capital.economic.e2').together.find(
      ({ ids }) => ids.join('+') === 'deposits+hedges',
    );
    expect(Math.abs(both?.value ?? 1)).toBeLessThan(1e-9);
  });

  it('ATTR-30: realised before tax: CET1 of the line is 95 - 3', () => {
    const line = itemAt(lines, 0);
    const at = lattice.measures.findIndex(({ id }) => id === line.links[0]?.measure.id);
    expect(lattice.values[at]?.[0]).toBe(92);
  });
});
