import type { ReconciliationLine } from '../bank-study.js';
import { type BuiltPart, carryingOf, type PartTerms, reconciliationLine } from '../built-part.js';
import { securityRows } from '../security-rows/index.js';

const BOOKS = [
  { group: 'htm', title: 'Held-to-maturity debt securities, net of allowance', field: 'htmNet' },
  { group: 'afs', title: 'Available-for-sale debt securities', field: 'afsFairValue' },
] as const;

/**
 * Debt securities of both books (CALL-60 to CALL-69), checked against RC items 2.a and 2.b. The
 * allowance of HTM is spread over its rows (CALL-23).
 */
export function securityPart({ reader, market, assumed }: PartTerms): BuiltPart {
  const { positions } = securityRows({
    ...{ report: reader.report, market },
    assumptions: {
      securityPlace: assumed('securityPlace').value,
      poolSpeed: assumed('poolSpeed').value,
      municipalTaxRate: assumed('municipalTaxRate').value,
    },
  });
  const cost = reader.amount('allDebtHtmCost');
  const carried = cost > 0 ? reader.amount('htmNet') / cost : 1;
  const rows = positions.map((row) =>
    row.group === 'htm' ? { ...row, carryingUsdMillion: carried * row.carryingUsdMillion } : row,
  );
  const lines = BOOKS.map(
    ({ group, title, field }): ReconciliationLine =>
      reconciliationLine(reader, {
        ...{ item: `securities-${group}`, title, added: [field] },
        builtUsdMillion: carryingOf(rows.filter((row) => row.group === group)),
      }),
  );
  const of = (kinds: RegExp) => carryingOf(rows.filter(({ id }) => kinds.test(id)));
  return {
    ...{ rows, lines },
    borne: {
      securityPlace: carryingOf(rows.filter(({ principal }) => principal === 'even')),
      poolSpeed: carryingOf(rows.filter(({ principal }) => principal === 'level')),
      municipalTaxRate: of(/municipal/),
    },
  };
}
