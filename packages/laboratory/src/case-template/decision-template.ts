import { measureOf, type Outcome, type Study } from '@almfes/engine';
import { balanceOf } from './funding-mix.js';

/** Two significant digits, so that a template shows no false precision. */
export function roundAmount(amount: number): number {
  if (amount <= 0) return 0;
  const size = 10 ** Math.max(0, Math.floor(Math.log10(amount)) - 1);
  return Math.max(1, Math.round(amount / size) * size);
}

/** Shares of the bank that bound the levers: those of svb-2022, rounded (judgement). */
const SWAPS_OF_ASSETS = 0.25;
const SALE_OF_AFS = 0.75;
const TERM_OF_ASSETS = 0.05;
const CAPITAL_OF_TIER_1 = 0.2;
const SWAP_MONTHS = [24, 60, 120] as const;

const SCENARIOS = ['-200', '-100', '0', '+100', '+200', '+300'];
const WORLDS = [
  { kind: 'digital-disruption', severity: 'severe', title: 'digital disruption, severe' },
  { kind: 'combined-adverse', severity: 'severe', title: 'combined adverse, severe' },
];
const WORLD_IDS = ['digital-disruption-severe', 'combined-adverse-severe'];

function groupCarrying({ book }: Study, group: string): number {
  const code = book.group.names.indexOf(group);
  return book.carryingUsdMillion.reduce(
    (sum, amount, row) => (book.group.codes[row] === code ? sum + amount : sum),
    0,
  );
}

function levers(study: Study): object[] {
  const assets = study.capital.tangibleAssetsUsdMillion;
  const cash = balanceOf(study, 'cash-earning') > 0 ? 'cash-earning' : 'cash-idle';
  const short = balanceOf(study, 'borrowings-to-1y');
  const term = roundAmount(TERM_OF_ASSETS * assets);
  const afs = groupCarrying(study, 'afs');
  const tier1 = study.capital.cet1UsdMillion + study.capital.additionalTier1UsdMillion;
  const swaps = SWAP_MONTHS.map((maturityMonths) => ({
    ...{ kind: 'pay-fixed', id: `pay-${maturityMonths / 12}y`, maturityMonths },
    mostUsdMillion: roundAmount(SWAPS_OF_ASSETS * assets),
  }));
  const sale = {
    ...{ kind: 'sell-afs', id: 'sell-afs', mostUsdMillion: roundAmount(SALE_OF_AFS * afs) },
    cashPositionId: cash,
  };
  return [
    ...swaps,
    ...(afs > 0 ? [sale] : []),
    {
      ...{ kind: 'term-funding', id: 'term-2y', maturityMonths: 24, spread: 0.005 },
      ...{ mostUsdMillion: term, useOfProceedsId: short > term ? 'borrowings-to-1y' : cash },
    },
    {
      ...{ kind: 'deposit-price', id: 'pay-free', positionId: 'deposits-free' },
      ...{ rateChange: 0.0025, lifeChangeYears: 0.15, mostUnits: 6 },
    },
    {
      ...{
        kind: 'raise-capital',
        id: 'raise',
        mostUsdMillion: roundAmount(CAPITAL_OF_TIER_1 * tier1),
      },
      ...{ costOfEquity: 0.1, cashPositionId: cash },
    },
  ];
}

/** A round step of an amount: a tenth of the scale, which is near a tenth of Tier 1. */
function moneyScale(amount: number): { scale: number; step: number; stepWords: string } {
  const scale = 10 ** Math.max(1, Math.round(Math.log10(Math.max(10, amount))));
  return { scale, step: scale / 10, stepWords: `${scale / 10} million` };
}

function limits(study: Study, outcome: Outcome): object[] {
  const tier1 = study.capital.cet1UsdMillion + study.capital.additionalTier1UsdMillion;
  const money = moneyScale(tier1 / 10);
  const income = moneyScale(measureOf(outcome, 'nii.12m', '0') / 20);
  const assumed = ['as-assumed'];
  const shocks = ['-200', '-100', '+100', '+200'];
  const weighted = study.capital.riskWeightedAssetsUsdMillion > 0;
  const hasRatio = weighted && !String(study.capitalRegime?.regime).startsWith('community-bank');
  return [
    {
      ...{ id: 'eve-broken', title: 'EVE itself above zero with behaviour broken' },
      ...{ measure: 'eve.value', scenarios: SCENARIOS, worlds: WORLD_IDS, floor: 0, ...money },
      source: 'judgement: solvent in economic value when an assumption fails',
    },
    {
      ...{ id: 'nii-broken', title: '12-month NII above zero with behaviour broken' },
      ...{ measure: 'nii.12m', scenarios: SCENARIOS, worlds: WORLD_IDS, floor: 0, ...income },
      source: 'judgement: income when an assumption fails',
    },
    {
      ...{ id: 'eve', title: 'EVE change no worse than 15% of Tier 1', measure: 'eve.change' },
      ...{ scenarios: shocks, worlds: assumed, floor: { times: -0.15, of: 'tier-1-capital' } },
      ...{ ...money, source: 'Basel SRP 31 outlier benchmark, a benchmark only for US banks' },
    },
    {
      ...{ id: 'nii', title: '12-month NII at least 80% of base', measure: 'nii.12m' },
      ...{ scenarios: SCENARIOS, worlds: assumed, floor: { times: 0.8, of: 'base-nii-12m' } },
      ...{ ...income, source: 'judgement: four fifths of base NII' },
    },
    ...(hasRatio ? [economicLimit(assumed)] : []),
    {
      ...{ id: 'run', title: 'Liquidity within one day covers 25% of uninsured deposits' },
      ...{ measure: 'runThreshold.liquidity.1d', scenarios: SCENARIOS, worlds: assumed },
      ...{ floor: 0.25, scale: 0.05, step: 0.01, stepWords: 'point of uninsured deposits' },
      source: 'judgement: a quarter of uninsured deposits in a day',
    },
  ];
}

function economicLimit(worlds: readonly string[]): object {
  return {
    ...{ id: 'economic-cet1', title: 'Economic CET1 (E0) at least 4.5% of RWA' },
    ...{ measure: 'capital.economicRatio.e0', scenarios: SCENARIOS, worlds },
    ...{ floor: 0.045, scale: 0.01, step: 0.01, stepWords: 'point of RWA' },
    source: 'minimum CET1 ratio, 12 CFR 217.10, applied to economic CET1',
  };
}

/** Step 4 scaled to the bank: levers, worlds and limits of svb-2022 (rule FORM-22). */
export function decisionTemplate(
  study: Study,
  outcome: Outcome,
  afterwards: { readonly curveDate: string; readonly title: string } | null,
): object {
  const stated = limits(study, outcome);
  const frontier = stated.some((limit) => 'id' in limit && limit.id === 'economic-cet1')
    ? { limit: 'economic-cet1', floors: [0, 0.03, 0.06] }
    : { limit: 'run', floors: [0.1, 0.25, 0.5] };
  return {
    ...{ levers: levers(study), worlds: WORLDS, limits: stated },
    ...{ realisedLossYears: 3, frontier, afterwards },
  };
}
