import type { Result } from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { EXAMPLE_FILE, EXAMPLE_MAPPING } from './example-mapping.test-fixture.js';
import { parseMapping } from './parse-mapping.js';
import { columnsOf, type TapeMapping } from './tape-mapping.js';

function firstIssue(result: Result<unknown>): string {
  return result.ok ? 'no issue' : (result.issues[0]?.message ?? 'none');
}

/** The example with one piece of text replaced; the piece must be there. */
function changed(from: string, to: string): Result<TapeMapping> {
  expect(EXAMPLE_MAPPING).toContain(from);
  return parseMapping({ text: EXAMPLE_MAPPING.replace(from, to), name: 'core.yaml' });
}

describe('reading a mapping file', () => {
  it('TAPE-20: the example is read, each term with its column', () => {
    const mapping = parseMapping(EXAMPLE_FILE);
    if (!mapping.ok) throw new Error(JSON.stringify(mapping.issues));
    const [loans, deposits] = mapping.value.rows;
    expect(loans?.kind).toBe('loans');
    expect(loans?.terms.maturityDate).toEqual({ column: 'MAT', pattern: 'MM/DD/YYYY' });
    expect(loans?.terms.product).toEqual({
      column: 'PROD',
      codes: { '01': 'residential mortgage', '02': 'commercial' },
    });
    expect(deposits?.when).toEqual([]);
    expect(columnsOf(mapping.value)).toEqual([
      'REC',
      'ACCT',
      'PROD',
      'AMORT',
      'BAL',
      'RATE',
      'FV',
      'MAT',
      'DC',
      'INSURED',
    ]);
  });

  it.each([
    [
      'an unknown key',
      'unit: per cent }\n      rateType',
      'units: per cent }\n      rateType',
      'core.yaml line 22, /rows/0/terms/nominalInterestRate/units: expected one of column, unit,',
    ],
    [
      'a later version',
      'version: 1',
      'version: 2',
      'core.yaml line 2, /version: expected one of 1, got 2',
    ],
    [
      'a term of another kind',
      'insuredAmount: {',
      'fairValue2: {',
      'core.yaml line 38, /rows/1/terms/fairValue2: expected a term of deposits',
    ],
    [
      'a required term left out',
      '      maturityDate: { column: MAT, pattern: MM/DD/YYYY }\n',
      '',
      'core.yaml line 17, /rows/0/terms/maturityDate: expected a column or a constant: maturity',
    ],
    [
      'no unit',
      'column: BAL, unit: USD, numerals',
      'column: BAL, numerals',
      'core.yaml line 21, /rows/0/terms/notionalPrincipal/unit: expected one of USD, USD cent,',
    ],
    [
      'a unit of another type',
      'unit: USD thousand',
      'unit: per cent',
      'core.yaml line 38, /rows/1/terms/insuredAmount/unit: expected one of USD, USD cent,',
    ],
    [
      'a year of two digits',
      'MM/DD/YYYY',
      'MM/DD/YY',
      'core.yaml line 25, /rows/0/terms/maturityDate/pattern: expected a pattern of YYYY',
    ],
    [
      'a code that is none of ours',
      'L: ANN',
      'L: ANNUITY',
      'core.yaml line 20, /rows/0/terms/contractType/codes/L: expected one of PAM, LAM, ANN, UMP,',
    ],
    [
      'a code without quotes, which would lose its zero',
      "'01':",
      '01:',
      'core.yaml line 18: expected a key that is text, in quotes',
    ],
    [
      'a balance that is no amount',
      'balance: notionalPrincipal',
      'balance: maturityDate',
      'core.yaml line 15, /rows/0/balance: expected a term that is an amount, got "maturityDate"',
    ],
    [
      'a key given twice',
      'title: Core',
      'title: A\ntitle: Core',
      'core.yaml line 4: expected JSON or YAML, got Map keys must be unique',
    ],
    [
      'ids that are not of a column',
      'contractID: { column: ACCT }',
      'contractID: { constant: A }',
      'core.yaml line 17, /rows/0/terms/contractID: expected a column, the same for all rows',
    ],
    [
      'ids from two columns',
      'contractID: { column: ACCT }',
      'contractID: { column: LOAN }',
      'core.yaml line 29, /rows/1/terms/contractID: expected a column, the same for all rows',
    ],
    [
      'rows below those that take all',
      "    when:\n      - column: REC\n        in: ['LN']\n",
      '',
      'core.yaml line 11, /rows/0: expected a condition (when) on all rows but the last',
    ],
  ])('TAPE-20: refused with file, line and place: %s', (_, from, to, message) => {
    expect(firstIssue(changed(from, to))).toContain(message);
  });

  it('TAPE-20: an alias is refused, because it can unfold without end', () => {
    const text = 'version: &a 1\ntitle: *a\n';
    expect(firstIssue(parseMapping({ text, name: 'm.yaml' }))).toBe(
      'm.yaml line 2: expected values written out, got the alias *a',
    );
  });

  it('TAPE-20: JSON is read by the same door, indented by blanks or tabs', () => {
    const yaml = parseMapping(EXAMPLE_FILE);
    if (!yaml.ok) throw new Error('the example is good');
    for (const indent of [2, '\t']) {
      const value = { ...yaml.value, rows: yaml.value.rows.map(withoutEmpty) };
      expect(value.leaveOut).toHaveLength(1);
      const text = JSON.stringify(value, null, indent);
      expect(parseMapping({ text, name: 'core.json' })).toEqual(yaml);
    }
  });

  it('TAPE-20: text that is no form gives an issue and never throws', () => {
    for (const text of [
      '',
      '[]',
      '{',
      'null',
      'a: [',
      '\u0000',
      '- 1',
      '"',
      '? {a: 1} : 2',
      '!!js/x 1',
    ]) {
      expect(parseMapping({ text, name: 'm' }).ok).toBe(false);
    }
  });
});

function withoutEmpty({ when, ...rest }: TapeMapping['rows'][number]): unknown {
  return when.length === 0 ? rest : { when, ...rest };
}
