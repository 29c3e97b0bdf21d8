import { textAt } from '../../balance-sheet/index.js';
import { itemAt } from '../../foundation/index.js';
import { hedgeIncome } from '../income/hedge-income.js';
import { groupOf, type MeasureInput, minus, type Split, total } from '../view.js';
import { equityCredit } from './equity-credit.js';
import { nonEarningCharge } from './non-earning-charge.js';
import { rowTransfer, type TransferView } from './row-transfer.js';
import type { TransferPricing } from './transfer-pricing.js';

/** The lines of the table of transfer pricing, in the order in which they are shown. */
export const TRANSFER_LINES = [
  'margin',
  'liquidity',
  'option',
  'treasury',
  'centre',
  'equity',
  'nonEarning',
] as const;
export type TransferLine = (typeof TRANSFER_LINES)[number];

/** An amount with the split that has a meaning for it. */
export interface Amount {
  readonly value: number;
  readonly by?: Split;
  readonly parts?: Readonly<Record<string, number>>;
}

/** Money that rows exchange with treasury and the centre, by side, USD million. */
interface Exchange {
  readonly transfer: SideSum;
  readonly liquidity: SideSum;
  option: number;
}

interface SideSum {
  assets: number;
  liabilities: number;
}

/**
 * Every line of the first `months` months from its own flows (rules FTP-8 to FTP-12): none is what
 * is left of another.
 */
export function transferLines(
  input: MeasureInput,
  of: TransferView,
  pricing: TransferPricing,
  months: number,
): Record<TransferLine, Amount> {
  const margin = emptyProducts();
  const liquidity = emptyProducts();
  const option = emptyProducts();
  const exchange: Exchange = { transfer: noSum(), liquidity: noSum(), option: 0 };
  const { book } = input.program;
  for (let row = 0; row < book.id.length; row += 1) {
    const found = rowTransfer(input, of, row, months);
    const side = itemAt(book.side, row);
    const key = { group: groupOf(input.program, row), product: textAt(book.product, row) };
    add(margin, key, side * found.margin);
    add(liquidity, key, -side * found.liquidity);
    add(option, key, -found.option);
    const sideName = side === 1 ? 'assets' : 'liabilities';
    exchange.transfer[sideName] += found.transfer;
    exchange.liquidity[sideName] += found.liquidity;
    exchange.option += found.option;
  }
  const credit = equityCredit(input, of.view, pricing, months);
  const charge = nonEarningCharge(input, of.view, pricing, months);
  return {
    margin: amountOf(margin),
    liquidity: amountOf(liquidity),
    option: amountOf(option),
    treasury: inParts({
      assets: exchange.transfer.assets,
      liabilities: -exchange.transfer.liabilities,
      equity: -credit,
      nonEarning: total(charge),
      options: exchange.option,
      swaps: hedgeIncome(input, of.view, months).total,
    }),
    centre: inParts({
      assets: exchange.liquidity.assets,
      liabilities: -exchange.liquidity.liabilities,
    }),
    equity: { value: credit },
    nonEarning: paidBy(charge),
  };
}

interface ProductSums {
  readonly by: Split;
  readonly products: Map<string, number>;
}

const noSum = (): SideSum => ({ assets: 0, liabilities: 0 });

const emptyProducts = (): ProductSums => ({ by: {}, products: new Map() });

function add(
  { by, products }: ProductSums,
  key: { readonly group: keyof Split; readonly product: string },
  amount: number,
): void {
  by[key.group] = (by[key.group] ?? 0) + amount;
  products.set(key.product, (products.get(key.product) ?? 0) + amount);
}

function amountOf({ by, products }: ProductSums): Amount {
  return { value: total(by), by, parts: Object.fromEntries(products) };
}

function inParts(parts: Readonly<Record<string, number>>): Amount {
  return { value: Object.values(parts).reduce((sum, part) => sum + part, 0), parts };
}

/** What the book pays is negative. */
function paidBy(charge: Split): Amount {
  const by = minus({}, charge);
  return { value: total(by), by };
}
