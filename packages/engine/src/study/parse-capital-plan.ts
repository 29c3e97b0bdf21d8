import { issue, type Read, read } from '../foundation/index.js';
import {
  type CapitalPlan,
  type CorporationTax,
  MOST_QUARTERS,
  type PassThroughTax,
  type PlannedSale,
} from '../metric/index.js';
import { sourced } from './parse-sourced.js';

const { describe, list, members, nullable, number, object, oneOf, pointer } = read;

const quarters = number({ min: 1, max: MOST_QUARTERS, integer: true, what: 'quarters' });
const signed = sourced({ min: -1e12, max: 1e12, what: 'USD million a quarter' });
const amount = sourced({ min: 0, max: 1e12, what: 'USD million' });
const share = sourced({ min: 0, max: 1, what: 'a share' });
/** Three years at the least keep a tenth of the assets. */
const growth = sourced({ min: -0.3, max: 2, what: 'growth a year, decimal' });
const margin = sourced({ min: -0.2, max: 0.5, what: 'a decimal rate' });

const readSale: Read<PlannedSale> = object<PlannedSale>({ quarter: quarters, share });

const readCorporation: Read<CorporationTax> = object<CorporationTax>({
  kind: oneOf(['corporation']),
  carryforwardUsdMillion: amount,
  temporaryDifferenceUsdMillion: amount,
  carryforwardUseShare: share,
});

const readPassThrough: Read<PassThroughTax> = object<PassThroughTax>({
  kind: oneOf(['s-corporation']),
  distributionRate: share,
});

const readTax: Read<CapitalPlan['tax']> = (value, path, issues) => {
  const found = members(value, path, issues);
  if (found === undefined) return undefined;
  if (found.kind === 'corporation') return readCorporation(value, path, issues);
  if (found.kind === 's-corporation') return readPassThrough(value, path, issues);
  const expected = 'corporation or s-corporation';
  issues.push(issue('enum', pointer(path, 'kind'), expected, describe(found.kind)));
  return undefined;
};

/** The capital plan (rules CPATH-1 to CPATH-12). */
export const readCapitalPlan: Read<CapitalPlan> = object<CapitalPlan>({
  quarters,
  nonInterestIncomeUsdMillion: signed,
  nonInterestExpenseUsdMillion: signed,
  provisionUsdMillion: nullable(signed),
  growthRate: growth,
  growthMargin: margin,
  dividendUsdMillion: amount,
  buybackUsdMillion: amount,
  sales: list(readSale, MOST_QUARTERS),
  tax: readTax,
});
