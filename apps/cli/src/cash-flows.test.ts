import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Recording, recordingEffects } from './example-effects.test-fixture.js';
import { runProgram } from './program.js';

const examples = fileURLToPath(new URL('../../../docs/example/contract/', import.meta.url));

/** A bond of a thousand at 10 per cent, by hand: two years, paid yearly, 30E/360. */
const bond = {
  terms: {
    contractType: 'PAM',
    contractID: 'bond',
    contractRole: 'RPA',
    statusDate: '2020-12-31T00:00:00',
    contractDealDate: '2020-12-31T00:00:00',
    initialExchangeDate: '2021-01-01T00:00:00',
    maturityDate: '2023-01-01T00:00:00',
    currency: 'USD',
    notionalPrincipal: '1000',
    nominalInterestRate: '0.1',
    dayCountConvention: '30E360',
    cycleAnchorDateOfInterestPayment: '2022-01-01T00:00:00',
    cycleOfInterestPayment: 'P1YL1',
  },
  to: '2023-01-01T00:00:00',
};

const BOND_FLOWS = [
  ['2021-01-01T00:00:00', 'IED', -1000],
  ['2022-01-01T00:00:00', 'IP', 100],
  ['2023-01-01T00:00:00', 'IP', 100],
  ['2023-01-01T00:00:00', 'MD', 1000],
];

interface Event {
  readonly eventDate: string;
  readonly eventType: string;
  readonly payoff: number;
}

const flows = (events: readonly Event[]) =>
  events.map(({ eventDate, eventType, payoff }) => [eventDate, eventType, payoff]);

async function run(text: string, ...words: readonly string[]) {
  const used: Recording = await recordingEffects();
  await writeFile(join(used.effects.workingFolder, 'terms.json'), text);
  const code = await runProgram(['cashflows', 'terms.json', ...words], used.effects);
  return { code, out: used.out(), err: used.err() };
}

describe('almfes cashflows, one contract', () => {
  it('--json prints the list of its events in the form of the public tests', async () => {
    const { code, out, err } = await run(JSON.stringify(bond), '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(flows(JSON.parse(out))).toEqual(BOND_FLOWS);
    expect(JSON.parse(out)[1]).toEqual({
      eventDate: '2022-01-01T00:00:00',
      eventType: 'IP',
      payoff: 100,
      currency: 'USD',
      notionalPrincipal: 1000,
      nominalInterestRate: 0.1,
      accruedInterest: 0,
    });
  });

  it('prints an aligned table without --json', async () => {
    const { out } = await run(JSON.stringify(bond));
    expect(out.split('\n').slice(0, 4)).toEqual([
      'Date        Event     Payoff  Currency  Notional      Rate  Accrued',
      '-------------------------------------------------------------------',
      '2021-01-01  IED    -1,000.00  USD       1,000.00  0.100000     0.00',
      '2022-01-01  IP        100.00  USD       1,000.00  0.100000     0.00',
    ]);
  });

  it('tolerates identifier and results, and takes no result from them', async () => {
    const test = { identifier: 'x', ...bond, results: [{ payoff: 7 }] };
    expect(flows(JSON.parse((await run(JSON.stringify(test), '--json')).out))).toEqual(BOND_FLOWS);
  });

  it('that cannot be run: exit code 2, a line an issue, and issues as JSON', async () => {
    const broken = { ...bond, terms: { ...bond.terms, maturityDate: '2023-02-30T00:00:00' } };
    const { code, out, err } = await run(JSON.stringify(broken), '--json');
    expect(code).toBe(2);
    expect(err).toMatch(/^almfes: terms\.json: date\.none at .*maturityDate.*2023-02-30.*\n$/);
    expect(JSON.parse(out).issues).toMatchObject([{ code: 'date.none' }]);
    expect((await run(JSON.stringify(broken))).out).toBe('');
  });

  it('a text cut off is told with line and column', async () => {
    const text = JSON.stringify(bond, null, 2);
    const { code, err } = await run(text.slice(0, text.indexOf('"contractType"') + 17));
    expect(code).toBe(2);
    expect(err).toMatch(/^almfes: terms\.json: JSON_SYNTAX at terms\.json, line 3, column \d+: /);
  });

  it('a file that is not there is one line', async () => {
    const used = await recordingEffects();
    expect(await runProgram(['cashflows', 'nowhere.json'], used.effects)).toBe(2);
    expect(used.err()).toMatch(/^almfes: nowhere\.json: FILE_UNREADABLE at .*\n$/);
  });
});

describe('almfes cashflows, a set', () => {
  it('gives an object of lists under the same ids, exit code 1 when one has issues', async () => {
    const set = { b: bond, a: { terms: { contractType: 'XYZ' } }, c: 7 };
    const { code, out, err } = await run(JSON.stringify(set), '--json');
    const answers = JSON.parse(out);
    expect(code).toBe(1);
    expect(Object.keys(answers)).toEqual(['b', 'a', 'c']);
    expect(flows(answers.b)).toEqual(BOND_FLOWS);
    expect(answers.a.issues.length).toBeGreaterThan(0);
    expect(answers.c.issues).toMatchObject([{ code: 'type' }]);
    expect(err).toMatch(/^almfes: a: /);
  });

  it('of which nothing could be run: exit code 2, no word on stdout without --json', async () => {
    const set = JSON.stringify({ a: { terms: { contractType: 'XYZ' } }, b: 7 });
    const plain = await run(set);
    expect({ code: plain.code, out: plain.out }).toEqual({ code: 2, out: '' });
    expect(plain.err).toMatch(/^almfes: a: .*\n(?:.*\n)*almfes: b: /);
    const { code, out } = await run(set, '--json');
    expect([code, ...Object.keys(JSON.parse(out))]).toEqual([2, 'a', 'b']);
  });

  it('terms without an object around them are told so', async () => {
    const { code, out, err } = await run(JSON.stringify(bond.terms));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^almfes: terms\.json: missing at \/terms: expected the terms in .*\n$/);
  });

  it('ids that are names of every object are ids like others', async () => {
    const text = `{"__proto__":${JSON.stringify(bond)},"constructor":${JSON.stringify(bond)}}`;
    const { code, out } = await run(text, '--json');
    const answers: Map<string, Event[]> = new Map(Object.entries(JSON.parse(out)));
    expect([code, ...answers.keys()]).toEqual([0, '__proto__', 'constructor']);
    expect(flows(answers.get('__proto__') ?? [])).toEqual(BOND_FLOWS);
  });

  it('a table for each contract under its id', async () => {
    const { out } = await run(JSON.stringify({ first: bond, second: bond }));
    expect(out).toMatch(/^first\nDate .*\n-+\n(?:.*\n){4}\nsecond\nDate /);
  });

  it('an empty set, a list or a number is nothing to run', async () => {
    for (const text of ['{}', '[]', '7', 'null', '"x"']) {
      const { code, out, err } = await run(text);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(/^almfes: terms\.json: .*\n$/);
    }
  });
});

describe('the examples of the documentation', () => {
  it('all run, and are named in the help', async () => {
    const names = await readdir(examples);
    expect(names.length).toBeGreaterThanOrEqual(3);
    const used = await recordingEffects();
    await runProgram(['cashflows', '--help'], used.effects);
    for (const name of names) {
      const { code, err, out } = await run(await readFile(join(examples, name), 'utf8'), '--json');
      expect({ name, code, err }).toEqual({ name, code: 0, err: '' });
      expect(out.length).toBeGreaterThan(100);
      expect(used.out()).toContain(`docs/example/contract/${name}`);
    }
  });

  it.each([
    // 181 and 184 days of 360 at 2.1 and 2.52 per cent of a million, owed.
    ['floating-rate-note.json', 'IP', [-10558.33, -12880]],
    // One per cent a year of four fifths of a million, for 185 and 180 days of 360.
    ['guarantee.json', 'FP', [4111.11, 4000]],
    // The exposure covered, and the fee of the quarter before the default.
    ['guarantee.json', 'STD', [802000]],
  ])('%s: its first %s are what the hand makes them', async (name, type, payoffs) => {
    const { out } = await run(await readFile(join(examples, name), 'utf8'), '--json');
    const events: readonly Event[] = JSON.parse(out);
    const found = events.filter(({ eventType }) => eventType === type);
    const cents = found.slice(0, payoffs.length).map(({ payoff }) => Number(payoff.toFixed(2)));
    expect(cents).toEqual(payoffs);
  });
});

describe('hostile files', () => {
  const seed = 20260214;

  it(`text cut anywhere ends with a line and exit code 2 (seed ${seed})`, async () => {
    const text = JSON.stringify(bond);
    const used = await recordingEffects();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: text.length - 1 }), async (length) => {
        await writeFile(join(used.effects.workingFolder, 'cut.json'), text.slice(0, length));
        expect(await runProgram(['cashflows', 'cut.json', '--json'], used.effects)).toBe(2);
      }),
      { seed, numRuns: 60 },
    );
  });
});
