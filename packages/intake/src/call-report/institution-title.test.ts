import { describe, expect, it } from 'vitest';
import { institutionTitle } from './institution-title.js';

describe('institutionTitle', () => {
  it.each([
    // Words begin with a capital; short words inside do not.
    ['FIRST-CITIZENS BANK & TRUST COMPANY', 'First-Citizens Bank & Trust Company'],
    ['MANUFACTURERS AND TRADERS TRUST COMPANY', 'Manufacturers and Traders Trust Company'],
    ["PEOPLE'S UNITED BANK, NATIONAL ASSOCIATION", "People's United Bank, National Association"],
    ['BANCO POPULAR DE PUERTO RICO', 'Banco Popular de Puerto Rico'],
    // The article that filers put last goes first.
    ['BANK OF NEW YORK MELLON, THE', 'The Bank of New York Mellon'],
    ['HUNTINGTON NATIONAL BANK THE', 'The Huntington National Bank'],
    // Abbreviations: with points, without a vowel, or listed.
    ['CITIBANK, N.A.', 'Citibank, N.A.'],
    ['U.S. BANK NATIONAL ASSOCIATION', 'U.S. Bank National Association'],
    ['PNC BANK, NATIONAL ASSOCIATION', 'PNC Bank, National Association'],
    ['CHARLES SCHWAB BANK, SSB', 'Charles Schwab Bank, SSB'],
    ['GOLDMAN SACHS BANK USA', 'Goldman Sachs Bank USA'],
    ['BMO HARRIS BANK NATIONAL ASSOCIATION', 'BMO Harris Bank National Association'],
    ['USAA FEDERAL SAVINGS BANK', 'USAA Federal Savings Bank'],
    ['OPTUM BANK, INC.', 'Optum Bank, Inc.'],
    // A state at the end.
    ['TD BANK, DE', 'TD Bank, DE'],
    ['FIFTH THIRD BANK, OH', 'Fifth Third Bank, OH'],
    // Names with a capital inside.
    ['JPMORGAN CHASE BANK, NATIONAL ASSOCIATION', 'JPMorgan Chase Bank, National Association'],
    ['KEYBANK NATIONAL ASSOCIATION', 'KeyBank National Association'],
    // What is not in capitals is left alone.
    ['Frost Bank', 'Frost Bank'],
    ['SVB Financial Group', 'SVB Financial Group'],
    ['', ''],
  ])('CALL-75: %s is shown as %s', (filed, shown) => {
    expect(institutionTitle(filed)).toBe(shown);
  });
});
