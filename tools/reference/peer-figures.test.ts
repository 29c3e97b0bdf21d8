import { readFileSync } from 'node:fs';
import type { CallReports, FieldName } from '@almfes/intake';
import { describe, expect, it } from 'vitest';
import { casePath, caseSlugs, casesWithFits } from '../case/library-case.js';
import { callReports, crossSection, hasCallReports } from './call-report.test-fixture.js';

type Bank = Readonly<Record<string, string>>;

/** Per cent of assets or of risk-weighted assets, from the columns of a table made by others. */
const RATIOS: Readonly<Record<string, (of: (column: string) => number) => number>> = {
  'peer.cashShare': (of) =>
    (100 * (of('CASH_NIB_0081') + of('CASH_IB_0071') + of('FFSOLD_B987') + of('REVREPO_B989'))) /
    of('ASSET_2170'),
  'peer.securitiesShare': (of) =>
    (100 * (of('HTM_NET_JJ34') + of('AFS_FV_1773'))) / of('ASSET_2170'),
  'peer.cet1Ratio': (of) => (100 * of('CET1_P859')) / of('RWA_A223'),
};

const cells = (bank: Bank) => (column: string) => Number(bank[column] ?? 0);

/** Banks that lend and take deposits at home (CALL-86), each once. */
function peers(year: number, [from, below]: readonly [number, number]): readonly Bank[] {
  const own = crossSection(year).filter((bank) => {
    const of = cells(bank);
    const assets = of('ASSET_2170') / 1e6;
    const isPeer =
      of('LOANS_B528') / 1e6 >= 0.2 * assets && of('DEPDOM_2200') / 1e6 >= 0.5 * assets;
    return assets >= from && assets < below && isPeer;
  });
  return [...new Map(own.map((bank) => [bank.idrssd, bank])).values()];
}

/** The middle value, or the mean of the two in the middle. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}

interface Row {
  readonly slug: string;
  readonly id: string;
  readonly year: number;
  readonly figure: {
    readonly value: number;
    readonly label: string;
    readonly locator: string;
  };
}

const rows: readonly Row[] = caseSlugs()
  .filter((slug) => !casesWithFits().includes(slug))
  .flatMap((slug) => {
    const { figures } = JSON.parse(readFileSync(casePath(slug, 'figures.json'), 'utf8'));
    return Object.keys(figures)
      .filter((id) => id.startsWith('peer.') || id.startsWith('industry.'))
      .map((id) => ({ slug, id, year: Number(figures[id].asOf.slice(0, 4)), figure: figures[id] }));
  });
const peerRows = rows.filter(({ id }) => id.startsWith('peer.'));
const industryRows = rows.filter(({ id }) => id.startsWith('industry.'));

describe.runIf(hasCallReports)('figures of other banks in a case (runs with ../shared)', () => {
  it.each(peerRows)('FORM-20: $slug $id is the median of its peers', ({ id, year, figure }) => {
    const band: [number, number] = figure.label.includes('above 100') ? [100, 1e9] : [10, 100];
    const of = RATIOS[id];
    if (of === undefined) throw new Error(`no arithmetic for ${id}`);
    const values = peers(year, band)
      .map((bank) => of(cells(bank)))
      .filter(Number.isFinite);
    expect(figure.locator).toContain(`median over ${values.length} banks`);
    expect(Math.abs(median(values) - figure.value)).toBeLessThan(6e-4);
  });

  const reports = new Map<number, CallReports>();
  const reportsOf = (year: number): CallReports => {
    const found = reports.get(year) ?? callReports(year);
    reports.set(year, found);
    return found;
  };
  it.each(industryRows)(
    'FORM-22: $slug $id is a sum over a sum of every bank due by then',
    ({ slug, id, year, figure }) => {
      const { form } = JSON.parse(readFileSync(casePath(slug, 'study.json'), 'utf8'));
      const { institutions, columns } = reportsOf(year);
      // forms 041 and 051 are due after 30 days, form 031 later
      const due = institutions.flatMap((bank, row) =>
        form === '031' || bank.form !== '031' ? [row] : [],
      );
      const at = (name: FieldName, row: number) => columns[name][row] ?? Number.NaN;
      const [over, under] = SUMS[id] ?? [[], []];
      let [part, whole, banks] = [0, 0, 0];
      for (const row of due) {
        const one = over.reduce((sum, name) => sum + at(name, row), 0);
        const all = under.reduce((sum, name) => sum + at(name, row), 0);
        if (Number.isNaN(one) || Number.isNaN(all) || all <= 0) continue;
        [part, whole, banks] = [part + one, whole + all, banks + 1];
      }
      expect(figure.locator).toContain(`sums over ${banks} banks`);
      expect(figure.value).toBeCloseTo((100 * part) / whole, 5);
    },
    120_000,
  );

  it('FORM-20: every case has some', () => {
    expect(peerRows.length).toBeGreaterThan(10);
    expect(industryRows.length).toBeGreaterThan(20);
  });
});

const SUMS: Readonly<Record<string, readonly [readonly FieldName[], readonly FieldName[]]>> = {
  'industry.freeShare': [['depositsDomesticNoninterestBearing'], ['depositsDomestic']],
  'industry.consumerShare': [
    ['consumerFree', 'consumerTransaction', 'consumerMoneyMarket', 'consumerSavings'],
    ['depositsTransaction', 'depositsMoneyMarket', 'depositsOtherSavings'],
  ],
};
