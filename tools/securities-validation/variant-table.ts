import type { CallReportMarket } from '../../packages/intake/src/index.js';
import { CENTRAL, judgedBanks, pathOf2022 } from './judged-banks.js';
import { judgement, PREDICTED } from './judgement.js';
import { markdownTable } from './markdown-table.js';
import type { MarketPath } from './predict-marks.js';

/** Each assumption at its ends, and mortgage rates without their own move, on 2022. */
const VARIANTS = [
  ['central: the prediction', {}],
  ['prepayment x 0.6', { poolSpeed: 0.6 }],
  ['prepayment x 1.4', { poolSpeed: 1.4 }],
  ['early in the bucket (0.25)', { securityPlace: 0.25 }],
  ['late in the bucket (0.75)', { securityPlace: 0.75 }],
  ['municipal tax rate 21%', { municipalTaxRate: 0.21 }],
  ['municipal tax rate 40.8%', { municipalTaxRate: 0.408 }],
] as const;

/** What the ranges of the assumptions would have given: made after the judgement. */
export function variantTable(): readonly string[] {
  const row = (title: string, banks: ReturnType<typeof judgedBanks>) => {
    const { foreseen, came, rank } = judgement(banks, PREDICTED);
    return [title, (foreseen / 1000).toFixed(0), (foreseen / came).toFixed(2), rank.toFixed(3)];
  };
  return markdownTable(
    ['variant', 'predicted, USD bn', 'ratio', 'rank correlation'],
    [
      ...VARIANTS.map(([title, edit]) => row(title, judgedBanks({ ...CENTRAL, ...edit }))),
      row('mortgage rates with the spread of 2021', judgedBanks(CENTRAL, spreadHeld())),
    ],
  );
}

function spreadHeld(): MarketPath {
  const path = pathOf2022();
  const held = (place: CallReportMarket): CallReportMarket => {
    const value = tenYear(place) + rateOf(path.start) - tenYear(path.start);
    const mortgageRate = { ...place.market.mortgageRate, value };
    return { ...place, market: { ...place.market, mortgageRate } };
  };
  return { start: path.start, middles: path.middles.map(held), end: held(path.end) };
}

function rateOf({ market }: CallReportMarket): number {
  return market.mortgageRate.value;
}

function tenYear({ market }: CallReportMarket): number {
  const quote = market.parQuotes.find(({ tenorMonths }) => tenorMonths === 120);
  if (quote === undefined) throw new Error(`no ten-year quote on ${market.curveDate}`);
  return quote.rate;
}
