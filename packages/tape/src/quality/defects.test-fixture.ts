import { parseMapping, type TapeMapping } from '../mapping/index.js';

/** A mapping for the tape of defects below; the limits let every defect through to the table. */
export const DEFECTS_MAPPING = `version: 1
title: every defect
limits: { quarantinedRows: 1, quarantinedBalance: 1 }
leaveOut:
  - when: [{ column: REC, in: ['TRAILER'] }]
    reason: last line of the extract
rows:
  - kind: loans
    when: [{ column: REC, in: ['LN'] }]
    balance: notionalPrincipal
    terms:
      contractID: { column: ID }
      product: { column: PROD, codes: { '01': mortgage, '02': commercial } }
      currency: { column: CCY }
      contractType: { constant: ANN }
      notionalPrincipal: { column: BAL, unit: USD }
      nominalInterestRate: { column: RATE, unit: per cent }
      rateType: { column: FV, codes: { F: fixed, V: floating } }
      rateIndex: { column: INDEX, codes: { P: prime } }
      initialExchangeDate: { column: START, pattern: YYYY-MM-DD }
      maturityDate: { column: MAT, pattern: YYYY-MM-DD }
      cycleAnchorDateOfRateReset: { column: RESET, pattern: YYYY-MM-DD }
  - kind: deposits
    when: [{ column: REC, in: ['DP'] }]
    balance: notionalPrincipal
    terms:
      contractID: { column: ID }
      product: { constant: savings }
      currency: { column: CCY }
      contractType: { constant: UMP }
      notionalPrincipal: { column: BAL, unit: USD }
      insuredAmount: { column: INS, unit: USD }
      nominalInterestRate: { column: RATE, unit: per cent }
`;

export function defectsMapping(): TapeMapping {
  const mapping = parseMapping({ text: DEFECTS_MAPPING, name: 'defects.yaml' });
  if (!mapping.ok) throw new Error(JSON.stringify(mapping.issues));
  return mapping.value;
}

export const DEFECTS_COLUMNS = 'REC ID PROD CCY BAL RATE FV INDEX START MAT RESET INS'.split(' ');

/** Valued on 2024-12-31; a dot is an empty cell. Each row but the first has one thing wrong. */
const ROWS = `
LN A01 01 USD 1000000 5.25   F . 2020-01-01 2030-01-01 .          .
XX A02 01 USD 100000  5.25   F . 2020-01-01 2030-01-01 .          .
LN A03 01 USD 100000  .      F . 2020-01-01 2030-01-01 .          .
LN A04 01 USD n/a     5.25   F . 2020-01-01 2030-01-01 .          .
LN A05 99 USD 100000  5.25   F . 2020-01-01 2030-01-01 .          .
LN A06 01 USD 100000  525    F . 2020-01-01 2030-01-01 .          .
LN A07 01 USD 100000  5.25   F . 2020-01-01 2030-01-01 .          .
LN A07 01 USD 300000  5.25   F . 2020-01-01 2030-01-01 .          .
LN A08 01 EUR 100000  5.25   F . 2020-01-01 2030-01-01 .          .
LN A09 01 USD -100000 5.25   F . 2020-01-01 2030-01-01 .          .
LN A10 02 USD 100000  5.25   F . 2024-01-01 2023-01-01 .          .
LN A11 02 USD 100000  5.25   F . 2020-01-01 2024-12-30 .          .
LN A12 02 USD 100000  5.25   V P 2020-01-01 2030-01-01 2030-01-02 .
LN A13 02 USD 100000  5.25   V . 2020-01-01 2030-01-01 2025-01-31 .
LN A14 02 USD 100000  0.0525 F . 2020-01-01 2030-01-01 .          .
LN A15 02 USD 100000  5.25   V P 2020-01-01 2030-01-01 .          .
LN A16 02 USD 100000  5.25   F . 2025-01-15 2030-01-01 .          .
LN A17 02 USD 0       5.25   F . 2020-01-01 2030-01-01 .          .
DP D01 .  USD 250000  1.00   . . .          .          .          300000
TRAILER . . . 19 . . . . . . .
`;

export const DEFECTS_ROWS: readonly (readonly string[])[] = ROWS.trim()
  .split('\n')
  .map((line) => line.split(/\s+/).map((cell) => (cell === '.' ? '' : cell)));
