import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base, loan } from './composed-contract.test-fixture.js';
import { contractTestAnswers } from './contract-test-answers.js';

const bond = { terms: loan(), to: '2021-04-01' };
const broken = { terms: loan({ maturityDate: '2021-04-31' }) };

function answersOf(value: unknown) {
  const answers = contractTestAnswers(value);
  if (!answers.ok) throw new Error(answers.issues.map(({ message }) => message).join('\n'));
  return answers.value;
}

describe('a file of contracts', () => {
  it('COMPOSED-19: one contract, or a set by id in the order of the file', () => {
    expect(answersOf(bond)).toMatchObject({
      isSet: false,
      answers: [{ id: '', events: { ok: true } }],
    });
    const set = answersOf(JSON.parse(`{"b": ${JSON.stringify(bond)}, "__proto__": {}, "a": 7}`));
    expect(set.isSet).toBe(true);
    expect(set.answers.map(({ id, events }) => [id, events.ok])).toEqual([
      ['b', true],
      ['__proto__', false],
      ['a', false],
    ]);
  });

  it('COMPOSED-19: terms may be an id too', () => {
    expect(answersOf({ terms: bond, other: bond })).toMatchObject({
      isSet: true,
      answers: [
        { id: 'terms', events: { ok: true } },
        { id: 'other', events: { ok: true } },
      ],
    });
  });

  it('COMPOSED-19: an issue names the contract, the term and what was found', () => {
    const [, second] = answersOf({ good: bond, 'a/b': broken }).answers;
    expect(second?.events).toMatchObject({
      ok: false,
      issues: [{ code: 'date.none', path: '/a~1b/terms/maturityDate', got: '2021-04-31' }],
    });
  });

  it('COMPOSED-19: terms without an object around them are no set of contracts', () => {
    expect(contractTestAnswers(bond.terms)).toMatchObject({
      ok: false,
      issues: [{ code: 'missing', path: '/terms' }],
    });
  });

  it('COMPOSED-19: nothing, too much and what is no object are refused', () => {
    const many = Object.fromEntries(Array.from({ length: 20_001 }, (_, index) => [`c${index}`, 0]));
    for (const value of [null, 7, 'x', [], [bond], {}, many]) {
      expect(contractTestAnswers(value)).toMatchObject({ ok: false, issues: [{ path: '' }] });
    }
  });
});

/** Every kind of contract, well formed: the fuzz below breaks them. */
const part = (referenceRole: string, object: unknown, referenceType = 'CNT') => ({
  object,
  referenceType,
  referenceRole,
});
const share = part('UDL', { marketObjectCode: 'S' }, 'MOC');
const wellFormed: readonly unknown[] = [
  loan(),
  loan({
    contractType: 'LAM',
    cycleOfPrincipalRedemption: 'P1ML0',
    nextPrincipalRedemptionPayment: 10,
  }),
  loan({ contractType: 'ANN', cycleOfPrincipalRedemption: 'P1ML0' }),
  base('STK', 'RPA', {
    cycleAnchorDateOfDividendPayment: '2021-03-01',
    cycleOfDividendPayment: 'P2YL1',
    marketObjectCodeOfDividends: 'S',
  }),
  base('FXOUT', 'RPA', {
    currency2: 'EUR',
    notionalPrincipal: 1,
    notionalPrincipal2: 1,
    maturityDate: '2021-03-01',
  }),
  base('SWAPS', 'RFL', { contractStructure: [part('FIL', loan()), part('SEL', loan())] }),
  base('CAPFL', 'BUY', { lifeCap: 0.1, contractStructure: [part('UDL', loan())] }),
  base('OPTNS', 'BUY', {
    contractStructure: [share],
    optionType: 'C',
    optionStrike1: 1,
    optionExerciseType: 'A',
    maturityDate: '2021-03-01',
  }),
  base('FUTUR', 'SEL', { contractStructure: [share], futuresPrice: 1, maturityDate: '2021-03-01' }),
  base('CEG', 'BUY', {
    contractStructure: [part('COVE', loan())],
    feeRate: 1,
    feeBasis: 'A',
    cycleOfFee: 'P1ML1',
    cycleAnchorDateOfFee: '2021-01-01',
    dayCountConvention: 'AA',
  }),
].map((terms) => ({
  terms,
  to: '2022-01-01',
  dataObserved: { S: { identifier: 'S', data: [{ timestamp: '2021-03-01', value: '7' }] } },
  eventsObserved: [
    { time: '2021-02-01', type: 'CE', contractId: 'loan', states: { contractPerformance: 'DF' } },
  ],
}));

const nasty = fc.oneof(
  fc.constantFrom<unknown>(
    'NaN',
    'Infinity',
    '-1',
    '1e999',
    '0x10',
    '',
    ' ',
    'P0D',
    'P1DL1',
    'P99999YL0',
  ),
  fc.constantFrom<unknown>(1e308, -1e308, 1e18, -0, 0, null, true, [], {}, [[]]),
  fc.constantFrom<unknown>('9999-12-31', '0000-01-01', '2021-02-30', '2021-01-01T24:00:00', '1e3'),
  fc.constantFrom<unknown>('__proto__', 'constructor', 'SWAPS', 'PAM', 'NTL', 'EOM', 'MF', 'SCF'),
  fc.jsonValue(),
);

/** Puts a value at some place of a JSON tree, picked by numbers. */
function replaced(tree: unknown, path: readonly number[], value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined || tree === null || typeof tree !== 'object') return value;
  const entries = Object.entries(tree);
  if (entries.length === 0) return value;
  const at = step % entries.length;
  const changed = entries.map(([key, member], index): [string, unknown] =>
    index === at ? [key, replaced(member, rest, value)] : [key, member],
  );
  return Array.isArray(tree) ? changed.map(([, member]) => member) : Object.fromEntries(changed);
}

function expectSound(value: unknown): void {
  const answers = contractTestAnswers(value);
  if (!answers.ok) {
    expect(answers.issues.length).toBeGreaterThan(0);
    return;
  }
  for (const { events } of answers.value.answers) {
    if (!events.ok) {
      expect(events.issues.length).toBeGreaterThan(0);
      continue;
    }
    for (const event of events.value) {
      const numbers = Object.values(event).filter((each) => typeof each === 'number');
      expect(numbers.every(Number.isFinite)).toBe(true);
    }
  }
}

describe('hostile files', () => {
  const seed = 20210314;

  it(`COMPOSED-19: random JSON has an answer (seed ${seed})`, () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 5 }), expectSound), { seed, numRuns: 1000 });
  });

  it(`COMPOSED-19: well-formed contracts run, broken ones have an answer (seed ${seed})`, () => {
    const runs = wellFormed.map((one) => answersOf(one).answers[0]?.events);
    expect(runs.flatMap((events) => (events?.ok === false ? events.issues : []))).toEqual([]);
    const path = fc.array(fc.nat(40), { minLength: 1, maxLength: 6 });
    const change = fc.tuple(path, nasty);
    fc.assert(
      fc.property(
        fc.constantFrom(...wellFormed),
        fc.array(change, { minLength: 1, maxLength: 3 }),
        (one, changes) => {
          expectSound(
            changes.reduce<unknown>((tree, [at, value]) => replaced(tree, at, value), one),
          );
        },
      ),
      { seed, numRuns: 4000 },
    );
  }, 60_000);
});
