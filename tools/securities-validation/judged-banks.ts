import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Result } from '../../packages/engine/src/index.js';
import {
  type CallReport,
  type CallReportMarket,
  type CallReports,
  callReportOf,
  type FieldName,
  parseCallReports,
  parseQuarterEndMarkets,
  type SecurityAssumptions,
  securityRows,
} from '../../packages/intake/src/index.js';
import { naiveLoss } from './naive-loss.js';
import { type MarketPath, predictMarks } from './predict-marks.js';

const BULK = fileURLToPath(new URL('../../../shared/data/ffiec-bulk/', import.meta.url));
const MARKETS = new URL(
  '../../library/data/quarter-end-market/2026-11-28/quarter-end-market.csv',
  import.meta.url,
);

/** True when the public bulk files of both dates stand beside the repository. */
export const hasBulkFiles = existsSync(`${BULK}${fileOf('2021-12-31')}`);

/** Fewer than these assets, USD million: left out, as in the floor. */
const LEAST_ASSETS = 1000;

/** RC-R states gains and losses in AOCI after tax (26 USC 11(b)). */
const TAX_RATE = 0.21;

/** Securities of a date as reported, USD million. */
export interface Securities {
  readonly cost: number;
  /** Amortised cost less fair value: a loss is positive here. */
  readonly loss: number;
}

/** One bank: what was reported at both dates, and what was predicted for the second. */
export interface JudgedBank {
  readonly idrssd: number;
  readonly name: string;
  readonly state: string;
  readonly assets: number;
  /** Notional of pay-fixed swaps outside trading at the start. */
  readonly payFixed: number;
  /** Loss that a move from AFS to HTM made part of the cost, in AOCI at the end, before tax. */
  readonly movedLoss: number;
  readonly before: Securities;
  readonly reported: Securities;
  readonly predicted: Securities;
  readonly naiveLoss: number;
}

/** The judgement of predictions is on central assumptions (CALL-70). */
export const CENTRAL: SecurityAssumptions = {
  securityPlace: 0.5,
  poolSpeed: 1,
  municipalTaxRate: 0.37,
};

/** The path of 2022: curves of the quarter ends. */
export function pathOf2022(): MarketPath {
  const markets = quarterEndMarkets();
  return {
    start: markets('2021-12-31'),
    middles: [markets('2022-03-31'), markets('2022-09-30')],
    end: markets('2022-12-31'),
  };
}

export function quarterEndMarkets(): (quarterEnd: string) => CallReportMarket {
  const markets = valueOrThrow(parseQuarterEndMarkets(readFileSync(MARKETS, 'utf8')));
  return (quarterEnd) => {
    const found = markets.get(quarterEnd);
    if (found === undefined) throw new Error(`no market of ${quarterEnd}`);
    return found;
  };
}

/** Banks of 1 billion and more with securities at both dates (rule CALL-70). */
export function judgedBanks(assumptions = CENTRAL, path = pathOf2022()): readonly JudgedBank[] {
  const [before, after] = [reportsOf('2021-12-31'), reportsOf('2022-12-31')];
  return before.institutions.flatMap(({ idrssd }) => {
    const [start, end] = [callReportOf(before, idrssd), callReportOf(after, idrssd)];
    if (!start.ok || !end.ok || isLeftOut(start.value) || isLeftOut(end.value)) return [];
    return [judged(start.value, end.value, { path, assumptions })];
  });
}

const read = new Map<string, CallReports>();

/** All reports of a date, read once. */
export function reportsOf(quarterEnd: string): CallReports {
  const fileName = fileOf(quarterEnd);
  const found =
    read.get(fileName) ??
    valueOrThrow(parseCallReports({ bytes: readFileSync(`${BULK}${fileName}`), fileName }));
  read.set(fileName, found);
  return found;
}

function isLeftOut(report: CallReport): boolean {
  return (report.amount('totalAssets') ?? 0) < LEAST_ASSETS || securitiesOf(report).cost === 0;
}

function judged(
  start: CallReport,
  end: CallReport,
  { path, assumptions }: { readonly path: MarketPath; readonly assumptions: SecurityAssumptions },
): JudgedBank {
  const { idrssd, name, state } = start.institution;
  const rows = securityRows({ report: start, market: path.start, assumptions });
  const made = predictMarks({ rows, path, poolSpeed: assumptions.poolSpeed });
  return {
    ...{ idrssd, name, state, assets: start.amount('totalAssets') ?? 0 },
    payFixed: start.amount('rateSwapsPayFixedNotional') ?? 0,
    movedLoss: -(end.amount('filterHtm') ?? 0) / (1 - TAX_RATE),
    ...{ before: securitiesOf(start), reported: securitiesOf(end) },
    predicted: { cost: made.costUsdMillion, loss: -made.unrealisedUsdMillion },
    naiveLoss: naiveLoss(start, path),
  };
}

function securitiesOf(report: CallReport): Securities {
  const amount = (name: FieldName) => report.amount(name) ?? 0;
  const cost = amount('allDebtHtmCost') + amount('allDebtAfsCost');
  return { cost, loss: cost - amount('allDebtHtmFairValue') - amount('allDebtAfsFairValue') };
}

function fileOf(quarterEnd: string): string {
  const [year, month, day] = quarterEnd.split('-');
  return `FFIEC CDR Call Bulk All Schedules ${month}${day}${year}.zip`;
}

function valueOrThrow<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.issues.map(({ message }) => message).join('; '));
}
