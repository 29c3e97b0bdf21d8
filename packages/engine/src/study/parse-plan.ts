import { type Read, read } from '../foundation/index.js';
import type { BalanceSheetPlan, PlannedProduct } from '../metric/index.js';
import { MAX_MONTHS } from './parse-position.js';
import { sourced } from './parse-sourced.js';

const { list, object, title } = read;

/** Five years of equal steps of more than a fifth a year would leave less than nothing (NII-9). */
const growth = sourced({ min: -0.2, max: 10, what: 'growth a year, decimal' });
const tenor = sourced({ min: 0, max: MAX_MONTHS, integer: true, what: 'months' });
const spread = sourced({ min: -0.2, max: 0.2, what: 'a decimal spread' });

const readProduct: Read<PlannedProduct> = object<PlannedProduct>({
  product: title,
  growthRate: growth,
  newTenorMonths: tenor,
  newSpread: spread,
});

/** The planned balance sheet (rule NII-9). */
export const readPlan: Read<BalanceSheetPlan> = object<BalanceSheetPlan>({
  products: list(readProduct, 1000),
  fundingSpread: spread,
});
