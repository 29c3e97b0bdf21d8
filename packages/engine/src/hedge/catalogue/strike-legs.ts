import { fail, issue, itemAt, ok, type Parameter, type Result } from '../../foundation/index.js';
import { baseDiscount, type Change, measureOf, type Study } from '../../study/index.js';
import type { HedgeTerms } from '../assess/terms.js';
import { fairLinearRate, fairSwapRate } from '../fair-rate.js';
import { notionalShares, type Swap, titleOf } from '../structure.js';
import { type HedgeEngine, withChanges } from '../variant.js';
import {
  type FutureLeg,
  isFutureLeg,
  isSwapLeg,
  type OptionLeg,
  type StructureLeg,
  type SwapLeg,
  type TradedStructure,
} from './structure-leg.js';

const BASIS_POINT = 0.0001;
/** Coupon of the note that a Treasury future delivers; conversion factors are 1 at it. */
const NOTE_COUPON = 0.06;
const ROLL_MONTHS = 3;
const ROLLED_UNTIL = 24;

const REASON = { rationale: 'Hedge evaluation', sources: [] };

export interface LegTerms extends HedgeEngine {
  readonly study: Study;
  readonly notionalUsdMillion: number;
  /** Of the swaps; options and futures stay undesignated. */
  readonly model: Swap['model'];
  readonly hedgedGroup: Swap['hedgedGroup'];
  readonly terms: HedgeTerms;
  /** Of futures, a share of their face. */
  readonly initialMarginShare: number;
}

/**
 * The structure as Changes at the fair rates and premiums of the date, `notionalUsdMillion` in all
 * (HEDGE-25). Issues: `hedge.structure` when a leg ends beyond the curve, DV01 weights stand on
 * anything but whole swaps, or an option finds no cash to be paid from.
 */
export function strikeLegs(structure: TradedStructure, terms: LegTerms): Result<readonly Change[]> {
  const discount = baseDiscount(terms.study);
  const horizon = discount.length - 1;
  const beyond = structure.legs.find(
    ({ startMonth, maturityMonth }) => maturityMonth > horizon || startMonth >= maturityMonth,
  );
  if (beyond !== undefined) {
    const got = `${beyond.startMonth} to ${beyond.maturityMonth}`;
    return fail(issue('hedge.structure', structure.id, `months within 0 to ${horizon}`, got));
  }
  const shares = sharesOf(structure, discount, terms.study.market.swapSpread.value);
  if (!shares.ok) return shares;
  const changes: Change[] = [];
  for (const [at, leg] of structure.legs.entries()) {
    const id = `${structure.id}-${leg.startMonth}-${leg.maturityMonth}-${at}`;
    const notional = terms.notionalUsdMillion * itemAt(shares.value, at);
    const struck = strikeLeg({ leg, id, notional, discount }, terms);
    if (!struck.ok) return struck;
    changes.push(struck.value);
  }
  return ok(changes);
}

function sharesOf(
  structure: TradedStructure,
  discount: Float64Array,
  swapSpread: number,
): Result<readonly number[]> {
  const { legs, weighting, id } = structure;
  const swaps = legs.filter(isSwapLeg).filter(({ amortisation }) => amortisation === 'none');
  if (weighting === 'dv01' && swaps.length < legs.length) {
    const expected = 'whole swaps under DV01 weights';
    return fail(issue('hedge.structure', id, expected, 'another instrument'));
  }
  if (weighting === 'dv01') {
    const shares = notionalShares({ ...structure, legs: swaps }, { discount, swapSpread });
    if (shares !== undefined) return ok(shares);
  }
  const sum = legs.reduce((total, { weight }) => total + weight, 0);
  if (sum > 0) return ok(legs.map(({ weight }) => weight / sum));
  return fail(issue('hedge.structure', id, 'positive weights', 'none'));
}

interface Struck<L extends StructureLeg> {
  readonly leg: L;
  readonly id: string;
  readonly notional: number;
  readonly discount: Float64Array;
}

function strikeLeg(of: Struck<StructureLeg>, terms: LegTerms): Result<Change> {
  const { leg } = of;
  if (isSwapLeg(leg)) return ok(swapChange({ ...of, leg }, terms));
  if (isFutureLeg(leg)) return ok(futureChange({ ...of, leg }, terms));
  return optionChange({ ...of, leg }, terms);
}

function swapChange({ leg, id, notional, discount }: Struck<SwapLeg>, terms: LegTerms): Change {
  const { side, startMonth, maturityMonth, amortisation } = leg;
  const fair = amortisation === 'linear' ? fairLinearRate : fairSwapRate;
  const swap: Swap = {
    id,
    notionalUsdMillion: side === 'pay-fixed' ? notional : -notional,
    fixedRate: fair(discount, startMonth, maturityMonth) + terms.study.market.swapSpread.value,
    floatSpread: 0,
    ...{ startMonth, maturityMonth, model: terms.model, hedgedGroup: terms.hedgedGroup },
    ...(amortisation === 'linear' ? { amortisation: { kind: 'linear' } as const } : {}),
  };
  const title = titleOf(swap);
  return { kind: 'add-hedge', id: `add-${id}`, title, ...REASON, size: 1, swap };
}

const CONTRACTS = {
  'sofr-future': 'sofr',
  'treasury-future': 'treasury',
  'swap-future': 'swap',
} as const;

function futureChange({ leg, id, notional, discount }: Struck<FutureLeg>, of: LegTerms): Change {
  const { position, startMonth, maturityMonth } = leg;
  const contract = CONTRACTS[leg.kind];
  const fair = fairSwapRate(discount, startMonth, maturityMonth);
  const coupon = { sofr: {}, treasury: { couponRate: NOTE_COUPON }, swap: { couponRate: fair } };
  return {
    kind: 'add-future',
    id: `add-${id}`,
    title: `${position === 'sold' ? 'Sell' : 'Buy'} ${contract} futures to month ${maturityMonth}`,
    ...REASON,
    size: 1,
    future: {
      id,
      contract,
      notionalUsdMillion: position === 'sold' ? -notional : notional,
      ...{ startMonth, maturityMonth, model: 'undesignated', hedgedGroup: 'none' },
      ...coupon[contract],
      initialMarginShare: judged(of.initialMarginShare, 'ratio'),
      ...(of.terms.rollCostBp === 0
        ? {}
        : {
            roll: {
              everyMonths: ROLL_MONTHS,
              untilMonth: ROLLED_UNTIL,
              costBp: judged(of.terms.rollCostBp, 'bp'),
            },
          }),
    },
  };
}

function judged(value: number, unit: string): Parameter {
  return { value, unit, basis: 'assumed', source: [], note: 'the terms of the evaluation' };
}

const PAYMENT_MONTHS = 3;
const MONTHLY = 1;

/** The premium is what the option is worth: priced by evaluating the bank with it. */
function optionChange(of: Struck<OptionLeg>, terms: LegTerms): Result<Change> {
  const cashPositionId = cashRow(terms.study);
  if (cashPositionId === undefined) {
    return fail(issue('hedge.structure', of.id, 'cash to pay the premium from', 'no cash row'));
  }
  const free = unpaid(of, terms, cashPositionId);
  const base = { ...terms.study, scenarios: terms.study.scenarios.filter(({ id }) => id === '0') };
  const with0 = withChanges(base, [free], terms.apply);
  if (!with0.ok) return with0;
  const worth = (study: Study) => measureOf(terms.evaluate(study, ['value']), 'eve.value', '0');
  const premiumUsdMillion = worth(with0.value) - worth(base);
  return ok({ ...free, option: { ...free.option, premiumUsdMillion } });
}

function unpaid(
  { leg, id, notional, discount }: Struck<OptionLeg>,
  { terms }: LegTerms,
  cashPositionId: string,
): Extract<Change, { readonly kind: 'add-option' }> {
  const { kind, startMonth, maturityMonth, strikeOffsetBp, floorOffsetBp } = leg;
  const fair = fairSwapRate(discount, startMonth, maturityMonth);
  const whole = (maturityMonth - startMonth) % PAYMENT_MONTHS === 0;
  const strikeRate = fair + strikeOffsetBp * BASIS_POINT;
  return {
    kind: 'add-option',
    id: `add-${id}`,
    title: `Buy a ${kind} to month ${maturityMonth} at ${(100 * strikeRate).toFixed(2)}%`,
    ...REASON,
    size: 1,
    cashPositionId,
    option: {
      ...{ id, kind, position: 'bought', notionalUsdMillion: notional, strikeRate },
      ...(kind === 'collar' ? { floorRate: fair + floorOffsetBp * BASIS_POINT } : {}),
      ...{ startMonth, maturityMonth, paymentMonths: whole ? PAYMENT_MONTHS : MONTHLY },
      normalVolatility: judged(terms.normalVolatilityBp * BASIS_POINT, ''),
      premiumUsdMillion: 0,
      model: 'undesignated',
      hedgedGroup: 'none',
    },
  };
}

/** The largest cash row of the book. */
function cashRow({ book }: Study): string | undefined {
  const code = book.group.names.indexOf('cash');
  let found: { readonly id: string; readonly amount: number } | undefined;
  for (const [row, id] of book.id.entries()) {
    const amount = itemAt(book.carryingUsdMillion, row);
    if (book.group.codes[row] !== code || amount <= (found?.amount ?? 0)) continue;
    found = { id, amount };
  }
  return found?.id;
}
