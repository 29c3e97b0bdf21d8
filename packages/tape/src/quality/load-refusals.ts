import { type Issue, issue } from '@almfes/engine';
import type { Ledger } from './ledger.js';
import type { LoadReport } from './load-report.js';
import type { ReconciliationLine } from './reconcile.js';
import { QUALITY_RULES } from './rule.js';

/** Why a tape as a whole is not loaded (rule TAPE-34); none when it is. */
export function loadRefusals(report: LoadReport, ledger: Ledger | undefined): readonly Issue[] {
  const { fileName } = report;
  const empty = report.loadedRows === 0 ? [issue('empty', fileName, 'rows to load', 'none')] : [];
  return [
    ...empty,
    ...unitRefusals(report),
    ...shareRefusals(report),
    ...(ledger === undefined ? [] : ledgerRefusals(report, ledger)),
  ];
}

function unitRefusals({ fileName, findings }: LoadReport): readonly Issue[] {
  return findings
    .filter(({ severity }) => severity === 'refuse')
    .map(({ rule, kind, at, examples }) => {
      const got = examples[0]?.got ?? QUALITY_RULES[rule].title;
      return issue(rule, `${fileName} ${kind} ${at}`, 'the unit that the mapping says', got);
    });
}

function shareRefusals({ fileName, quarantinedShare, limits }: LoadReport): readonly Issue[] {
  const over = (share: number, limit: number, what: string): readonly Issue[] => {
    if (share <= limit) return [];
    const path = `${fileName} quarantined ${what}`;
    return [issue('quarantined-share', path, `at most ${percent(limit)}`, percent(share))];
  };
  return [
    ...over(quarantinedShare.rows, limits.quarantinedRows, 'rows'),
    ...over(quarantinedShare.balance, limits.quarantinedBalance, 'balance'),
  ];
}

/** Where loaded and quarantined rows and the ledger differ by more than it lets in (TAPE-33). */
export function ledgerRefusals(
  report: Pick<LoadReport, 'fileName' | 'valuationDate' | 'reconciliation'>,
  ledger: Ledger,
): readonly Issue[] {
  const { fileName, valuationDate } = report;
  const date =
    ledger.asOf === valuationDate
      ? []
      : [issue('ledger-date', 'ledger', `the valuation date ${valuationDate}`, ledger.asOf)];
  const lines = report.reconciliation
    .filter(({ withinTolerance }) => !withinTolerance)
    .map((line) => {
      const name = line.product === undefined ? line.group : `${line.group}, ${line.product}`;
      return issue('ledger', `${fileName} ${name}`, expectedOf(line, ledger), gotOf(line));
    });
  return [...date, ...lines];
}

function expectedOf({ ledgerUsdMillion }: ReconciliationLine, ledger: Ledger): string {
  if (ledgerUsdMillion === undefined) return 'a line of the ledger';
  return `${ledgerUsdMillion} USD million, within ${ledger.tolerance} ${ledger.unit}`;
}

/** A total that is a power of a thousand of the ledger's points at a unit. */
function gotOf(line: ReconciliationLine): string {
  const found = line.loadedUsdMillion + line.quarantinedUsdMillion;
  const got = `${found} loaded and quarantined`;
  const ratio = found / (line.ledgerUsdMillion ?? 0);
  const unit = [1e-6, 1e-3, 1e-2, 1e2, 1e3, 1e6].find(
    (factor) => Math.abs(ratio / factor - 1) < UNIT_TOLERANCE,
  );
  return unit === undefined ? got : `${got}, ${unit} times as much: another unit?`;
}

const UNIT_TOLERANCE = 0.02;

function percent(share: number): string {
  return `${Number((100 * share).toPrecision(3))}%`;
}
