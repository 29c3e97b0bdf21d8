import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bookFromPositions,
  bookWithRowsScaled,
  positionsFromBook,
} from '../balance-sheet/index.js';
import { assumed, exampleStudy, row, SEED } from './example-study.test-fixture.js';
import { baseRowValues, baseRowYields, evaluate, measureDefinition, parseStudy } from './index.js';
import { measureOf } from './outcome.js';
import { randomPositions, randomStudy, randomSwap } from './random-study.test-fixture.js';
import type { Study } from './study.js';
import { studyToJson } from './study-to-json.js';

const RUNS = { seed: SEED, numRuns: 30 };

/** Seed in the title: a failure is repeated with it. */
const anyStudy = `any Study (seed ${SEED})`;

/** The same Study on a book and a market that nothing was kept for. */
function afresh(study: Study): Study {
  const book = bookFromPositions(positionsFromBook(study.book));
  return { ...study, book, market: { ...study.market } };
}

/** Twice every amount in USD. */
function twice(study: Study): Study {
  const double = <T extends object>(part: T): T =>
    Object.fromEntries(
      Object.entries(part).map(([name, value]) =>
        typeof value === 'number' && name.endsWith('UsdMillion')
          ? [name, 2 * value]
          : [name, value],
      ),
    ) as T;
  const { liquidity } = study;
  return {
    ...study,
    book: bookWithRowsScaled(
      study.book,
      study.book.id.map((_, at) => at),
      2,
    ),
    hedges: study.hedges.map(double),
    capital: double(study.capital),
    liquidity: double({ ...liquidity, sources: liquidity.sources.map(double) }),
  };
}

function close(got: number, expected: number, scale: number, label: string) {
  expect(Math.abs(got - expected), label).toBeLessThanOrEqual(1e-12 * Math.max(1, scale));
}

describe(`evaluate on ${anyStudy}`, () => {
  it('STUDY-3: the generator makes Studies that the door lets in', () => {
    const property = fc.property(randomStudy(), (study) => {
      const parsed = parseStudy(JSON.parse(JSON.stringify(studyToJson(study))));
      expect(parsed.ok ? [] : parsed.issues).toEqual([]);
    });
    fc.assert(property, { ...RUNS, numRuns: 30 });
  });

  it('EVAL-9: some families alone are the same bits as in the whole', () => {
    const property = fc.property(randomStudy(), (study) => {
      const whole = evaluate(study).measures;
      const part = evaluate(study, ['income', 'duration']).measures;
      expect(part.length).toBeGreaterThan(0);
      const names = new Set(part.map(({ id }) => id));
      expect([...names].every((id) => !/^nii\.(runOff|planned)/.test(id))).toBe(true);
      expect(part).toEqual(whole.filter(({ id }) => names.has(id)));
      const all = evaluate(study, ['income', 'runOffIncome', 'plannedIncome', 'duration']);
      expect(all.measures).toEqual(
        whole.filter(({ id }) => /^(nii|duration\.modified|dv01)/.test(id)),
      );
    });
    fc.assert(property, { ...RUNS, numRuns: 20 });
  });

  it('EVAL-6: no measure is NaN or infinite', () => {
    const property = fc.property(randomStudy(), (study) => {
      const { measures, refused } = evaluate(study);
      expect(measures.filter(({ value }) => !Number.isFinite(value))).toEqual([]);
      for (const { id, issue } of refused) {
        expect([id, issue.code]).not.toEqual([id, 'measure.not-finite']);
      }
    });
    fc.assert(property, RUNS);
  });

  it('SCEN-1, EVAL-2: a shock of 0 bp changes nothing in any bit, with or without a floor', () => {
    const property = fc.property(randomStudy(), (study) => {
      const { measures } = evaluate(study);
      for (const { id, scenario, value, by } of measures) {
        if (scenario !== '0' && scenario !== 'still') continue;
        const base = measures.find((each) => each.id === id && each.scenario === '0');
        expect([id, value, by]).toEqual([id, base?.value, base?.by]);
        if (!id.includes('change')) continue;
        expect([id, value]).toEqual([id, 0]);
        expect(Object.values(by ?? {}).every((part) => part === 0)).toBe(true);
      }
    });
    fc.assert(property, RUNS);
  });

  it('EVAL-1, BOOK-2: any order of the positions gives the same bits', () => {
    const property = fc.property(
      randomPositions(),
      randomStudy(),
      fc.nat(),
      (list, study, turn) => {
        const at = turn % list.length;
        const turned = [...list.slice(at), ...list.slice(0, at)].reverse();
        const one = evaluate({ ...study, book: bookFromPositions(list) });
        expect(evaluate({ ...study, book: bookFromPositions(turned) })).toEqual(one);
      },
    );
    fc.assert(property, RUNS);
  });

  it('EVAL-3: with one model edited the other rows are found, every bit as afresh', () => {
    const property = fc.property(randomStudy(), fc.nat(3), (study, at) => {
      evaluate(study);
      const { behaviour } = study;
      const half = (value: number) => ({ ...assumed(value / 2), note: 'half of it' });
      const edited = {
        ...study,
        behaviour: {
          ...behaviour,
          deposits: behaviour.deposits.map((model, index) =>
            index === at % behaviour.deposits.length
              ? { ...model, averageLifeYears: half(model.averageLifeYears.value) }
              : model,
          ),
        },
      };
      expect(evaluate(edited)).toEqual(evaluate(afresh(edited)));
      expect(evaluate(study)).toEqual(evaluate(afresh(study)));
    });
    fc.assert(property, { ...RUNS, numRuns: 30 });
  });

  it('EVAL-10: a row met before in another book is found again, every bit as afresh', () => {
    const property = fc.property(randomStudy(), randomStudy(), fc.nat(), (study, other, at) => {
      const half = (given: Study, row: number) => bookWithRowsScaled(given.book, [row], 0.5);
      const rows = study.book.id.length;
      const first = { ...study, book: half(study, at % rows) };
      const both = { ...first, book: half(first, (at + 1) % rows) };
      evaluate(study);
      evaluate(first);
      evaluate({ ...other, market: study.market });
      expect(evaluate(both)).toEqual(evaluate(afresh(both)));
      // the same rows by another way: other objects, the same content
      const again = bookFromPositions(positionsFromBook(both.book));
      expect(evaluate({ ...both, book: again })).toEqual(evaluate(afresh(both)));
    });
    fc.assert(property, { ...RUNS, numRuns: 20 });
  });

  it('EVAL-1, EVAL-3: the same bits whatever was evaluated before', () => {
    const property = fc.property(randomStudy(), randomStudy(), (study, other) => {
      const cold = evaluate(afresh(study));
      evaluate({ ...study, behaviour: other.behaviour, hedges: other.hedges });
      evaluate({ ...study, market: other.market, capital: other.capital });
      expect(evaluate(study)).toEqual(cold);
      expect(evaluate(study)).toEqual(cold);
    });
    fc.assert(property, RUNS);
  });

  it('EVAL-8: the parts of a split add up to its value', () => {
    const property = fc.property(randomStudy(), (study) => {
      for (const { id, value, by } of evaluate(study).measures) {
        if (by === undefined) continue;
        const parts = Object.values(by);
        const sum = parts.reduce((total, part) => total + part, 0);
        close(sum, value, Math.max(...parts.map(Math.abs)), id);
      }
    });
    fc.assert(property, RUNS);
  });

  it('EVAL-8: twice every amount is twice every USD measure and the same ratios', () => {
    const property = fc.property(randomStudy(), (study) => {
      const once = evaluate(study).measures;
      evaluate(twice(study)).measures.forEach(({ id, scenario, value }, at) => {
        const factor = measureDefinition(id).unit.startsWith('USD') ? 2 : 1;
        const expected = factor * (once[at]?.value ?? Number.NaN);
        close(value, expected, Math.abs(expected), `${id} ${scenario}`);
      });
    });
    fc.assert(property, RUNS);
  });

  it('EVAL-4: two books together have the sum of their EVE and NII, book by book', () => {
    const pair = fc.tuple(
      randomStudy({ migrationShare: 0 }),
      randomPositions('a'),
      randomPositions('b'),
    );
    const property = fc.property(pair, ([study, a, b]) => {
      const withBook = (positions: typeof a) =>
        evaluate({ ...study, hedges: [], book: bookFromPositions(positions) }).measures;
      const [left, right] = [withBook(a), withBook(b)];
      withBook([...a, ...b]).forEach(({ id, value }, at) => {
        if (!/^(eve\.value|eve\.change|nii\.\d+m(\.change)?)$/.test(id)) return;
        const sum = (left[at]?.value ?? Number.NaN) + (right[at]?.value ?? Number.NaN);
        close(value, sum, 20_000, id);
      });
    });
    fc.assert(property, RUNS);
  });

  it('EVAL-4, EVE-4: a swap and its mirror change no measure', () => {
    const property = fc.property(randomStudy(), randomSwap, (study, swap) => {
      const mirror = { ...swap, id: 'mirror', notionalUsdMillion: -swap.notionalUsdMillion };
      // A pair has margins and accounts of its own, which no hedge has not: hedge.* stand apart.
      const others = (hedges: Study['hedges']) => {
        const { measures, refused } = evaluate({ ...study, hedges });
        const isOther = ({ id }: { readonly id: string }) => !id.startsWith('hedge.');
        return { measures: measures.filter(isOther), refused: refused.filter(isOther) };
      };
      expect(others([swap, mirror])).toEqual(others([]));
    });
    fc.assert(property, RUNS);
  });

  it('EVAL-7: a fixed-rate asset loses, a fixed-rate liability helps, with every rise', () => {
    const terms = fc.record({
      maturityMonth: fc.integer({ min: 1, max: 400 }),
      couponRate: fc.double({ min: 0, max: 0.1, noNaN: true }),
      principal: fc.constantFrom('even' as const, 'level' as const),
      noteRate: fc.double({ min: 0, max: 0.1, noNaN: true }),
    });
    const property = fc.property(randomStudy(), terms, (study, edit) => {
      const scenarios = [-200, -100, 0, 100, 200].map((shockBp) => ({
        id: `${shockBp}`,
        title: 'parallel',
        kind: 'parallel' as const,
        shockBp,
        floorRate: null,
      }));
      const values = (group: 'loans' | 'borrowings') => {
        const book = bookFromPositions([row('p', group, { firstPrincipalMonth: 1, ...edit })]);
        const outcome = evaluate({ ...study, book, hedges: [], scenarios });
        return scenarios.map(({ id }) => measureOf(outcome, 'eve.value', id));
      };
      const asset = values('loans');
      for (let at = 1; at < asset.length; at += 1) {
        expect(asset[at]).toBeLessThan(asset[at - 1] ?? Number.NaN);
      }
      expect(values('borrowings')).toEqual(asset.map((value) => -value));
    });
    fc.assert(property, RUNS);
  });
});

describe('evaluate', () => {
  const flat = (rate: number) => [1, 6, 24, 120, 360].map((tenorMonths) => ({ tenorMonths, rate }));

  it('SCEN-2: a replay puts the curve of another date in place, spreads of the date stay', () => {
    const study = exampleStudy({
      book: bookFromPositions([
        row('bond', 'loans', { couponRate: 0, firstPrincipalMonth: 120, maturityMonth: 120 }),
        row('float', 'loans', { floats: true, rate: 0.05, maturityMonth: 60 }),
      ]),
      hedges: [],
      scenarios: [
        { id: '0', title: 'base', kind: 'parallel', shockBp: 0, floorRate: null },
        {
          id: 'then',
          title: 'another date',
          kind: 'replay',
          curve: { dateIso: '2022-12-30', quotes: flat(0.04) },
        },
      ],
    });
    const then = { ...study, market: { ...study.market, parQuotes: flat(0.04) } };
    // A fixed bond is worth what it is worth on that curve: 100 / 1.02^20 = 67.2971
    const only = (part: Study) => ({
      ...part,
      book: bookFromPositions(positionsFromBook(part.book).filter(({ id }) => id === 'bond')),
    });
    expect(measureOf(evaluate(only(study)), 'eve.value', 'then')).toBeCloseTo(67.297133, 5);
    expect(measureOf(evaluate(only(then)), 'eve.value', '0')).toBeCloseTo(67.297133, 5);
    // The floating position keeps its margin over the curve of the date and earns more.
    expect(measureOf(evaluate(study), 'nii.12m.change', 'then')).toBeGreaterThan(0);
  });

  it('EVAL-1: base values and yields stand in the order of the book', () => {
    const study = exampleStudy();
    expect(baseRowValues(study)).toHaveLength(study.book.id.length);
    const yields = baseRowYields(study);
    expect(yields[study.book.id.indexOf('cash')]).toBe(0); // no cash flows
    expect(yields[study.book.id.indexOf('fhlb')]).toBeCloseTo(0.03, 10); // at par
  });

  it('EVAL-3: base values are a copy: what a caller writes into it changes nothing later', () => {
    const study = exampleStudy();
    const outcome = evaluate(afresh(study));
    const first = baseRowValues(study);
    const kept = first.slice();
    first.fill(1e6);
    expect(baseRowValues(study)).toEqual(kept);
    expect(evaluate(study)).toEqual(outcome);
  });

  it('EVAL-1: a Study that was not parsed throws where it cannot be computed', () => {
    expect(() => evaluate(exampleStudy({ scenarios: [] }))).toThrow('no scenario "0"');
    const { market } = exampleStudy();
    const broken = exampleStudy({ market: { ...market, parQuotes: [] } });
    expect(() => evaluate(broken)).toThrow('does not build');
  });
});
