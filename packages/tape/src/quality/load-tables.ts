import type { Table, TableColumn } from '@almfes/engine';
import type { LoadReport } from './load-report.js';
import type { ReconciliationLine } from './reconcile.js';
import { QUALITY_RULES } from './rule.js';

/** Thousands show a difference that a million would round away. */
const MONEY = 'USD thousand';
const PER_MILLION = 1000;

const words = (id: string, title: string): TableColumn => ({ id, title, unit: '' });
const rows = (id: string, title: string): TableColumn => ({ id, title, unit: 'rows' });
const money = (id: string, title: string): TableColumn => ({ id, title, unit: MONEY });

/** A load report as tables: what became of the rows, what is wrong, and the reconciliation. */
export function loadTables(report: LoadReport): readonly Table[] {
  return [rowsTable(report), qualityTable(report), reconciliationTable(report)];
}

function rowsTable(report: LoadReport): Table {
  const { quarantinedShare: share, limits } = report;
  return {
    id: 'tape.rows',
    title: `Rows of ${report.fileName}`,
    columns: [words('what', 'What became of them'), rows('rows', 'Rows')],
    rows: [
      ['loaded', report.loadedRows],
      ['quarantined', report.quarantinedRows],
      ...report.leftOut.map(({ reason, rows: count }) => [`left out: ${reason}`, count]),
      ['on the tape', report.rows],
    ],
    notes: [
      `Quarantined ${percent(share.rows)} of rows, limit ${percent(limits.quarantinedRows)}; ` +
        `${percent(share.balance)} of the balance, limit ${percent(limits.quarantinedBalance)}.`,
    ],
  };
}

function qualityTable({ findings }: LoadReport): Table {
  return {
    id: 'tape.quality',
    title: 'What is wrong',
    columns: [
      words('severity', 'Severity'),
      words('rule', 'Rule'),
      words('kind', 'Kind'),
      words('at', 'Term'),
      rows('count', 'Rows'),
      money('balance', 'Balance'),
      words('examples', 'First rows'),
    ],
    rows: findings.map(({ severity, rule, kind, at, count, balanceUsdMillion, examples }) => {
      const first = examples.map(({ row, got }) => (row === 0 ? got : `${row}: ${got}`));
      const balance = balanceUsdMillion * PER_MILLION;
      const title = `${QUALITY_RULES[rule].title} (${rule})`;
      return [severity, title, kind, at, count, balance, first.join('; ')];
    }),
    notes: ['Absolute balances, as far as they can be read.'],
  };
}

function reconciliationTable({ reconciliation }: LoadReport): Table {
  return {
    id: 'tape.reconciliation',
    title: 'Ledger = loaded + quarantined + difference',
    columns: [
      words('group', 'Book'),
      words('product', 'Product'),
      money('ledger', 'Ledger'),
      money('loaded', 'Loaded'),
      money('quarantined', 'Quarantined'),
      money('difference', 'Difference'),
      rows('unread', 'Quarantined without balance'),
      words('verdict', 'Verdict'),
    ],
    rows: reconciliation.map((line) => [
      line.group,
      line.product ?? '',
      thousands(line.ledgerUsdMillion),
      thousands(line.loadedUsdMillion),
      thousands(line.quarantinedUsdMillion),
      thousands(line.differenceUsdMillion),
      line.rowsWithoutBalance,
      verdictOf(line),
    ]),
    notes: [],
  };
}

function thousands(usdMillion: number | undefined): number | null {
  return usdMillion === undefined ? null : usdMillion * PER_MILLION;
}

function verdictOf({ ledgerUsdMillion, withinTolerance }: ReconciliationLine): string {
  if (ledgerUsdMillion === undefined) return withinTolerance ? 'no ledger' : 'not in the ledger';
  return withinTolerance ? 'adds up' : 'does not add up';
}

function percent(share: number): string {
  return `${Number((100 * share).toPrecision(3))}%`;
}
