import {
  type Change,
  type Issue,
  issue,
  type Market,
  parseChanges,
  type Read,
  read,
} from '@almfes/engine';
import type { CallReportForm } from '../call-report/index.js';
import {
  ASSUMPTION_NAMES,
  type AssumptionChoice,
  type AssumptionLevel,
  type CallReportMarket,
  parseAssumptionChoice,
} from '../call-report-study/index.js';

export const CALL_REPORT_SCHEMA = 'almfes/case-call-report/1';

/** `study.json` of a case that starts from a bank's Call Report (rule FORM-19). */
export interface CallReportCaseForm {
  readonly title: string;
  readonly institution: string;
  readonly idrssd: number;
  readonly form: CallReportForm;
  readonly quarterEnd: string;
  /** Quarter end of an earlier report whose averages sharpen the rates; null: none. */
  readonly beforeQuarterEnd: string | null;
  readonly decisionDate: string;
  readonly assumptions: AssumptionChoice;
  readonly market: CallReportMarket;
  /** Changes of assumptions and hedges that other public documents support, in order. */
  readonly own: readonly Change[];
}

const { isoDate, list, nullable, number, object, oneOf, table, text, title } = read;
const LEVELS = ['low', 'central', 'high'] as const satisfies readonly AssumptionLevel[];
const FORMS = ['031', '041', '051'] as const satisfies readonly CallReportForm[];
const rate = number({ min: -0.5, max: 1, what: 'a decimal rate' });

const assumptions: Read<AssumptionChoice> = (value, path, issues) => {
  const levels = table(oneOf(LEVELS), ASSUMPTION_NAMES.length)(value, path, issues);
  if (levels === undefined) return undefined;
  const choice = parseAssumptionChoice(levels);
  if (choice.ok) return choice.value;
  issues.push(...choice.issues.map((each) => ({ ...each, path: read.pointer(path, each.path) })));
  return undefined;
};

const parameter = object<Market['mortgageRate']>({
  value: rate,
  unit: text({ max: 60 }),
  basis: oneOf(['disclosed', 'derived', 'fitted', 'assumed']),
  source: list(read.identifier, 20),
  note: text({ max: 4000 }),
});

const quote = object<Market['parQuotes'][number]>({
  tenorMonths: number({ min: 1, max: 480, integer: true, what: 'months' }),
  rate,
});

const parQuotes: Read<Market['parQuotes']> = (value, path, issues) => {
  const quotes = list(quote, 40, 2)(value, path, issues);
  const rises = quotes?.every(
    ({ tenorMonths }, at) => tenorMonths > (quotes[at - 1]?.tenorMonths ?? 0),
  );
  if (rises === true) return quotes;
  if (rises === false) issues.push(issue('curve-tenor', path, 'tenors in rising order', 'others'));
  return undefined;
};

interface MarketForm extends Market {
  readonly policyRate: number;
  readonly policyAverages: Readonly<Record<string, number>>;
  readonly twoYearMean: number;
  readonly mortgageMean: number;
}

const market = object<MarketForm>({
  curveDate: isoDate,
  curveSource: title,
  parQuotes,
  mortgageRate: parameter,
  swapSpread: parameter,
  policyRate: rate,
  policyAverages: table(rate, 100),
  twoYearMean: rate,
  mortgageMean: rate,
});

const changes: Read<readonly Change[]> = (value, path, issues) => {
  const parsed = parseChanges(value);
  if (parsed.ok) return parsed.value;
  issues.push(...parsed.issues.map((each) => ({ ...each, path: `${path}${each.path}` })));
  return undefined;
};

type Written = Omit<CallReportCaseForm, 'market'> & {
  readonly schema: string;
  readonly market: MarketForm;
};

const written = object<Written>({
  schema: oneOf([CALL_REPORT_SCHEMA]),
  title,
  institution: title,
  idrssd: number({ min: 1, max: 1e9, integer: true, what: 'an IDRSSD' }),
  form: oneOf(FORMS),
  quarterEnd: isoDate,
  beforeQuarterEnd: nullable(isoDate),
  decisionDate: isoDate,
  assumptions,
  market,
  own: changes,
});

/** Reads the form; every term must be there, an unknown one is refused. */
export const readCallReportForm: Read<CallReportCaseForm> = (value, path, issues: Issue[]) => {
  const found = written(value, path, issues);
  if (found === undefined) return undefined;
  const { schema: _schema, market: terms, ...rest } = found;
  const { policyRate, policyAverages, twoYearMean, mortgageMean, ...own } = terms;
  return {
    ...rest,
    market: {
      ...{ quarterEnd: rest.quarterEnd, market: own, policyRate, twoYearMean, mortgageMean },
      policyAverages: new Map(Object.entries(policyAverages)),
    },
  };
};

/** Quarters of policy averages that a form carries: a year for rates and one for what lags. */
const AVERAGES = 12;

/** The market of a quarter end as a form carries it. */
export function marketForm(of: CallReportMarket): MarketForm {
  const { policyRate, policyAverages, twoYearMean, mortgageMean } = of;
  const latest = [...policyAverages].slice(-AVERAGES);
  return {
    ...of.market,
    ...{ policyRate, twoYearMean, mortgageMean, policyAverages: Object.fromEntries(latest) },
  };
}
