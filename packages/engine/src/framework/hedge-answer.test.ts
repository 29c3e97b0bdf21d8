import { describe, expect, it } from 'vitest';
import { assetLongBank } from '../hedge/asset-long-bank.test-fixture.js';
import {
  assetsUsdMillion,
  HEDGE_CATALOGUE,
  PARALLEL_HISTORY,
  USUAL_TERMS,
} from '../hedge/index.js';
import { valueOrThrow } from '../study/example-study.test-fixture.js';
import { evaluateHedges, type HedgeQuestion } from './evaluate-hedges.js';
import { hedgeAnswer, needsNothing, unknownPath } from './hedge-answer.js';

const study = assetLongBank();

const QUESTION: HedgeQuestion = {
  ...{ structures: HEDGE_CATALOGUE, sizeTo: 'true-risk', target: null, scenario: null },
  ...{ terms: USUAL_TERMS, history: PARALLEL_HISTORY, laterRates: [], quarters: 4, paths: null },
};

function answered(edit: Partial<HedgeQuestion>) {
  const question: HedgeQuestion = { ...QUESTION, ...edit };
  const found = valueOrThrow(evaluateHedges(study, question));
  return { found, answer: hedgeAnswer(study, question, found) };
}
const only = (...ids: readonly string[]) => HEDGE_CATALOGUE.filter(({ id }) => ids.includes(id));

describe('an answer about hedges', () => {
  const { found, answer } = answered({});

  it('HEDGE-24: one row a hedge, the numbers of the assessment in it, every break in words', () => {
    const comparison = answer.tables.find(({ id }) => id === 'hedge-comparison');
    expect(comparison?.rows.map(([title, notional, cost]) => [title, notional, cost])).toEqual(
      found.hedges.map(({ comparison: { title, notionalUsdMillion }, cost }) => [
        title,
        notionalUsdMillion,
        cost.aYear,
      ]),
    );
    const breaks = answer.tables.find(({ id }) => id === 'hedge-breaks');
    const worlds = found.hedges.flatMap((hedge) =>
      hedge.breaks.flatMap((each) => (each.kind === 'assumption-failure' ? [each.world] : [])),
    );
    const count = found.hedges.reduce((sum, hedge) => sum + hedge.breaks.length, 0);
    // one failure is the hardest for all: said once beneath the table, not once a hedge
    expect(new Set(worlds).size).toBe(1);
    expect(breaks?.rows.length).toBe(count - worlds.length);
    expect(breaks?.notes[0]).toContain(`"${worlds[0]}" is the hardest failure with every hedge`);
    expect(breaks?.rows.every(([, , words]) => /^[A-Z].+\.$/.test(String(words)))).toBe(true);
  });

  it('HEDGE-23: futures, whose carry stands in the price, are not ranked with the others', () => {
    const futures = found.hedges.filter(({ tradedAs }) => tradedAs === 'exchange');
    expect(futures.length).toBe(3);
    const [, least] = answer.findings;
    expect(least).toContain('Least cost at forwards: ');
    expect(futures.some(({ comparison }) => least?.includes(comparison.title))).toBe(false);
    const alone = answered({ structures: only('treasury-5') });
    expect(alone.answer.findings[1]).toContain('Treasury futures 5Y sold');
  });

  it('HEDGE-23: that forwards are no forecast is said, and what dealing alone costs', () => {
    const [best] = answered({ structures: only('bullet-5') }).found.hedges;
    if (best === undefined) throw new Error('a hedge');
    const { answer: told } = answered({ structures: only('bullet-5') });
    expect(told.findings[2]).toMatch(/^Forwards are prices, not a forecast: .+ million a year\.$/);
    // at 3% flat NII gives up nothing: all of the cost is bid-offer and margin funding
    const words = JSON.stringify(told.tables.find(({ id }) => id === 'hedge-breaks')?.rows);
    expect(words).toContain('Lost are');
    expect(best.cost.forwardExpected).toBeGreaterThan(0);
  });

  it('HEDGE-24: scenarios in legends and sentences are basis points', () => {
    const protection = answer.pictures.find(({ id }) => id === 'hedge-protection');
    const names = protection?.kind === 'bars' ? protection.series.map(({ name }) => name) : [];
    expect(names).toContain('+200 bp');
    expect(names.every((name) => name.endsWith(' bp'))).toBe(true);
    expect(answer.findings[0]).toMatch(/scenario \+200 bp\.$/);
  });

  it('HEDGE-22: a hedge that takes capital where it is lowest is not said to keep it', () => {
    const told = (id: string) =>
      answered({ structures: only(id), sizeTo: 'notional', target: 10 }).answer.findings[1];
    expect(told('bullet-5')).toMatch(
      /It keeps [\d.]+ million of economic CET1 at \+200 bp and keeps/,
    );
    expect(told('receive-5')).toMatch(
      /It takes [\d.]+ million of economic CET1 at \+200 bp and takes/,
    );
  });

  it('HEDGE-11: a notional of nothing or less is refused, not dealt the other way', () => {
    for (const target of [0, -100]) {
      const refused = evaluateHedges(study, {
        ...{ structures: only('bullet-5'), sizeTo: 'notional', target, scenario: null },
        ...{
          terms: USUAL_TERMS,
          history: PARALLEL_HISTORY,
          laterRates: [],
          quarters: 4,
          paths: null,
        },
      });
      expect(refused.ok ? '' : refused.issues[0]?.code).toBe('hedge.target');
    }
  });

  it('HEDGE-11: a target that sizes no hedge is refused, a size beyond the bank left out', () => {
    const ask = (sizeTo: HedgeQuestion['sizeTo'], target: number) =>
      evaluateHedges(study, {
        ...{ structures: only('bullet-5'), sizeTo, target, scenario: null, paths: null },
        ...{ terms: USUAL_TERMS, history: PARALLEL_HISTORY, laterRates: [], quarters: 4 },
      });
    for (const [sizeTo, target] of [
      ['eve-limit', -5],
      ['nii-limit', -0.1],
      ['cheapest', -50],
      ['eve-limit', 101],
      ['true-risk', 1e6],
      ['dv01', -1],
      ['duration', 1e6],
      ['notional', 1e9],
    ] as const) {
      const refused = ask(sizeTo, target);
      expect([sizeTo, refused.ok ? '' : refused.issues[0]?.code]).toEqual([sizeTo, 'hedge.target']);
    }
    // a swap of two months has too little length for a duration of -100 years
    const short = only('bullet-5').map((structure) => ({
      ...structure,
      legs: structure.legs.map((leg) => ({ ...leg, maturityMonth: 2 })),
    }));
    const { found: judged } = answered({ structures: short, sizeTo: 'duration', target: -100 });
    const most = 10 * assetsUsdMillion(study);
    expect(judged.left[0]?.issues[0]).toMatchObject({
      code: 'hedge.size',
      expected: `a notional of at most ${most} million, 10 times the assets of the bank`,
    });
  });

  it('HEDGE-24: the path of least cost is told, that of another or of all when asked for', () => {
    const tablesOf = (paths: string | null) => {
      const two = { structures: only('bullet-5', 'bullet-10'), paths };
      const { found: judged, answer: told } = answered(two);
      return {
        issues: unknownPath({ ...QUESTION, paths }, judged),
        paths: told.tables.filter(({ id }) => id.startsWith('hedge-path-')),
      };
    };
    expect(tablesOf('all').paths.map(({ id }) => id)).toEqual([
      'hedge-path-bullet-5',
      'hedge-path-bullet-10',
    ]);
    expect(tablesOf('bullet-10').paths.map(({ id }) => id)).toEqual(['hedge-path-bullet-10']);
    const usual = tablesOf(null).paths;
    expect(usual.length).toBe(1);
    expect(usual[0]?.notes[0]).toMatch(/^Paths of the others: --paths all, or bullet-(5|10)\.$/);
    expect(tablesOf('bullet-7').issues).toMatchObject([
      { code: 'hedge.paths', expected: 'one of all, bullet-5, bullet-10', got: '"bullet-7"' },
    ]);
  });

  it('HEDGE-12: nothing to hedge is said, and is no failure', () => {
    const met = answered({ sizeTo: 'eve-limit', target: 90, structures: only('bullet-5') });
    expect(needsNothing(met.found.left)).toBe(true);
    expect(met.answer.findings).toEqual([
      'Sized to an EVE limit: 90% of base EVE lost at most; scenario +200 bp.',
      'The target is met without a hedge.',
    ]);
    expect(met.answer.pictures).toEqual([]);
  });

  it('HEDGE-5: the AFS book alone is less than the whole, and a gain cannot be offset', () => {
    const whole = found.hedges[0]?.comparison.notionalUsdMillion ?? 0;
    const afs = answered({ sizeTo: 'afs-book', structures: only('ladder-2-5-7') }).found;
    expect(afs.hedges[0]?.comparison.notionalUsdMillion).toBeGreaterThan(0);
    expect(afs.hedges[0]?.comparison.notionalUsdMillion).not.toBeCloseTo(whole, 3);
    const question = { ...{ structures: HEDGE_CATALOGUE, sizeTo: 'true-risk' }, target: null };
    const gains = evaluateHedges(study, {
      ...{ ...question, sizeTo: 'true-risk', scenario: '-100', terms: USUAL_TERMS },
      ...{ history: PARALLEL_HISTORY, laterRates: [], quarters: 4, paths: null },
    });
    expect(gains.ok ? '' : gains.issues[0]?.code).toBe('hedge.target');
  });
});
