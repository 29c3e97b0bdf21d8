import { floatAt } from '@almfes/engine';
import { nearNames } from '../near-name.js';
import type { CallReports, Institution, RefusedReport } from './call-reports.js';

/** Who was meant: one filer, a refused one, several to choose from, or nobody. */
export type InstitutionMatch =
  | { readonly kind: 'found'; readonly institution: Institution }
  | { readonly kind: 'refused'; readonly refused: RefusedReport }
  | { readonly kind: 'candidates'; readonly candidates: readonly Institution[] }
  | { readonly kind: 'none'; readonly near: readonly Institution[] };

/**
 * The filers that a name or an IDRSSD means (CALL-9). Case and punctuation do not count, '&' is
 * 'and', 'N.A.' is 'National Association'. A whole name that one filer bears finds it; borne by
 * several, or only a part of names, it gives candidates, largest total assets first. Nothing is
 * guessed: where nothing fits, `near` holds the filers with names a slip or two away.
 */
export function findInstitutions(reports: CallReports, text: string): InstitutionMatch {
  const { institutions } = reports;
  const typed = plainName(text);
  const idrssd = /^\d{1,9}$/.test(typed) ? Number(typed) : undefined;
  const isMeant = (filer: Pick<Institution, 'idrssd' | 'name'>) =>
    idrssd === undefined ? plainName(filer.name) === typed : filer.idrssd === idrssd;
  const exact = institutions.filter(isMeant);
  const refused = reports.refused.filter(isMeant);
  const [first] = exact;
  const [firstRefused] = refused;
  if (exact.length + refused.length === 1) {
    if (first !== undefined) return { kind: 'found', institution: first };
    if (firstRefused !== undefined) return { kind: 'refused', refused: firstRefused };
  }
  if (exact.length > 0) return { kind: 'candidates', candidates: bySize(reports, exact) };
  const partly = institutions.filter(({ name }) => ` ${plainName(name)} `.includes(` ${typed} `));
  if (typed !== '' && partly.length > 0) {
    return { kind: 'candidates', candidates: bySize(reports, partly) };
  }
  const names = nearNames(typed, [...new Set(institutions.map(({ name }) => plainName(name)))]);
  const near = institutions.filter(({ name }) => names.includes(plainName(name)));
  return { kind: 'none', near: bySize(reports, near) };
}

function plainName(name: string): string {
  return name
    .toUpperCase()
    .replaceAll('&', ' AND ')
    .replaceAll(/['\u2019]/g, '')
    .replaceAll(/[^A-Z0-9]+/g, ' ')
    .trim()
    .replace(/ (N A|NA)$/, ' NATIONAL ASSOCIATION');
}

function bySize(reports: CallReports, found: readonly Institution[]): readonly Institution[] {
  const assets = (filer: Institution) =>
    floatAt(reports.columns.totalAssets, reports.institutions.indexOf(filer));
  return found.toSorted((a, b) => assets(b) - assets(a));
}
