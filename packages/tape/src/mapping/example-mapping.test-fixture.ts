/** A mapping as a bank would write it: two kinds of rows told by one column. */
export const EXAMPLE_MAPPING = `# made for a test, no bank's
version: 1
title: Core system, month end
limits:
  quarantinedRows: 0.02
  quarantinedBalance: 0.01
leaveOut:
  - when: [{ column: REC, in: ['TRAILER'] }]
    reason: the last line of the extract
rows:
  - kind: loans
    when:
      - column: REC
        in: ['LN']
    balance: notionalPrincipal
    terms:
      contractID: { column: ACCT }
      product: { column: PROD, codes: { '01': residential mortgage, '02': commercial } }
      currency: { constant: USD }
      contractType: { column: AMORT, codes: { B: PAM, L: ANN } }
      notionalPrincipal: { column: BAL, unit: USD, numerals: '1,234.5' }
      nominalInterestRate: { column: RATE, unit: per cent }
      rateType: { column: FV, codes: { F: fixed, V: floating } }
      rateIndex: { column: FV, codes: { F: none, V: prime } }
      maturityDate: { column: MAT, pattern: MM/DD/YYYY }
  - kind: deposits
    balance: notionalPrincipal
    terms:
      contractID: { column: ACCT }
      product: { column: PROD }
      currency: { constant: USD }
      contractType: { constant: UMP }
      notionalPrincipal:
        column: BAL
        unit: USD
        numerals: '1,234.5'
        sign: { column: DC, positive: ['C'], negative: ['D'] }
      insuredAmount: { column: INSURED, unit: USD thousand, whenEmpty: '0' }
      nominalInterestRate: { column: RATE, unit: per cent, whenEmpty: '0' }
`;

export const EXAMPLE_FILE = { text: EXAMPLE_MAPPING, name: 'core.yaml' };
