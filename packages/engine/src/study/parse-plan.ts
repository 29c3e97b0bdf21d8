import { type Read, read } from '../foundation/index.js';
import type { BalanceSheetPlan, PlannedProduct } from '../metric/index.js';
import { parameter } from './parse-figure.js';
import { MAX_MONTHS } from './parse-position.js';

const { list, number, object, title } = read;

const growth = number({ min: -1, max: 10, what: 'growth a year, decimal' });
const tenor = number({ min: 0, max: MAX_MONTHS, integer: true, what: 'months' });
const spread = number({ min: -0.2, max: 0.2, what: 'a decimal spread' });

const readProduct: Read<PlannedProduct> = object<PlannedProduct>({
  product: title,
  growthRate: parameter(growth),
  newTenorMonths: parameter(tenor),
  newSpread: parameter(spread),
});

/** The planned balance sheet (rule NII-9). */
export const readPlan: Read<BalanceSheetPlan> = object<BalanceSheetPlan>({
  products: list(readProduct, 1000),
  fundingSpread: parameter(spread),
});
