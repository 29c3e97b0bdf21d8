import { describe, expect, it } from 'vitest';
import { eventsOf, flowsOf, loan } from './composed-contract.test-fixture.js';
import { parseTerms } from './parse-terms.js';

/** Code and term of each issue of the terms, or of the run when the terms are in order. */
function refused(more: Readonly<Record<string, unknown>>): unknown {
  return eventsOf({ terms: loan(more) });
}

const LINEAR = {
  contractType: 'LAM',
  cycleAnchorDateOfPrincipalRedemption: '2021-02-01',
  cycleOfPrincipalRedemption: 'P1ML1',
  maturityDate: undefined,
};

describe('terms as written', () => {
  it('CONTRACT-1: numbers as text with blanks, other spellings, NULL and empty as absent', () => {
    const written = parseTerms(
      loan({
        notionalPrincipal: '  1000 ',
        calendar: 'NOCALENDAR',
        businessDayConvention: 'NULL',
        scalingEffect: 'INO',
        marketObjectCodeOfScalingIndex: 'CPI',
        scalingIndexAtContractDealDate: '1e2',
        rateSpread: null,
        purchaseDate: '',
      }),
    );
    if (!written.ok) throw new Error(JSON.stringify(written.issues));
    expect(written.value.notionalPrincipal).toBe(1000);
    expect(written.value.calendar).toBe('NC');
    expect(written.value.businessDayConvention).toBeUndefined();
    expect(written.value.scalingEffect).toBe('IN0');
    expect(written.value.scalingIndexAtContractDealDate).toBe(100);
    expect(Object.keys(written.value)).not.toContain('rateSpread');
  });

  it('CONTRACT-1: one value or a list', () => {
    const arrays = (value: unknown) =>
      parseTerms({ contractType: 'LAX', arrayNextPrincipalRedemptionPayment: value });
    for (const [value, numbers] of [
      [20, [20]],
      ['20', [20]],
      [
        [20, ' 30'],
        [20, 30],
      ],
      ['[20, 30]', [20, 30]],
    ]) {
      expect(arrays(value)).toMatchObject({
        ok: true,
        value: { arrayNextPrincipalRedemptionPayment: numbers },
      });
    }
  });

  const BAD: readonly (readonly [string, Readonly<Record<string, unknown>>, string])[] = [
    ['an unknown term', { notionalPrincipl: 1 }, 'unknown-term /terms/notionalPrincipl'],
    ['a term of another type', { optionStrike1: 1 }, 'not-applicable /terms/optionStrike1'],
    ['an unknown type', { contractType: 'PAN' }, 'enum /terms/contractType'],
    ['a day that is not', { maturityDate: '2021-02-30' }, 'date.none /terms/maturityDate'],
    [
      'an hour that is not',
      { maturityDate: '2021-02-01T24:00:00' },
      'date.time /terms/maturityDate',
    ],
    ['a date of another shape', { maturityDate: '01/04/2021' }, 'date.format /terms/maturityDate'],
    ['a number as date', { maturityDate: 20210401 }, 'date.format /terms/maturityDate 20210401'],
    ['no number', { notionalPrincipal: 'much' }, 'type /terms/notionalPrincipal'],
    ['Infinity', { notionalPrincipal: 'Infinity' }, 'type /terms/notionalPrincipal'],
    ['NaN', { notionalPrincipal: Number.NaN }, 'not-finite /terms/notionalPrincipal'],
    ['a huge number', { notionalPrincipal: 1e300 }, 'range /terms/notionalPrincipal'],
    ['another convention', { dayCountConvention: 'ACT' }, 'enum /terms/dayCountConvention'],
    [
      'a cycle without stub',
      { cycleOfInterestPayment: 'P1M' },
      'cycle.format /terms/cycleOfInterestPayment',
    ],
    [
      'a cycle of no length',
      { cycleOfInterestPayment: 'P0DL1' },
      'cycle.zero /terms/cycleOfInterestPayment',
    ],
    [
      'a huge cycle',
      { cycleOfInterestPayment: 'P1000000ML1' },
      'cycle.format /terms/cycleOfInterestPayment',
    ],
  ];
  it.each(BAD)('CONTRACT-1: %s is refused by its term', (_title, more, issue) => {
    expect(refused(more)).toContain(issue);
  });

  const CONTRADICTIONS: typeof BAD = [
    ['a negative notional', { notionalPrincipal: -1 }, 'negative /terms/notionalPrincipal -1'],
    [
      'an exchange after the maturity',
      { initialExchangeDate: '2021-05-01' },
      'order /terms/initialExchangeDate',
    ],
    [
      'an anchor after the maturity',
      { cycleAnchorDateOfInterestPayment: '2021-04-02' },
      'order /terms/cycleAnchorDateOfInterestPayment',
    ],
    [
      'a purchase without price',
      { purchaseDate: '2021-02-01' },
      'missing /terms/priceAtPurchaseDate',
    ],
    [
      'a termination without price',
      { terminationDate: '2021-02-01' },
      'missing /terms/priceAtTerminationDate',
    ],
    [
      'resets without an index',
      { cycleOfRateReset: 'P1ML1' },
      'missing /terms/marketObjectCodeOfRateReset',
    ],
    [
      'a floor above its cap',
      { lifeFloor: 0.1, lifeCap: 0.05 },
      'contradiction /terms/lifeFloor 0.1',
    ],
    [
      'interest in advance',
      { cyclePointOfInterestPayment: 'B' },
      'unsupported /terms/cyclePointOfInterestPayment',
    ],
    [
      'resets in arrears',
      { cyclePointOfRateReset: 'E' },
      'unsupported /terms/cyclePointOfRateReset',
    ],
    ['no maturity', { maturityDate: undefined }, 'missing maturityDate'],
    ['no notional', { notionalPrincipal: undefined }, 'missing notionalPrincipal'],
    ['no status date', { statusDate: undefined }, 'missing statusDate'],
    ['no currency', { currency: undefined }, 'missing currency'],
    ['the role of a swap', { contractRole: 'RFL' }, 'enum /terms/contractRole RFL'],
    [
      'capitalization that ends before the exchange',
      { capitalizationEndDate: '2020-12-31' },
      'order /terms/initialExchangeDate',
    ],
    [
      'amortization that ends before its first payment',
      { ...LINEAR, contractType: 'ANN', amortizationDate: '2021-01-15' },
      'order /terms/cycleAnchorDateOfPrincipalRedemption',
    ],
    [
      'payments too small',
      { ...LINEAR, nextPrincipalRedemptionPayment: 0.01 },
      'maturity.never nextPrincipalRedemptionPayment',
    ],
    [
      'payments below the interest',
      { ...LINEAR, contractType: 'NAM', nextPrincipalRedemptionPayment: 5 },
      'maturity.never nextPrincipalRedemptionPayment -4.99',
    ],
  ];
  it.each(CONTRADICTIONS)('CONTRACT-9: %s is refused by its term', (_title, more, issue) => {
    expect(refused(more)).toContain(issue);
  });

  it('CONTRACT-9: lists of an array schedule have one length', () => {
    const terms = loan({
      contractType: 'LAX',
      cycleAnchorDateOfInterestPayment: undefined,
      cycleOfInterestPayment: undefined,
      arrayCycleAnchorDateOfPrincipalRedemption: ['2021-02-01', '2021-03-01'],
      arrayNextPrincipalRedemptionPayment: [100],
      arrayIncreaseDecrease: ['DEC', 'DEC'],
    });
    expect(eventsOf({ terms })).toBe('length arrayNextPrincipalRedemptionPayment 1');
  });

  it('CONTRACT-1: an observed event of no known kind is refused', () => {
    const eventsObserved = [{ time: '2021-02-01', type: 'XX', value: 0 }];
    expect(eventsOf({ terms: loan(), eventsObserved })).toBe('enum /eventsObserved/0/type XX');
  });

  it('CONTRACT-9: an observed event on which the contract would not act is refused', () => {
    const called = (contractId: string) =>
      eventsOf({
        terms: loan(),
        eventsObserved: [{ time: '2021-02-01', type: 'XD', value: 0, contractId }],
      });
    expect(called('loan')).toBe('not-applicable eventsObserved XD 2021-02-01T00:00:00');
    expect(called('another')).toHaveLength(5);
  });

  it('CONTRACT-9: a rate of nothing needs no basis', () => {
    expect(eventsOf({ terms: loan({ feeRate: 0 }) })).toEqual(eventsOf({ terms: loan() }));
  });

  it('CONTRACT-10: UDLM is the side that owes', () => {
    const events = eventsOf({ terms: loan({ contractRole: 'UDLM' }) });
    expect(events).toEqual(eventsOf({ terms: loan({ contractRole: 'RPL' }) }));
  });

  it('CONTRACT-2: seconds may be left out; 23:59:59 is the next midnight', () => {
    const written = ['2021-04-01', '2021-04-01T00:00', '2021-04-01T00:00:00'];
    const flows = written.map((maturityDate) => flowsOf({ terms: loan({ maturityDate }) }));
    expect(flows[1]).toEqual(flows[0]);
    expect(flows[2]).toEqual(flows[0]);
    const terms = loan({ terminationDate: '2021-02-15T23:59:59', priceAtTerminationDate: 900 });
    // 15 days of 30E/360 from 1 to 16 February at 12 per cent of 1000: 5.
    expect(flowsOf({ terms })).toEqual([
      ['2021-01-01', 'IED', -1000],
      ['2021-02-01', 'IP', 10],
      ['2021-02-15T23:59:59', 'TD', 905],
    ]);
  });
});
