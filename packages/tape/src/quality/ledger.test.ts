import { describe, expect, it } from 'vitest';
import { parseLedger } from './ledger.js';

const LEDGER = `version: 1
title: general ledger
asOf: 2024-12-31
unit: USD thousand
tolerance: 5
lines:
  - { group: loans, product: mortgage, total: 1700 }
  - { group: loans, product: commercial, total: 700 }
  - { group: deposits, total: 2200.5 }
`;

function message(from: string, to: string): string {
  expect(LEDGER).toContain(from);
  const ledger = parseLedger({ text: LEDGER.replace(from, to), name: 'gl.yaml' });
  return ledger.ok ? 'no issue' : (ledger.issues[0]?.message ?? 'none');
}

describe('a ledger file', () => {
  it('TAPE-33: totals of groups and products in one unit, with a tolerance', () => {
    const ledger = parseLedger({ text: LEDGER, name: 'gl.yaml' });
    expect(ledger.ok && ledger.value.lines[0]).toEqual({
      group: 'loans',
      product: 'mortgage',
      total: 1700,
    });
    expect(ledger.ok && [ledger.value.unit, ledger.value.tolerance]).toEqual(['USD thousand', 5]);
  });

  it.each([
    [
      'a group of no Study',
      'deposits',
      'savings',
      'gl.yaml line 9, /lines/2/group: expected one of',
    ],
    ['an unknown unit', 'USD thousand', 'EUR', 'gl.yaml line 4, /unit: expected one of USD,'],
    ['no tolerance', 'tolerance: 5\n', '', 'gl.yaml line 1, /tolerance: expected a value'],
    ['a total that is text', '2200.5', "'2,200.5'", 'gl.yaml line 9, /lines/2/total: expected an'],
    [
      'a product twice',
      'commercial',
      'mortgage',
      'gl.yaml line 8, /lines/1: expected each group once',
    ],
    [
      'a group and its products',
      'deposits',
      'loans',
      'gl.yaml line 7, /lines/0: expected each group once',
    ],
  ])('TAPE-33: refused: %s', (_, from, to, expected) => {
    expect(message(from, to)).toContain(expected);
  });
});
