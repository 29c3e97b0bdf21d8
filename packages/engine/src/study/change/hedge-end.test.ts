import { describe, expect, it } from 'vitest';
import type { OptionHedge } from '../../balance-sheet/index.js';
import { carriedHedge } from '../../cash-flow/index.js';
import { applyChange } from '../apply-change.js';
import type { Change } from '../change.js';
import {
  exampleStudy,
  exampleValues,
  issueLines,
  valueOrThrow,
} from '../example-study.test-fixture.js';
import { hedgeOption } from '../hedge-part.test-fixture.js';
import { evaluate, measureOf, type Study, viewedIn } from '../index.js';

const header = { id: 'h', title: 'Hedge', rationale: '', sources: [], size: 1 };

describe('ending a hedge', () => {
  const ended = { id: 'end', title: 'End', rationale: '', sources: [], size: 1 };
  const terminate = (hedgeId: string, settlementUsdMillion: number, size = 1): Change => ({
    ...{ ...ended, size },
    kind: 'terminate-hedge',
    hedgeId,
    settlementUsdMillion,
    cashPositionId: 'cash',
  });
  const cashOf = (study: Study) => study.book.carryingUsdMillion[study.book.id.indexOf('cash')];
  const change = (study: Study, of: Change) => valueOrThrow(applyChange(study, of, exampleValues));
  const DEFERRAL = { id: 'end.deferral', model: 'fair-value', hedgedGroup: 'afs' } as const;

  it('CHANGE-22: half of a fair value hedge worth 6: cash gains 3, and so does the basis', () => {
    const study = exampleStudy();
    const after = change(study, terminate('swap-afs', 6, 0.5));
    expect(after.hedges).toEqual([{ ...study.hedges[0], notionalUsdMillion: 50 }]);
    expect(cashOf(after)).toBe(103);
    expect(after.hedgeDeferrals?.deferrals).toEqual([
      { ...DEFERRAL, deferredUsdMillion: 3, remainingMonths: 60 },
    ]);
    expect(after.capital).toEqual(study.capital);
  });

  it('CHANGE-22: at its value EVE of the date stays, and income carries 1.2 of 6 a year', () => {
    const study = exampleStudy();
    const worth = measureOf(evaluate(study), 'hedge.value', '0');
    const [before, after] = [study, change(study, terminate('swap-afs', worth))].map((each) =>
      evaluate(each),
    );
    if (before === undefined || after === undefined) throw new Error('two outcomes');
    expect(measureOf(after, 'eve.value', '0')).toBeCloseTo(measureOf(before, 'eve.value', '0'), 9);
    const removed = evaluate(
      change(study, { ...header, kind: 'remove-hedge', hedgeId: 'swap-afs' }),
    );
    for (const [id, share] of [
      ['nii.12m', 1 / 5],
      ['nii.24m', 2 / 5],
      ['nii.60m', 1],
    ] as const) {
      const carried = measureOf(after, id, '+200') - measureOf(removed, id, '+200');
      expect(carried).toBeCloseTo(worth * share, 9);
    }
    expect(measureOf(after, 'capital.economic.e0', '+200')).toBeCloseTo(
      measureOf(removed, 'capital.economic.e0', '+200'),
      9,
    );
  });

  it('CHANGE-22: an option leaves its settlement less the premium that is left', () => {
    const hedged = { model: 'cash-flow', hedgedGroup: 'borrowings' } as const;
    const bought = (edit: Partial<OptionHedge>) =>
      change(exampleStudy(), {
        ...header,
        kind: 'add-option',
        option: hedgeOption({ premiumUsdMillion: 4, ...edit }),
        cashPositionId: 'cash',
      });
    const after = change(bought(hedged), terminate('cap', 7));
    expect(cashOf(after)).toBe(103); // 100 - 4 + 7
    expect(after.hedgeDeferrals?.deferrals).toEqual([
      { ...hedged, id: 'end.deferral', deferredUsdMillion: 3, remainingMonths: 61 },
    ]);
    const free = change(bought({}), terminate('cap', 7));
    expect(free.hedgeDeferrals).toBeUndefined();
    expect(free.hedgeOptions).toBeUndefined();
  });

  const dedesignate = (hedgeId: string, accumulatedUsdMillion: number, size = 1): Change => ({
    ...{ ...ended, size },
    kind: 'dedesignate-hedge',
    hedgeId,
    accumulatedUsdMillion,
  });
  it('CHANGE-23: the hedge stays undesignated, what it gained is deferred', () => {
    const study = exampleStudy();
    const free = { ...study.hedges[0], model: 'undesignated', hedgedGroup: 'none' };
    const whole = change(study, dedesignate('swap-afs', 6));
    expect(whole.hedges).toEqual([free]);
    expect(whole.hedgeDeferrals?.deferrals).toEqual([
      { ...DEFERRAL, deferredUsdMillion: 6, remainingMonths: 60 },
    ]);
    const part = change(study, dedesignate('swap-afs', 6, 0.25));
    expect(part.hedges).toEqual([
      { ...study.hedges[0], notionalUsdMillion: 75 },
      { ...free, id: 'end.undesignated', notionalUsdMillion: 25 },
    ]);
    expect(part.hedgeDeferrals?.deferrals[0]?.deferredUsdMillion).toBe(1.5);
    const eve = (of: Study) => measureOf(evaluate(of), 'eve.change', '+200');
    expect(eve(part)).toBeCloseTo(eve(study), 9);
  });

  const release = (size = 1): Change => ({
    ...{ ...ended, id: 'early', size },
    kind: 'release-deferral',
    deferralId: 'end.deferral',
  });
  it('CHANGE-24: the basis of a breached layer comes in the first month, by its share', () => {
    const study = change(exampleStudy(), terminate('swap-afs', 6));
    const after = change(study, release(0.5));
    expect(after.hedgeDeferrals?.deferrals).toEqual([
      { ...DEFERRAL, deferredUsdMillion: 3, remainingMonths: 60 },
      { ...DEFERRAL, id: 'early.released', deferredUsdMillion: 3, remainingMonths: 1 },
    ]);
    // 3 at once, and of the other 3 a fifth, where it was a fifth of 6
    const income = (of: Study) => measureOf(evaluate(of), 'nii.12m', '0');
    expect(income(after) - income(study)).toBeCloseTo(3 + 0.6 - 1.2, 9);
    expect(after.capital).toEqual(study.capital);
  });

  it('CHANGE-24: AOCI of improbable funding goes to earnings: CET1 gains 0.75 x 8', () => {
    const cashFlow = { id: 'end.deferral', model: 'cash-flow', hedgedGroup: 'deposits' } as const;
    const deferral = { ...cashFlow, deferredUsdMillion: 8, remainingMonths: 40 };
    const study = exampleStudy({ hedgeDeferrals: { deferrals: [deferral] } });
    const after = change(study, release());
    expect(after.hedgeDeferrals).toBeUndefined();
    expect(after.capital.realisedLossUsdMillion).toBe(8);
    const { tangibleCommonEquityUsdMillion, aociAddBackUsdMillion } = study.capital;
    expect(after.capital).toMatchObject({ tangibleCommonEquityUsdMillion, aociAddBackUsdMillion });
    const cet1 = (of: Study) => measureOf(evaluate(of), 'capital.cet1Ratio') * 600;
    expect(cet1(after) - cet1(study)).toBeCloseTo(6, 9);
    const income = (of: Study) => measureOf(evaluate(of), 'nii.12m', '0');
    expect(income(after) - income(study)).toBeCloseTo(-8 * (12 / 40), 9);
  });

  it('INSTRUMENT-19: a deferral is worth nothing; income and what is carried add up to 0', () => {
    const deferral = { ...DEFERRAL, deferredUsdMillion: 8, remainingMonths: 40 };
    const study = exampleStudy({ hedges: [], hedgeDeferrals: { deferrals: [deferral] } });
    const outcome = evaluate(study);
    for (const scenario of ['0', '+200']) {
      for (const id of ['hedge.value', 'hedge.aoci', 'hedge.tce', 'hedge.margin.need']) {
        expect(measureOf(outcome, id, scenario), id).toBe(0);
      }
      const { program, view } = viewedIn(study, scenario);
      const { hedgeIncome, hedgeCash } = view.flows;
      expect([...hedgeCash].every((paid) => paid === 0)).toBe(true);
      for (const month of [0, 3, 39, 40, 60]) {
        const earned = hedgeIncome.slice(0, month).reduce((sum, each) => sum + each, 0);
        expect(earned).toBeCloseTo((8 * Math.min(40, month)) / 40, 12);
        expect(earned + carriedHedge(program, 0, view, month)).toBeCloseTo(0, 12);
      }
    }
  });

  const free = change(exampleStudy(), dedesignate('swap-afs', 6));
  const twice = change(exampleStudy(), dedesignate('swap-afs', 6, 0.5));
  const refused: readonly [what: string, study: Study, of: Change, issues: string[]][] = [
    ['no such hedge', exampleStudy(), terminate('x', 1), ['unknown-hedge /hedgeId']],
    ['more than all', exampleStudy(), terminate('swap-afs', 1, 1.5), ['size /size']],
    [
      'cash for it',
      exampleStudy(),
      terminate('swap-afs', -101),
      ['not-enough-cash /cashPositionId'],
    ],
    ['a hedge that is free', free, dedesignate('swap-afs', 1), ['designation /hedgeId']],
    ['no such deferral', exampleStudy(), release(), ['unknown-deferral /deferralId']],
    ['a deferral of that id', twice, terminate('swap-afs', 1), ['duplicate-id /id']],
    ['more than is deferred', free, release(2), ['size /size']],
  ];
  it.each(refused)('CHANGE-22, CHANGE-23, CHANGE-24: %s', (_what, study, of, issues) => {
    expect(issueLines(applyChange(study, of, exampleValues))).toEqual(issues);
  });
});
