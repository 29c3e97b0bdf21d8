import { CENTRAL, judgedBanks } from './judged-banks.js';
import { judgement, PREDICTED } from './judgement.js';
import { markdownTable } from './markdown-table.js';

/** Each assumption at its ends, on 2022. */
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
    VARIANTS.map(([title, edit]) => row(title, judgedBanks({ ...CENTRAL, ...edit }))),
  );
}
