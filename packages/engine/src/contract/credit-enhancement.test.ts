import { describe, expect, it } from 'vitest';
import { base, eventsOf, flowsOf, loan } from './composed-contract.test-fixture.js';
import { projectContract } from './contract-events.js';
import { parseContractCase } from './parse-contract-case.js';
import type { ProjectContract } from './project-contract.js';

function part(referenceRole: string, object: unknown, referenceType = 'CNT') {
  return { object, referenceType, referenceRole };
}

const second = loan({
  contractID: 'second',
  notionalPrincipal: 500,
  maturityDate: '2021-06-01',
  marketObjectCode: 'SECOND',
});
const covered = [part('COVE', loan({ marketObjectCode: 'FIRST' })), part('COVE', second)];
const byId = [part('COVE', { contractIdentifier: 'loan' }, 'CID')];

function defaultOn(time: string, contractId = 'loan', contractPerformance = 'DF') {
  return { time, type: 'CE', value: 0, contractId, states: { contractPerformance } };
}

// Half a month after the payments of March: 5 and 2.5 of interest at 12 per cent a year.
const middle = '2021-03-16';

describe('guarantees', () => {
  it.each([
    ['NO', 1500],
    ['NI', 1507.5],
    ['MV', 1230],
  ])('COMPOSED-15: exposure %s of two loans is %d, covered by half', (guaranteedExposure, sum) => {
    const terms = base('CEG', 'SEL', {
      contractStructure: covered,
      guaranteedExposure,
      coverageOfCreditEnhancement: '0.5',
    });
    const events = eventsOf({
      terms,
      observed: { FIRST: { [middle]: 800 }, SECOND: { [middle]: 430 } },
      eventsObserved: [defaultOn(middle, 'second')],
    });
    expect(events).toMatchObject([
      { eventType: 'XD', payoff: 0, exerciseDate: `${middle}T00:00:00` },
      { eventType: 'STD', notionalPrincipal: 0 },
    ]);
    if (typeof events === 'string') throw new Error(events);
    expect(events[0]?.notionalPrincipal).toBeCloseTo(-sum / 2, 10);
    expect(events[1]?.payoff).toBeCloseTo(-sum / 2, 10);
  });

  it.each([
    ['bought later', { purchaseDate: '2021-03-20', priceAtPurchaseDate: 1 }, 500],
    ['bought before', { purchaseDate: '2021-02-20', priceAtPurchaseDate: 1 }, 1500],
    ['terminated before', { terminationDate: '2021-02-20', priceAtTerminationDate: 1 }, 500],
    ['matured before', { maturityDate: '2021-02-20' }, 500],
    ['begun before its status date', { statusDate: '2021-03-16' }, 1500],
  ])('COMPOSED-15: a covered loan %s', (_, more, paid) => {
    const contractStructure = [part('COVE', loan(more)), part('COVE', second)];
    const terms = base('CEG', 'BUY', { contractStructure });
    expect(flowsOf({ terms, eventsObserved: [defaultOn(middle)] })).toEqual([
      [middle, 'XD', 0],
      [middle, 'STD', paid],
    ]);
  });

  it('COMPOSED-15: a stated notional; the maturity of the terms, else the last one covered', () => {
    const stated = { contractStructure: byId, notionalPrincipal: 900, maturityDate: '2021-05-01' };
    const deal = { purchaseDate: '2021-01-04', priceAtPurchaseDate: 7 };
    expect(eventsOf({ terms: base('CEG', 'BUY', { ...stated, ...deal }) })).toMatchObject([
      { eventType: 'PRD', payoff: -7, notionalPrincipal: 900, exerciseAmount: 0 },
      { eventDate: '2021-05-01T00:00:00', eventType: 'MD', payoff: 0, notionalPrincipal: 0 },
    ]);
    expect(flowsOf({ terms: base('CEG', 'BUY', { contractStructure: covered }) })).toEqual([
      ['2021-06-01', 'MD', 0],
    ]);
    const unknown = { terms: base('CEG', 'BUY', { contractStructure: byId }) };
    expect(flowsOf(unknown)).toBe('missing maturityDate nothing');
  });

  const guarantee = { contractStructure: byId, notionalPrincipal: 900, maturityDate: '2021-05-01' };
  const settled = { settlementPeriod: 'P5D', calendar: 'MF', businessDayConvention: 'CSF' };

  it('COMPOSED-16: the first covered event fixes the amount, paid on a business day after', () => {
    const terms = base('CEG', 'BUY', { ...guarantee, ...settled });
    const eventsObserved = [defaultOn('2021-04-20'), defaultOn(middle)];
    // 2021-03-21 was a Sunday.
    expect(flowsOf({ terms, eventsObserved })).toEqual([
      [middle, 'XD', 0],
      ['2021-03-22', 'STD', 900],
    ]);
  });

  it.each([
    ['of another contract', [defaultOn(middle, 'other')], {}],
    ['after maturity', [defaultOn('2021-05-02')], {}],
    ['of a kind not covered', [defaultOn(middle, 'loan', 'DQ')], {}],
    ['a default where delay is covered', [defaultOn(middle)], { creditEventTypeCovered: 'DL' }],
  ])('COMPOSED-16: an event %s exercises nothing', (_, eventsObserved, more) => {
    const terms = base('CEG', 'BUY', { ...guarantee, ...more });
    expect(flowsOf({ terms, eventsObserved })).toEqual([['2021-05-01', 'MD', 0]]);
  });

  it('COMPOSED-16: several kinds may be covered; an event on the maturity counts', () => {
    const terms = base('CEG', 'BUY', { ...guarantee, creditEventTypeCovered: ['DL', 'DQ'] });
    const eventsObserved = [defaultOn('2021-05-01', 'loan', 'DQ')];
    expect(flowsOf({ terms, eventsObserved })).toEqual([
      ['2021-05-01', 'XD', 0],
      ['2021-05-01', 'STD', 900],
    ]);
  });

  const fee = {
    cycleAnchorDateOfFee: '2021-01-31',
    cycleOfFee: 'P1ML1',
    dayCountConvention: '30E360',
    statusDate: '2020-12-30',
  };

  it('COMPOSED-17: an absolute fee, and at exercise the part of it that is owed', () => {
    const terms = base('CEG', 'SEL', { ...guarantee, ...fee, feeBasis: 'A', feeRate: 7 });
    // 18 of the 32 days from 28 February to 31 March: 3.9375 of 7.
    expect(flowsOf({ terms, eventsObserved: [defaultOn(middle)] })).toEqual([
      ['2021-01-31', 'FP', -7],
      ['2021-02-28', 'FP', -7],
      [middle, 'XD', 0],
      [middle, 'STD', expect.closeTo(-903.9375, 10)],
    ]);
  });

  it('COMPOSED-15: a covered contract is run once, however often it is looked at', () => {
    const terms = base('CEG', 'BUY', {
      ...guarantee,
      ...fee,
      notionalPrincipal: undefined,
      contractStructure: [part('COVE', loan()), part('COVE', second)],
      feeBasis: 'N',
      feeRate: '0.04',
    });
    const parsed = parseContractCase({ terms, eventsObserved: [defaultOn(middle)] });
    if (!parsed.ok) throw new Error('no contract');
    const runs: string[] = [];
    const project: ProjectContract = (covered, context) => {
      runs.push(String(covered.contractID));
      return projectContract(covered, context);
    };
    const rows = projectContract(parsed.value.terms, { ...parsed.value, project });
    expect(rows.ok && rows.value.map(({ type }) => type)).toEqual(['FP', 'FP', 'XD', 'STD']);
    expect(runs).toEqual([...new Set(runs)]);
    expect(runs.length).toBeGreaterThan(0);
  });

  it('COMPOSED-17: a yearly fee on the amount covered', () => {
    const terms = base('CEG', 'BUY', { ...guarantee, ...fee, feeBasis: 'N', feeRate: '0.04' });
    // 900 x 4 % is 36 a year, 3 a month, 0.1 a day: 30 days, 28, then 18 and the amount.
    expect(flowsOf({ terms, eventsObserved: [defaultOn(middle)] })).toMatchObject([
      ['2021-01-31', 'FP', expect.closeTo(3, 12)],
      ['2021-02-28', 'FP', expect.closeTo(2.8, 12)],
      [middle, 'XD', 0],
      [middle, 'STD', expect.closeTo(901.8, 10)],
    ]);
    const unclear = base('CEG', 'BUY', { ...guarantee, ...fee, feeRate: 7 });
    expect(flowsOf({ terms: unclear })).toBe('missing /terms/feeBasis nothing');
  });
});

describe('collateral', () => {
  const gold = {
    contractType: 'COM',
    contractRole: 'RPA',
    contractID: 'gold',
    statusDate: '2020-12-31',
    currency: 'USD',
    marketObjectCode: 'GOLD',
    quantity: '3',
  };
  const collateral = (role: string, more: object = {}) =>
    base('CEC', role, { contractStructure: [...covered, part('COVI', gold)], ...more });

  it.each([
    ['BUY', 600, 1500],
    ['BUY', 400, 1200],
    ['SEL', 600, -1500],
    ['SEL', 400, -1200],
  ])('COMPOSED-18: %s, three pieces at %d against a claim of 1500: %d', (role, price, paid) => {
    const observed = { GOLD: { [middle]: price } };
    const events = eventsOf({
      terms: collateral(role, { settlementPeriod: 'P1D' }),
      observed,
      eventsObserved: [defaultOn(middle)],
    });
    expect(events).toMatchObject([
      { eventType: 'XD', notionalPrincipal: 1500 * Math.sign(paid), exerciseAmount: paid },
      { eventDate: '2021-03-17T00:00:00', eventType: 'STD', payoff: paid, notionalPrincipal: 0 },
    ]);
  });

  it('COMPOSED-18: matures with the last covered contract; needs collateral and its price', () => {
    expect(flowsOf({ terms: collateral('BUY') })).toEqual([['2021-06-01', 'MD', 0]]);
    expect(flowsOf({ terms: collateral('BUY'), eventsObserved: [defaultOn(middle)] })).toBe(
      'fixing.missing marketObjectCode nothing',
    );
    expect(flowsOf({ terms: base('CEC', 'BUY', { contractStructure: covered }) })).toBe(
      'missing contractStructure none',
    );
  });
});
