import { describe, expect, it } from 'vitest';
import { assetLongBank } from '../hedge/asset-long-bank.test-fixture.js';
import { HEDGE_CATALOGUE, PARALLEL_HISTORY, USUAL_TERMS } from '../hedge/index.js';
import { valueOrThrow } from '../study/example-study.test-fixture.js';
import { evaluateHedges, type HedgeQuestion } from './evaluate-hedges.js';
import { hedgeAnswer, needsNothing } from './hedge-answer.js';

const study = assetLongBank();

function answered(edit: Partial<HedgeQuestion>) {
  const question: HedgeQuestion = {
    ...{ structures: HEDGE_CATALOGUE, sizeTo: 'true-risk', target: null, scenario: null },
    ...{ terms: USUAL_TERMS, history: PARALLEL_HISTORY, laterRates: [], quarters: 4 },
    ...edit,
  };
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
    const count = found.hedges.reduce((sum, hedge) => sum + hedge.breaks.length, 0);
    expect(breaks?.rows.length).toBe(count);
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

  it('HEDGE-22: a hedge that takes capital where it is lowest is not said to keep it', () => {
    const told = (id: string) =>
      answered({ structures: only(id), sizeTo: 'notional', target: 10 }).answer.findings[1];
    expect(told('bullet-5')).toMatch(/It keeps [\d.]+ million of economic CET1 at \+200 and keeps/);
    expect(told('receive-5')).toMatch(
      /It takes [\d.]+ million of economic CET1 at \+200 and takes/,
    );
  });

  it('HEDGE-11: a notional of nothing or less is refused, not dealt the other way', () => {
    for (const target of [0, -100]) {
      const refused = evaluateHedges(study, {
        ...{ structures: only('bullet-5'), sizeTo: 'notional', target, scenario: null },
        ...{ terms: USUAL_TERMS, history: PARALLEL_HISTORY, laterRates: [], quarters: 4 },
      });
      expect(refused.ok ? '' : refused.issues[0]?.code).toBe('hedge.target');
    }
  });

  it('HEDGE-12: nothing to hedge is said, and is no failure', () => {
    const met = answered({ sizeTo: 'eve-limit', target: 90, structures: only('bullet-5') });
    expect(needsNothing(met.found.left)).toBe(true);
    expect(met.answer.findings).toEqual([
      'Sized to eve-limit: 90% of base EVE lost at most; scenario +200.',
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
      ...{ history: PARALLEL_HISTORY, laterRates: [], quarters: 4 },
    });
    expect(gains.ok ? '' : gains.issues[0]?.code).toBe('hedge.target');
  });
});
