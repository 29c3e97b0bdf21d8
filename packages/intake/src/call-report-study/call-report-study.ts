import { fail, issue, ok, parseStudy, type Result } from '@almfes/engine';
import type { CallReport } from '../call-report/index.js';
import { type AssumedValues, assumedValues } from './assumption/assumed-values.js';
import { ASSUMPTION_NAMES, ASSUMPTIONS } from './assumption/assumptions.js';
import type { AssumptionChoice } from './assumption/parse-assumption-choice.js';
import { bankRates } from './bank-rates.js';
import type { BankStudy, CallReportMarket, Unknown } from './bank-study.js';
import type { Borne, BuiltPart, PartTerms } from './built-part.js';
import { filingDate } from './filing-date.js';
import { bankCapital, bankRegime } from './part/bank-capital.js';
import { bankLiquidity, uninsuredDeposits } from './part/bank-liquidity.js';
import { ownSwaps } from './part/own-swaps.js';
import { reportFigures } from './part/report-figures.js';
import { sharedParts } from './part/shared-parts.js';
import { closedBalance } from './reconciliation.js';
import { reportIssues } from './report-issues.js';
import { reportReader } from './report-reader.js';
import { borrowingPart } from './row/borrowing-part.js';
import { cashPart } from './row/cash-part.js';
import { depositPart } from './row/deposit-part.js';
import { loanPart } from './row/loan-part.js';
import { otherPart } from './row/other-part.js';
import { securityPart } from './row/security-part.js';

export interface CallReportStudyTerms {
  readonly report: CallReport;
  /** An earlier report of the bank: its averages and year-to-date amounts sharpen the rates. */
  readonly before?: CallReport;
  readonly market: CallReportMarket;
  readonly assumptions: AssumptionChoice;
  /** ISO date: what was known by it may be assumed; absent: the day the report was due. */
  readonly decisionDate?: string;
}

/**
 * A bank's Study from one Call Report (rules CALL-20 to CALL-41): decided on the day the report was
 * due, on the curve of the quarter end. Banks of one date share market, behaviour and scenarios.
 * Issues: `call-report.*` for a report that gives no Study, `assumption.not-known`, and those of
 * `parseStudy`.
 */
export function callReportStudy(terms: CallReportStudyTerms): Result<BankStudy> {
  const { report, market, assumptions } = terms;
  const reader = reportReader(report);
  const refused = reportIssues(reader, market);
  if (refused.length > 0) return fail(...refused);
  const filed = filingDate(report.quarterEnd, report.institution.form);
  const { decisionDate = filed } = terms;
  if (decisionDate < filed) {
    const expected = `not before ${filed}, when the report was due`;
    return fail(issue('call-report.decision-date', 'decisionDate', expected, decisionDate));
  }
  const assetsUsdMillion = reader.amount('totalAssets');
  const assumed = assumedValues(assumptions, { decisionDate, assetsUsdMillion });
  if (!assumed.ok) return assumed;
  const rates = bankRates({ reader, before: terms.before, market, assumed: assumed.value });
  if (!rates.ok) return rates;
  const part = { reader, market, assumed: assumed.value, rates: rates.value };
  return studyOf(part, decisionDate);
}

function studyOf(terms: PartTerms, decisionDate: string): Result<BankStudy> {
  const { reader, market, assumed } = terms;
  const parts = [cashPart, securityPart, loanPart, otherPart, depositPart, borrowingPart].map(
    (build): BuiltPart => build(terms),
  );
  const closed = closedBalance(reader, parts);
  if (!closed.ok) return closed;
  const { rows, lines } = closed.value;
  const swaps = ownSwaps(reader, market, assumed);
  const uninsured = uninsuredDeposits(reader, assumed);
  const shared = sharedParts(market, assumed, decisionDate);
  const capital = bankCapital(reader, assumed);
  const regime = bankRegime(reader, decisionDate);
  const { institution, quarterEnd } = reader.report;
  const parsed = parseStudy({
    ...{ schema: 'almfes/study/1', currency: 'USD', decisionDate, valuationDate: quarterEnd },
    title: `${institution.name}, Call Report of ${quarterEnd}`,
    institution: institution.name,
    positions: rows,
    ...shared,
    ...{
      hedges: swaps.hedges,
      capital,
      ...(regime === undefined ? {} : { capitalRegime: regime }),
    },
    liquidity: bankLiquidity(reader, rows, uninsured.uninsuredUsdMillion),
    figures: reportFigures(reader),
  });
  if (!parsed.ok) return parsed;
  const borne: Borne = Object.assign({}, ...parts.map((part) => part.borne), swaps.borne, {
    uninsuredShare: uninsured.assumedOnUsdMillion,
    riskWeightDensity: reader.amount('riskWeightedAssets') > 0 ? 0 : reader.amount('totalAssets'),
  });
  return ok({
    study: { ...parsed.value, ...shared },
    reconciliation: lines,
    unknowns: unknownsOf(assumed, borne),
    replacedRates: terms.rates.replaced.filter((start) =>
      rows.some(({ id }) => id.startsWith(start)),
    ),
  });
}

function unknownsOf(assumed: AssumedValues, borne: Borne): readonly Unknown[] {
  return ASSUMPTION_NAMES.map((name) => {
    const { title, unit, drives } = ASSUMPTIONS[name];
    const { level, value, range } = assumed(name);
    const { low, central, high, source } = range;
    const amountUsdMillion = borne[name] ?? 0;
    return {
      name,
      title,
      unit,
      level,
      value,
      low,
      central,
      high,
      source,
      drives,
      amountUsdMillion,
    };
  });
}
