import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FUTURE_CONTRACTS, OPTION_HEDGE_KINDS } from '../balance-sheet/index.js';
import { applyChange } from './apply-change.js';
import { assumed, SEED, valueOrThrow } from './example-study.test-fixture.js';
import type { ValueNode } from './explain/explanation.js';
import { hedgeFuture, hedgeOption } from './hedge-part.test-fixture.js';
import { evaluate, explain, parseStudy, type Study, studyToJson } from './index.js';
import { randomStudy } from './random-study.test-fixture.js';

const share = fc.double({ min: 0, max: 1, noNaN: true });

const anyOption = fc
  .record({
    kind: fc.constantFrom(...OPTION_HEDGE_KINDS),
    position: fc.constantFrom('bought' as const, 'sold' as const),
    notionalUsdMillion: fc.double({ min: 1, max: 500, noNaN: true }),
    strikeRate: fc.double({ min: -0.01, max: 0.08, noNaN: true }),
    paymentMonths: fc.constantFrom(1, 3, 6, 12),
    startMonth: fc.integer({ min: 1, max: 36 }),
    periods: fc.integer({ min: 1, max: 20 }),
    volatility: fc.double({ min: 0, max: 0.03, noNaN: true }),
    premiumUsdMillion: fc.double({ min: -5, max: 5, noNaN: true }),
  })
  .map(({ periods, volatility, ...terms }) =>
    hedgeOption({
      ...terms,
      ...(terms.kind === 'collar' ? { floorRate: terms.strikeRate - 0.01 } : {}),
      maturityMonth: terms.startMonth + periods * terms.paymentMonths,
      normalVolatility: assumed(volatility),
    }),
  );

const anyFuture = fc
  .record({
    contract: fc.constantFrom(...FUTURE_CONTRACTS),
    notionalUsdMillion: fc.double({ min: -500, max: 500, noNaN: true }),
    startMonth: fc.integer({ min: 0, max: 24 }),
    quarters: fc.integer({ min: 2, max: 40 }),
    margin: share,
    designated: fc.boolean(),
    rolls: fc.boolean(),
  })
  .map(({ contract, quarters, margin, designated, rolls, ...terms }) =>
    hedgeFuture({
      ...terms,
      contract,
      maturityMonth: terms.startMonth + 3 * quarters,
      initialMarginShare: assumed(margin),
      ...(contract === 'sofr' ? {} : { couponRate: 0.05 }),
      ...(designated ? { model: 'cash-flow', hedgedGroup: 'borrowings' } : {}),
      ...(rolls ? { roll: { everyMonths: 3, untilMonth: 30, costBp: assumed(1) } } : {}),
    }),
  );

/** Any small Study with an option, a future and what an ended hedge has left. */
const hedgedStudy = fc
  .tuple(randomStudy(), anyOption, anyFuture, fc.integer({ min: 1, max: 90 }))
  .map(
    ([study, option, future, remainingMonths]): Study => ({
      ...study,
      hedgeOptions: { options: [option] },
      hedgeFutures: { futures: [future] },
      hedgeDeferrals: {
        deferrals: [
          {
            id: 'ended',
            model: 'fair-value',
            hedgedGroup: 'loans',
            deferredUsdMillion: -2,
            remainingMonths,
          },
        ],
      },
    }),
  );

function all(of: ValueNode): ValueNode[] {
  return [of, ...of.children.flatMap(all)];
}

describe(`any Study with any hedges (seed ${SEED})`, () => {
  it('INSTRUMENT-12: the door lets it in as it was written', () => {
    const property = fc.property(hedgedStudy, (study) => {
      expect(valueOrThrow(parseStudy(studyToJson(study)))).toEqual(study);
    });
    fc.assert(property, { seed: SEED, numRuns: 50 });
  });

  it('INSTRUMENT-12: every measure has a finite value, and every tree adds up', () => {
    const property = fc.property(hedgedStudy, (study) => {
      const outcome = evaluate(study);
      expect(outcome.refused.filter(({ issue }) => issue.code === 'measure.not-finite')).toEqual(
        [],
      );
      for (const { id, scenario } of outcome.measures) {
        const explained = valueOrThrow(explain(outcome, id, { scenario }));
        for (const node of all(explained.root)) {
          const sizes = node.children.map(({ value }) => Math.abs(value));
          const scale = Math.max(Math.abs(node.value), ...sizes, 1e-2);
          expect(Math.abs(node.residual), `${id}: ${node.title}`).toBeLessThanOrEqual(1e-9 * scale);
        }
      }
    });
    fc.assert(property, { seed: SEED, numRuns: 5 });
  });

  it('INSTRUMENT-12: with its hedges removed it is the bank without them, in every bit', () => {
    const property = fc.property(hedgedStudy, (study) => {
      const { hedgeDeferrals: _ended, ...hedged } = study;
      const { hedgeOptions: _options, hedgeFutures: _futures, ...bare } = hedged;
      const left = ['cap', 'strip'].reduce<Study>((before, hedgeId) => {
        const header = { id: hedgeId, title: hedgeId, rationale: '', sources: [], size: 1 };
        const change = { ...header, kind: 'remove-hedge', hedgeId } as const;
        return valueOrThrow(applyChange(before, change, () => new Float64Array(0)));
      }, hedged);
      expect(evaluate(left)).toEqual(evaluate(bare));
    });
    fc.assert(property, { seed: SEED, numRuns: 5 });
  });
});
