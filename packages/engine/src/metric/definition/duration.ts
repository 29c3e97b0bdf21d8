import { atDate, type MeasureDefinition } from '../measure.js';

const LIMITS = 'Two-sided bump of 50 bp without a floor; not a key rate profile.';

function years(id: string, what: string): MeasureDefinition {
  return {
    id: `duration.modified.${id}`,
    title: `Effective duration of ${what}`,
    unit: 'years',
    sign: 'positive: the value falls as rates rise',
    definition: '(value at -50 bp minus value at +50 bp) / (0.01 x value now)',
    source: 'DUR-1 and DUR-2',
    limits: LIMITS,
  };
}

function perBp(id: string, what: string): MeasureDefinition {
  return {
    id: `dv01.${id}`,
    title: `Value of a basis point of ${what}`,
    unit: 'USD million per bp',
    sign: 'positive: the value of the book, an asset or a liability, rises as rates rise',
    definition: '(value at +50 bp minus value at -50 bp) / 100',
    source: 'DUR-3',
    limits: LIMITS,
  };
}

const AFS_SWAPS = 'with the change in value of what hedges available-for-sale securities';

export const DURATION: readonly MeasureDefinition[] = atDate([
  years('afs', 'available-for-sale securities'),
  years('htm', 'held-to-maturity securities'),
  years('loans', 'loans'),
  years('deposits', 'deposits'),
  years('borrowings', 'borrowings'),
  years('afs.hedged', `available-for-sale securities ${AFS_SWAPS}`),
  years('securities', 'all securities'),
  years('securities.hedged', `all securities ${AFS_SWAPS}`),
  perBp('afs', 'available-for-sale securities'),
  perBp('htm', 'held-to-maturity securities'),
  perBp('loans', 'loans'),
  perBp('deposits', 'deposits'),
  perBp('borrowings', 'borrowings'),
  perBp('hedges', 'all hedges'),
]);
