import { type Book, type HedgeLine, isFuture, textAt } from '../balance-sheet/index.js';
import { type Behaviour, type DepositModel, rolloverShareOf } from '../behaviour/index.js';
import { itemAt } from '../foundation/index.js';
import { monthlyDiscount, parRate, type ZeroCurve } from '../market/index.js';
import { fixedParts } from './fixed-parts.js';
import { futurePricesNow } from './hedge/future-flows.js';
import type { MigrationTarget, Program } from './program.js';
import { newRowList } from './row-lists.js';
import { type RowVariants, rowVariants } from './row-variants.js';

const TEN_YEARS_MONTHS = 120;
const LONGEST_RESET_MONTHS = 360;

export interface CompileInput {
  readonly book: Book;
  readonly behaviour: Behaviour;
  readonly hedges: readonly HedgeLine[];
  readonly curve: ZeroCurve;
  readonly mortgageRate: number;
  /** Rows met before on this market; absent: none. */
  readonly variants?: RowVariants;
}

/** Resolves models to rows and reads the base rates once (rules CF-2, CF-4, PREPAY-1). */
export function compile(input: CompileInput): Program {
  const { book, behaviour, hedges, curve } = input;
  const { discount, resetRate } = ratesNow(curve);
  const deposits = byId(behaviour.deposits);
  const prepayments = byId(behaviour.prepayments);
  const redemptions = byId(behaviour.redemptions ?? []);
  const drawdowns = byId(behaviour.drawdowns ?? []);
  const modelNames = book.id.map((_, row) => textAt(book.behaviour, row));
  const depositOf = modelNames.map((name) => deposits.get(name) ?? null);
  const program = {
    book,
    curve,
    depositOf,
    migrationOf: depositOf.map((model) => migrationTarget(book, modelNames, deposits, model)),
    prepaymentOf: modelNames.map((name) => prepayments.get(name) ?? null),
    redemptionOf: modelNames.map((name) => redemptions.get(name) ?? null),
    drawdownOf: modelNames.map((name) => drawdowns.get(name) ?? null),
    rolloverOf: book.id.map(
      (_, row) => rolloverShareOf(behaviour.rollovers, textAt(book.product, row)) ?? null,
    ),
    floatingMargin: book.rate.map((rate, row) => rate - resetRate(itemAt(book.resetMonth, row))),
    ...hedgesOn(discount, hedges),
    oneMonthRateNow: resetRate(0),
    mortgageSpread: input.mortgageRate - parRate(discount, 0, TEN_YEARS_MONTHS),
  };
  const fixed = fixedParts(program, input.variants ?? rowVariants());
  return { ...program, fixed, rows: newRowList(book) };
}

/** The same program with other hedges: rows do not look at them. */
export function withHedges(program: Program, hedges: readonly HedgeLine[]): Program {
  return { ...program, ...hedgesOn(ratesNow(program.curve).discount, hedges) };
}

/** What a curve says at the date: made once, because thousands of programs stand on one market. */
interface RatesNow {
  readonly discount: Float64Array;
  readonly resetRate: (resetMonth: number) => number;
}

const knownRates = new WeakMap<ZeroCurve, RatesNow>();

function ratesNow(curve: ZeroCurve): RatesNow {
  const known = knownRates.get(curve);
  if (known !== undefined) return known;
  const discount = monthlyDiscount(curve, LONGEST_RESET_MONTHS);
  const rates = { discount, resetRate: resetRates(discount) };
  knownRates.set(curve, rates);
  return rates;
}

function hedgesOn(
  discount: Float64Array,
  hedges: readonly HedgeLine[],
): Pick<Program, 'hedges' | 'futurePricesNow'> {
  const pricesNow = (hedge: HedgeLine) => (isFuture(hedge) ? futurePricesNow(hedge, discount) : []);
  return { hedges, futurePricesNow: hedges.map(pricesNow) };
}

function byId<M extends { readonly id: string }>(models: readonly M[]): ReadonlyMap<string, M> {
  return new Map(models.map((model) => [model.id, model]));
}

/** Rates to a reset on one curve, each made once: many rows reset in the same month. */
function resetRates(discount: Float64Array): (resetMonth: number) => number {
  const known = new Map<number, number>();
  return (resetMonth) => {
    const rate = known.get(resetMonth) ?? rateForReset(discount, resetMonth);
    known.set(resetMonth, rate);
    return rate;
  };
}

/** The one-month rate for a row that resets at once, else the par rate to its next reset. */
function rateForReset(discount: Float64Array, resetMonth: number): number {
  if (resetMonth <= 1) return 12 * (1 / itemAt(discount, 1) - 1);
  return parRate(discount, 0, Math.min(resetMonth, LONGEST_RESET_MONTHS));
}

/** The target's present rate is the balance-weighted rate of the rows that use its model. */
function migrationTarget(
  book: Book,
  modelNames: readonly string[],
  deposits: ReadonlyMap<string, DepositModel>,
  model: DepositModel | null,
): MigrationTarget | null {
  const target = model === null ? undefined : deposits.get(model.migrationTo);
  if (target === undefined) return null;
  let balance = 0;
  let interest = 0;
  modelNames.forEach((name, row) => {
    if (name !== target.id) return;
    balance += itemAt(book.notionalUsdMillion, row);
    interest += itemAt(book.notionalUsdMillion, row) * itemAt(book.rate, row);
  });
  return { model: target, rateNow: balance === 0 ? 0 : interest / balance };
}
