import { measureOf, type Outcome, type Study } from '@almfes/engine';
import { balanceOf } from './funding-mix.js';

/** A lever as changes.json writes it, and the rule its size follows, in words. */
export interface TemplateLever {
  readonly lever: Readonly<Record<string, string | number>>;
  readonly rule: string;
}

const PAY_MONTHS = [24, 60, 120] as const;
const RECEIVE_MONTHS = [24, 60] as const;
/** Shares that no report tells (judgement): of assets and of Tier 1. */
const TERM_OF_ASSETS = 0.05;
const CAPITAL_OF_TIER_1 = 0.2;

/** Two significant digits, never more than the amount: a lever is bounded by what there is. */
export function roundedDown(amount: number): number {
  if (amount <= 0) return 0;
  const size = 10 ** (Math.floor(Math.log10(amount)) - 1);
  return Number((Math.floor(amount / size) * size).toPrecision(2));
}

/**
 * What a bank of this shape would weigh, each bounded by a reported figure (rule FORM-28). A lever
 * that has nothing to work on is left out.
 */
export function leverTemplate(study: Study, outcome: Outcome): readonly TemplateLever[] {
  const all = [...swaps(study, outcome), sale(study), term(study), price(study), capital(study)];
  return all.filter((each) => each !== null);
}

function swaps(study: Study, outcome: Outcome): TemplateLever[] {
  const afs = roundedDown(sumOf(study, (group) => group === 'afs'));
  const soon = roundedDown(sumOf(study, (group, id) => group === 'loans' && REPRICE.test(id)));
  const rise = measureOf(outcome, 'eve.change', '+200');
  const fall = measureOf(outcome, 'nii.12m.change', '-100');
  const pay = PAY_MONTHS.map((months) => ({
    lever: swap('pay-fixed', months, afs),
    rule: 'pay fixed, each tenor at most the AFS book: weighed because EVE falls at +200 bp',
  }));
  const receive = RECEIVE_MONTHS.map((months) => ({
    lever: swap('receive-fixed', months, soon),
    rule:
      'receive fixed, each tenor at most the loans that mature or reprice within a year: weighed ' +
      'because 12-month NII falls at -100 bp',
  }));
  return [...(rise < 0 && afs > 0 ? pay : []), ...(fall < 0 && soon > 0 ? receive : [])];
}

/** Buckets of a Call Report up to a year. */
const REPRICE = /-(?:to-3m|3m-to-1y)$/;

function swap(kind: 'pay-fixed' | 'receive-fixed', maturityMonths: number, most: number) {
  const id = `${kind === 'pay-fixed' ? 'pay' : 'receive'}-${maturityMonths / 12}y`;
  return { kind, id, maturityMonths, mostUsdMillion: most };
}

function sale(study: Study): TemplateLever | null {
  const book = sumOf(study, (group) => group === 'afs');
  const pledged = (study.liquidity?.sources ?? []).reduce(
    (sum, source) =>
      source.kind === 'sale' && source.group === 'afs' ? sum + source.pledgedUsdMillion : sum,
    0,
  );
  const mostUsdMillion = roundedDown(book - pledged);
  if (mostUsdMillion <= 0) return null;
  return {
    lever: { kind: 'sell-afs', id: 'sell-afs', mostUsdMillion, cashPositionId: cashOf(study) },
    rule: 'sell AFS securities, at most those that are not pledged',
  };
}

function term(study: Study): TemplateLever {
  const short = balanceOf(study, SHORT);
  const part = TERM_OF_ASSETS * study.capital.tangibleAssetsUsdMillion;
  const isRefinanced = short >= part;
  return {
    lever: {
      ...{ kind: 'term-funding', id: 'term-2y', maturityMonths: 24, spread: 0.005 },
      mostUsdMillion: roundedDown(Math.max(short, part)),
      useOfProceedsId: isRefinanced ? SHORT : cashOf(study),
    },
    rule: isRefinanced
      ? 'term funding (a Home Loan Bank advance), at most the borrowings due within a year'
      : 'term funding (a Home Loan Bank advance), at most 5% of assets, kept as cash: judgement',
  };
}

const SHORT = 'borrowings-to-1y';

/** Free deposits are the dearest to lose; a bank that has none prices its savings. */
function price(study: Study): TemplateLever | null {
  const positionId = ['deposits-free', 'deposits-savings'].find((id) => balanceOf(study, id) > 0);
  if (positionId === undefined) return null;
  return {
    lever: {
      ...{ kind: 'deposit-price', id: 'pay-depositors', positionId },
      ...{ rateChange: 0.0025, lifeChangeYears: 0.15, mostUnits: 6 },
    },
    rule: 'pay depositors up to 150 bp more, 0.15 years of life for each 25 bp: judgement',
  };
}

function capital(study: Study): TemplateLever | null {
  const { cet1UsdMillion, additionalTier1UsdMillion } = study.capital;
  const tier1 = cet1UsdMillion + additionalTier1UsdMillion;
  const mostUsdMillion = roundedDown(CAPITAL_OF_TIER_1 * tier1);
  if (mostUsdMillion <= 0) return null;
  const cashPositionId = cashOf(study);
  return {
    lever: {
      kind: 'raise-capital',
      id: 'raise',
      mostUsdMillion,
      costOfEquity: 0.1,
      cashPositionId,
    },
    rule: 'issue equity, at most a fifth of Tier 1, at 10% a year: judgement',
  };
}

const cashOf = (study: Study): string =>
  balanceOf(study, 'cash-earning') > 0 ? 'cash-earning' : 'cash-idle';

function sumOf({ book }: Study, holds: (group: string, id: string) => boolean): number {
  return book.carryingUsdMillion.reduce((sum, amount, row) => {
    const group = book.group.names[book.group.codes[row] ?? -1] ?? '';
    return holds(group, book.id[row] ?? '') ? sum + amount : sum;
  }, 0);
}
