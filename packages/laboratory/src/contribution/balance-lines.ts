import { bookTotals, type Figure, type Study } from '@almfes/engine';

/** A total as it is published, beside what the Study's rows add up to. */
export interface BalanceLine {
  readonly figure: string;
  readonly of: 'assets' | 'liabilities' | 'equity';
  readonly published: number;
  readonly built: number;
  /** Built minus published, USD million. */
  readonly difference: number;
}

const TOTALS = [
  { of: 'assets', label: /^total assets\b/i },
  { of: 'liabilities', label: /^total liabilities(?! and)\b/i },
  { of: 'equity', label: /^total (?:(?:share|stock)holders' )?equity(?! and)\b/i },
] as const;
const READ: readonly Figure['role'][] = ['input', 'target'];

/**
 * Totals of the valuation date that a document prints, beside the balance sheet that the figures
 * make (rule CONTRIB-10). A total is known by its label: `Total assets …`; only what may carry a
 * result counts, so that a restated total does not judge the Study.
 */
export function balanceLines(
  study: Study,
  figures: Readonly<Record<string, Figure>>,
): readonly BalanceLine[] {
  const totals = bookTotals(study.book);
  const built = {
    assets: totals.assetsUsdMillion,
    liabilities: totals.liabilitiesUsdMillion,
    equity: totals.equityUsdMillion,
  };
  return Object.entries(figures).flatMap(([id, { label, value, unit, asOf, role }]) => {
    const found = TOTALS.find((each) => each.label.test(label));
    if (found === undefined || typeof value !== 'number' || unit !== 'USD million') return [];
    if (asOf !== study.valuationDate || !READ.includes(role)) return [];
    const { of } = found;
    const line = { figure: id, of, published: value, built: built[of] };
    return [{ ...line, difference: built[of] - value }];
  });
}

/** How far rounding of the lines may take the balance sheet from its totals (FORM-13). */
const TOLERANCE_USD_MILLION = 1;

export function meets({ difference }: BalanceLine): boolean {
  return Math.abs(difference) <= TOLERANCE_USD_MILLION;
}
