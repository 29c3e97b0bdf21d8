import { describe, expect, it } from 'vitest';
import {
  FILERS,
  fileName,
  filesOf,
  porText,
  RC_CODES,
  RC_ROWS,
  reportsOf,
  scheduleText,
} from './bulk-zip.test-fixture.js';
import { findInstitutions, type InstitutionMatch } from './find-institutions.js';

const reports = reportsOf(filesOf());

function who(match: InstitutionMatch): readonly number[] {
  if (match.kind === 'found') return [match.institution.idrssd];
  if (match.kind === 'refused') return [match.refused.idrssd];
  const filers = match.kind === 'candidates' ? match.candidates : match.near;
  return filers.map(({ idrssd }) => idrssd);
}

describe('findInstitutions', () => {
  it.each([
    ['30', 'found', [30]],
    ['ALPHA BANK, NATIONAL ASSOCIATION', 'found', [10]],
    ['alpha bank national association', 'found', [10]],
    ['Alpha Bank, N.A.', 'found', [10]],
    ['alpha bank', 'candidates', [10]], // a part of a name is no name
    ['Farmers State Bank', 'candidates', [20, 30]], // two bear it: 300 before 90 million
    ['Farmer State Bank', 'none', [20, 30]],
    ['Aplha Bank National Association', 'none', [10]],
    ['Zebra Trust', 'none', []],
    ['31', 'none', []],
    ['', 'none', []],
  ])('CALL-9: %j gives %s %j', (text, kind, idrssds) => {
    const match = findInstitutions(reports, text);
    expect(match.kind).toBe(kind);
    expect(who(match)).toEqual(idrssds);
  });

  it('CALL-9: a refused bank is told as refused, with its reason', () => {
    const rows = [...RC_ROWS.slice(1), ['10', 'n/a', '', '1']];
    const some = reportsOf(filesOf({ [fileName('RC')]: scheduleText(RC_CODES, rows) }));
    const match = findInstitutions(some, 'Alpha Bank NA');
    expect(match.kind).toBe('refused');
    expect(match.kind === 'refused' && match.refused.issues[0]?.got).toBe('n/a');
  });

  it('CALL-9: an ampersand is "and", an apostrophe is nothing', () => {
    const filers = [
      ['10', "PEOPLE'S TRUST & SAVINGS BANK", 'RENO', 'NV', '031'],
      ...FILERS.slice(1),
    ];
    const some = reportsOf(filesOf({ [fileName('POR')]: porText(filers) }));
    expect(who(findInstitutions(some, 'Peoples Trust and Savings Bank'))).toEqual([10]);
    expect(findInstitutions(some, 'Peoples Trust and Savings Bank').kind).toBe('found');
  });
});
