import { type Read, read } from '../foundation/index.js';
import type {
  EquityTenor,
  LiquidityPremium,
  OptionCost,
  TransferPricing,
} from '../metric/index.js';
import { sourced } from './parse-sourced.js';

const { list, number, object, title } = read;

const MOST_TENORS = 100;

const tenor = (min: number) => number({ min, max: 360, integer: true, what: 'months' });
const spread = sourced({ min: -0.2, max: 0.2, what: 'a decimal spread' });

const readPremium: Read<LiquidityPremium> = object<LiquidityPremium>({
  tenorMonths: tenor(1),
  spread,
});

const readOptionCost: Read<OptionCost> = object<OptionCost>({
  product: title,
  costBp: sourced({ min: 0, max: 2000, what: 'basis points a year' }),
});

const readEquityTenor: Read<EquityTenor> = object<EquityTenor>({
  tenorMonths: tenor(0),
  share: sourced({ min: 0, max: 1, what: 'a share' }),
});

/** How the bank prices money inside (rules FTP-8 to FTP-12). */
export const readTransferPricing: Read<TransferPricing> = object<TransferPricing>({
  liquidityPremiums: list(readPremium, MOST_TENORS, 1),
  optionCosts: list(readOptionCost, 1000),
  equityCredit: list(readEquityTenor, MOST_TENORS, 1),
  nonEarningSpread: spread,
});
