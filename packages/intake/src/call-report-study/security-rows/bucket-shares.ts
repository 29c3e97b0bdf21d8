import type { SecurityBook, SecurityType } from './security-type.js';

/**
 * Where a type usually reprices: shares of its amount by bucket of memorandum 2. Estimated from
 * every bank of 2021-12-31 whose items and buckets agree within 2% (4,445 banks for other debt,
 * 3,436 for pools, 2,467 for other MBS): the shares that make the buckets of all banks most likely
 * given their items (expectation maximisation, banks weighted by the root of what they hold). They
 * are the first guess of the split alone (CALL-61): the bank's own buckets decide.
 */
const SHARES: Readonly<Record<string, readonly number[]>> = {
  treasuryHtm: [0.125, 0.157, 0.396, 0.23, 0.092, 0],
  treasuryAfs: [0.099, 0.11, 0.314, 0.295, 0.182, 0],
  agencyHtm: [0.053, 0.045, 0.155, 0.231, 0.505, 0.012],
  agencyAfs: [0.076, 0.035, 0.171, 0.306, 0.4, 0.013],
  municipalHtm: [0.019, 0.055, 0.09, 0.097, 0.444, 0.294],
  municipalAfs: [0.015, 0.021, 0.051, 0.066, 0.547, 0.3],
  commercialHtm: [0.146, 0.017, 0.08, 0.026, 0.614, 0.117],
  commercialAfs: [0.083, 0.004, 0.012, 0.08, 0.639, 0.182],
  assetBacked: [0.76, 0.041, 0.005, 0.042, 0.048, 0.104],
  structuredProduct: [0.771, 0.099, 0.022, 0.039, 0.07, 0],
  otherDomesticDebt: [0.234, 0.074, 0.164, 0.287, 0.223, 0.018],
  foreignDebt: [0.189, 0.113, 0.247, 0.152, 0.133, 0.166],
  poolHtm: [0.01, 0.01, 0.007, 0.012, 0.255, 0.706],
  poolAfs: [0.022, 0.013, 0.007, 0.016, 0.411, 0.531],
  cmo: [0.367, 0.633],
  cmbs: [0.222, 0.778],
};

const PARTS = {
  treasury: 'treasury',
  agency: 'agency',
  municipal: 'municipal',
  passThroughGnma: 'pool',
  passThroughGse: 'pool',
  passThroughAgency: 'pool',
  passThroughPrivate: 'pool',
  cmoAgency: 'cmo',
  cmoAgencyCollateral: 'cmo',
  cmoPrivate: 'cmo',
  cmbsPassThroughAgency: 'commercial',
  cmbsPassThroughPrivate: 'commercial',
  cmbsAgency: 'cmbs',
  cmbsPrivate: 'cmbs',
  assetBacked: 'assetBacked',
  structuredProduct: 'structuredProduct',
  otherDomesticDebt: 'otherDomesticDebt',
  foreignDebt: 'foreignDebt',
} as const satisfies Readonly<Record<SecurityType, string>>;

/** Nothing is impossible: a bucket that a bank fills needs somebody to fill it. */
const LEAST_SHARE = 0.001;

/** Usual shares of a type in a book over the buckets of its block; they add up to about 1. */
export function usualShares(type: SecurityType, book: SecurityBook): readonly number[] {
  const part = PARTS[type];
  const shares = SHARES[part] ?? SHARES[`${part}${book === 'afs' ? 'Afs' : 'Htm'}`];
  if (shares === undefined) throw new Error(`no usual shares of ${type} in ${book}`);
  return shares.map((share) => Math.max(LEAST_SHARE, share));
}
