import type { MeasureDefinition } from '../measure.js';
import type { TransferMode } from '../transfer/row-transfer.js';
import { TRANSFER_LINES, type TransferLine } from '../transfer/transfer-lines.js';
import { TRANSFER_HORIZONS, TRANSFER_MODES, transferId } from '../transfer/transfer-measures.js';

type Words = Pick<MeasureDefinition, 'title' | 'sign' | 'definition' | 'source' | 'limits'>;

const UNIT_GAINS = 'positive: it adds to net interest income';

const LINE: Readonly<Record<TransferLine | 'residual', Words>> = {
  margin: {
    title: 'Customer margin by product',
    sign: UNIT_GAINS,
    definition: 'Side x (rate - transfer rate) x balance, by book and by product',
    source: 'FTP-8',
    limits: 'Before liquidity premium, option cost, servicing, credit loss and tax.',
  },
  liquidity: {
    title: 'Liquidity premiums of products',
    sign: 'positive: products are credited more for stable funding than charged',
    definition: 'Premium at the behavioural tenor x balance: assets pay, liabilities receive it',
    source: 'FTP-9; SR 16-3 (2016)',
    limits: 'Funding liquidity only: standby liquidity for lines and runs is not charged.',
  },
  option: {
    title: 'Option costs of products',
    sign: 'negative: products pay for the options of their customers',
    definition: 'Option cost of the product x balance, for assets and liabilities alike',
    source: 'FTP-10',
    limits: 'The cost is an input; a deposit pays on what is left after a run.',
  },
  treasury: {
    title: 'Treasury mismatch book',
    sign: UNIT_GAINS,
    definition:
      'Transfer rates from assets, less those to liabilities, less equity credit, plus the ' +
      'non-earning charge, plus option costs of products, plus swaps',
    source: 'FTP-10 to FTP-12',
    limits: 'Deposits keep the transfer rate of the date for the whole horizon.',
  },
  centre: {
    title: 'Liquidity centre',
    sign: 'positive: premiums charged to assets exceed those credited to liabilities',
    definition: 'Liquidity premiums from assets, less those to liabilities',
    source: 'FTP-9; SR 16-3 (2016)',
    limits: 'Bears no cost of a liquidity buffer: what the buffer loses stands in its own margin.',
  },
  equity: {
    title: 'Equity book',
    sign: UNIT_GAINS,
    definition: 'Credit on book equity at the par rates of its tenors',
    source: 'FTP-11',
    limits: 'Each tenor is placed whole on the valuation date, not as an old ladder.',
  },
  nonEarning: {
    title: 'Non-earning book',
    sign: 'negative: non-earning assets are charged',
    definition: 'One-month rate plus spread on what carries no interest, paid to treasury',
    source: 'FTP-12',
    limits: 'Amounts stay as on the valuation date.',
  },
  residual: {
    title: 'Residual of transfer pricing',
    sign: 'positive: net interest income is more than the sum of the lines',
    definition: 'Net interest income less the sum of all lines: rounding alone',
    source: 'FTP-13',
    limits: 'Shows that money is counted once, not that a price is right.',
  },
};

const SHEET: Readonly<Record<TransferMode, string>> = {
  constant: 'a constant balance sheet',
  runOff: 'a balance sheet that runs off',
};

/** Every line for each mode and horizon, in the order of the measures. */
export const TRANSFER_PRICING: readonly MeasureDefinition[] = TRANSFER_MODES.flatMap((mode) =>
  TRANSFER_HORIZONS.flatMap((months) =>
    [...TRANSFER_LINES, 'residual' as const].map((line): MeasureDefinition => {
      const words = LINE[line];
      return {
        ...words,
        id: transferId(mode, line, months),
        unit: 'USD million',
        title: `${words.title}, ${months} months on ${SHEET[mode]}`,
      };
    }),
  ),
);
