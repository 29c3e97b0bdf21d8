/** The block of memorandum 2 of RC-B in which a type is counted by repricing. */
export type SecurityBlock = 'debt' | 'pool' | 'mbs';

/** What rows are made of: types that pay alike share the rows of their kind. */
export const SECURITY_KINDS = ['debt', 'municipal', 'pool', 'cmo', 'cmbs'] as const;
export type SecurityKind = (typeof SECURITY_KINDS)[number];

export const SECURITY_BOOKS = ['afs', 'htm'] as const;
export type SecurityBook = (typeof SECURITY_BOOKS)[number];

/** What the interest of a type is reported with: RI 2.d.1, 2.d.2 and 2.d.3. */
export type IncomeLine = 'government' | 'mortgage' | 'other';

export interface SecurityTypeTerms {
  readonly block: SecurityBlock;
  readonly kind: SecurityKind;
  readonly income: IncomeLine;
}

const debt = (income: IncomeLine): SecurityTypeTerms => ({ block: 'debt', kind: 'debt', income });
const POOL: SecurityTypeTerms = { block: 'pool', kind: 'pool', income: 'mortgage' };
const CMO: SecurityTypeTerms = { block: 'mbs', kind: 'cmo', income: 'mortgage' };
const CMBS: SecurityTypeTerms = { block: 'mbs', kind: 'cmbs', income: 'mortgage' };

/**
 * Items 1 to 6 of RC-B and where memorandum 2 counts them (CALL-60): commercial pass-throughs with
 * other debt in M.2.a, other commercial MBS by average life in M.2.c.
 */
export const SECURITY_TYPES = {
  treasury: debt('government'),
  agency: debt('government'),
  municipal: { block: 'debt', kind: 'municipal', income: 'other' },
  passThroughGnma: POOL,
  passThroughGse: POOL,
  passThroughAgency: POOL,
  passThroughPrivate: POOL,
  cmoAgency: CMO,
  cmoAgencyCollateral: CMO,
  cmoPrivate: CMO,
  cmbsPassThroughAgency: debt('mortgage'),
  cmbsPassThroughPrivate: debt('mortgage'),
  cmbsAgency: CMBS,
  cmbsPrivate: CMBS,
  assetBacked: debt('other'),
  structuredProduct: debt('other'),
  otherDomesticDebt: debt('other'),
  foreignDebt: debt('other'),
} as const satisfies Readonly<Record<string, SecurityTypeTerms>>;

export type SecurityType = keyof typeof SECURITY_TYPES;

/** In the order of the form. */
export const SECURITY_TYPE_NAMES: readonly SecurityType[] = [
  ...(['treasury', 'agency', 'municipal', 'passThroughGnma', 'passThroughGse'] as const),
  ...(['passThroughAgency', 'passThroughPrivate', 'cmoAgency', 'cmoAgencyCollateral'] as const),
  ...(['cmoPrivate', 'cmbsPassThroughAgency', 'cmbsPassThroughPrivate', 'cmbsAgency'] as const),
  ...(['cmbsPrivate', 'assetBacked', 'structuredProduct', 'otherDomesticDebt'] as const),
  'foreignDebt',
];
