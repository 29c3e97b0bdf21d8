import { describe, expect, it } from 'vitest';
import { ALL, LOCK, PARTS, PROPERTY, RIGHT, SEGMENT } from './capital-parts.test-fixture.js';
import {
  assumed,
  exampleStudy,
  issueLines,
  prepaymentModel,
  valueOrThrow,
} from './example-study.test-fixture.js';
import { evaluate } from './index.js';
import { parseStudy } from './parse-study.js';
import { studyToJson } from './study-to-json.js';

const json = (edit: unknown) => ({
  ...(studyToJson(exampleStudy(PARTS)) as object),
  ...(edit as object),
});

const regime = (edit: object) => json({ capitalRegime: { ...PARTS.capitalRegime, ...edit } });

describe('parts of capital at the door', () => {
  it('CAP-13: the parts survive the round trip, and their measures have values', () => {
    const study = exampleStudy(PARTS);
    expect(valueOrThrow(parseStudy(studyToJson(study)))).toEqual(study);
    const { measures } = evaluate(study);
    const value = (id: string) => measures.find((each) => each.id === id)?.value;
    // assets at carrying amounts 980, AFS at cost 200 in place of 180: 1,000 x 60 % + 12
    expect(value('capital.riskWeightedAssets.recomputed')).toBeCloseTo(612, 9);
    expect(value('capital.riskWeightedAssets.difference')).toBeCloseTo(12, 9);
    const change = measures.find((each) => each.id === 'eve.change' && each.scenario === '+200');
    expect(value('capital.interestRate.value')).toBe(Math.max(0, -(change?.value ?? Number.NaN)));
  });

  it.each([
    ['a weight above 1,250 %', { statedWeight: assumed(12.6) }, 'range', 'statedWeight/value'],
    ['a negative weight', { statedWeight: assumed(-0.1) }, 'range', 'statedWeight/value'],
    ['no weight', { statedWeight: null }, 'stated-weight', 'statedWeight'],
    ['a weight beside a class', { exposure: 'cash' }, 'stated-weight', 'statedWeight'],
    ['an unknown class', { exposure: 'gold' }, 'enum', 'exposure'],
    ['an unknown product', { product: 'gold' }, 'unknown-product', 'product'],
  ])('CAP-13: %s is refused', (_, edit, code, term) => {
    const weight = { ...PARTS.capitalRegime?.riskWeights[0], ...edit };
    expect(issueLines(parseStudy(regime({ riskWeights: [weight] })))).toEqual([
      `${code} /capitalRegime/riskWeights/0/${term}`,
    ]);
  });

  it('CAP-13: a share of the phase-in outside 0 to 1 is refused with its source', () => {
    const cited = { ...assumed(1.2), note: 'proposal of March 2026' };
    const found = parseStudy(regime({ aociPhaseIn: [assumed(0.2), cited] }));
    expect(issueLines(found)).toEqual(['range /capitalRegime/aociPhaseIn/1/value']);
    expect(found.ok ? '' : found.issues[0]?.got).toBe('1.2 (source: proposal of March 2026)');
  });

  it('CAP-13: a scenario that the Study does not have is refused', () => {
    const interestRateCapital = { ...PARTS.interestRateCapital, scenarios: ['+200', '+900'] };
    expect(issueLines(parseStudy(json({ interestRateCapital })))).toEqual([
      'unknown-scenario /interestRateCapital/scenarios/1',
    ]);
  });
});

const full = (edit: unknown) => ({
  ...(studyToJson(exampleStudy(ALL)) as object),
  ...(edit as object),
});

describe('plans, credit losses and mortgage banking at the door', () => {
  it('CPATH-12: the parts survive the round trip, and every measure has a value', () => {
    const study = exampleStudy(ALL);
    expect(valueOrThrow(parseStudy(studyToJson(study)))).toEqual(study);
    const { refused } = evaluate(study);
    const ours = refused
      .map(({ id }) => id)
      .filter((id) => /^(capital\.path|creditLoss|mortgageBanking)\./.test(id));
    expect(ours).toEqual([]);
  });

  const plan = (edit: object) => full({ capitalPlan: { ...ALL.capitalPlan, ...edit } });
  const sale = (quarter: number) => ({ quarter, share: assumed(0.5) });

  it.each([
    ['thirteen quarters', { quarters: 13 }, 'range /capitalPlan/quarters'],
    ['no quarter', { quarters: 0 }, 'range /capitalPlan/quarters'],
    ['a negative dividend', { dividendUsdMillion: assumed(-1) }, 'range /capitalPlan/dividend'],
    ['a shrinking bank', { growthRate: assumed(-0.5) }, 'range /capitalPlan/growthRate/value'],
    ['a late sale', { quarters: 4, sales: [sale(5)] }, 'range /capitalPlan/sales/0/quarter'],
    ['two sales', { sales: [sale(2), sale(2)] }, 'duplicate-id /capitalPlan/sales/1/quarter'],
    ['an unknown tax', { tax: { kind: 'none' } }, 'enum /capitalPlan/tax/kind'],
    [
      'a rate of distribution above 1',
      { tax: { kind: 's-corporation', distributionRate: assumed(1.1) } },
      'range /capitalPlan/tax/distributionRate/value',
    ],
  ])('CPATH-12: %s is refused', (_, edit, line) => {
    const lines = issueLines(parseStudy(plan(edit)));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(line);
  });

  it('CPATH-12: a tax rate of the bank outside 0 to 1 is refused', () => {
    const capital = { ...exampleStudy().capital, taxRate: 1.01 };
    expect(issueLines(parseStudy(full({ capital })))).toEqual(['range /capital/taxRate']);
  });

  it.each([
    ['an unknown product', { product: 'gold' }, 'unknown-product /creditLoss/segments/0/product'],
    ['a loss above all', { lifetimeLossRate: assumed(1.2) }, 'lifetimeLossRate/value'],
    ['a value of nothing', { property: { ...PROPERTY, loanToValue: assumed(0) } }, 'loanToValue'],
    ['a cap rate of 0', { property: { ...PROPERTY, capRate: assumed(0) } }, 'capRate/value'],
    ['no coverage', { property: { ...PROPERTY, requiredCoverage: assumed(0) } }, 'Coverage/value'],
  ])('CREDIT-8: %s is refused', (_, edit, line) => {
    const creditLoss = { ...ALL.creditLoss, segments: [{ ...SEGMENT, ...edit }] };
    const lines = issueLines(parseStudy(full({ creditLoss })));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(line);
  });

  it('CREDIT-8: two segments of one product are refused', () => {
    const creditLoss = { ...ALL.creditLoss, segments: [SEGMENT, { ...SEGMENT, id: 'again' }] };
    expect(issueLines(parseStudy(full({ creditLoss })))).toEqual([
      'duplicate-id /creditLoss/segments/1/product',
    ]);
  });

  it.each([
    ['a share above 1', { rateLocks: [{ ...LOCK, pullThrough: assumed(1.1) }] }, 'pullThrough'],
    ['361 months', { rateLocks: [{ ...LOCK, termMonths: assumed(361) }] }, 'termMonths/value'],
    ['an id twice', { servicing: [RIGHT, RIGHT] }, 'duplicate-id /mortgageBanking/servicing/1/id'],
    [
      'a speed at most under the least',
      {
        servicing: [{ ...RIGHT, prepayment: { ...prepaymentModel('mbs'), maxCpr: assumed(0.01) } }],
      },
      'order /mortgageBanking/servicing/0/prepayment/minCpr/value',
    ],
  ])('MORTGAGE-7: %s is refused', (_, edit, line) => {
    const mortgageBanking = { ...ALL.mortgageBanking, ...edit };
    const lines = issueLines(parseStudy(full({ mortgageBanking })));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(line);
  });
});
