import {
  addMonths,
  collect,
  dayFromCivil,
  fail,
  isoFromDay,
  issue,
  itemAt,
  ok,
  type Result,
} from '../../foundation/index.js';
import type { InstrumentMeasure, Valuation } from '../valuation.js';
import { contractFaceUsd, conversionFactor, type TreasuryContract } from './conversion-factor.js';
import {
  type DeliverableNote,
  noteAccrued,
  noteFlows,
  notePriceAfter,
} from './deliverable-note.js';

/** A position in a Treasury future with the notes that may be delivered into it. */
export interface TreasuryFuture {
  readonly contract: TreasuryContract;
  readonly deliveryYear: number;
  readonly deliveryMonth: number;
  /** The day on which the seller is taken to deliver. */
  readonly deliveryDay: number;
  /** The day on which the notes bought at their prices are paid. */
  readonly settlementDay: number;
  readonly futuresPrice: number;
  /** Number of contracts, negative when sold. */
  readonly contracts: number;
  readonly tradePrice: number;
  /** Simple rate (ACT/360) at which the notes are financed until delivery. */
  readonly financingRate: number;
  readonly basket: readonly DeliverableNote[];
}

/** One note of the basket against the future (rules FUTURE-6, FUTURE-7); prices per 100. */
export interface Delivery {
  readonly note: DeliverableNote;
  readonly conversionFactor: number;
  /** What the buyer of the future pays for 100 of face: price x factor + accrued. */
  readonly invoicePrice: number;
  /** Simple rate (ACT/360) earned by buying the note, selling the future and delivering. */
  readonly impliedRepoRate: number;
  readonly grossBasis: number;
  /** Gross basis less the carry at the financing rate. */
  readonly netBasis: number;
  /** The futures price at which the note earns the financing rate exactly. */
  readonly impliedFuturesPrice: number;
}

const DAYS_PER_YEAR = 360;
/** The two- and five-year contracts deliver until the third business day of the next month. */
const LATEST_DELIVERY_DAYS = 7;

/** The notes in the order of the basket. Issues: `basket.maturity`, `delivery.dates`. */
export function deliveries(future: TreasuryFuture): Result<Delivery[]> {
  const { settlementDay, deliveryDay } = future;
  if (deliveryDay <= settlementDay) {
    const got = isoFromDay(deliveryDay);
    return fail(issue('delivery.dates', 'deliveryDay', 'a day after settlement', got));
  }
  const first = dayFromCivil(future.deliveryYear, future.deliveryMonth, 1);
  if (deliveryDay < first || deliveryDay > addMonths(first, 1) + LATEST_DELIVERY_DAYS) {
    const got = isoFromDay(deliveryDay);
    return fail(issue('delivery.dates', 'deliveryDay', 'a day of the delivery month', got));
  }
  return collect(future.basket.map((note) => deliveryOf(note, future)));
}

function deliveryOf(note: DeliverableNote, future: TreasuryFuture): Result<Delivery> {
  const flows = noteFlows(note, future.settlementDay);
  if (!flows.ok) return flows;
  if (note.maturityDay <= future.deliveryDay) {
    const got = String(note.maturityDay);
    return fail(issue('basket.maturity', note.id, 'a maturity after delivery', got));
  }
  const { settlementDay, deliveryDay, futuresPrice, financingRate } = future;
  const factor = conversionFactor({ ...future, ...note });
  const paid = note.cleanPrice + noteAccrued(flows.value, settlementDay);
  const accrued = noteAccrued(flows.value, deliveryDay);
  const invoicePrice = futuresPrice * factor + accrued;
  const years = (from: number): number => (deliveryDay - from) / DAYS_PER_YEAR;
  let coupons = 0;
  let couponYears = 0;
  for (const flow of flows.value) {
    if (flow.payDay <= settlementDay || flow.payDay > deliveryDay) continue;
    coupons += flow.amount;
    couponYears += flow.amount * years(flow.payDay);
  }
  const term = years(settlementDay);
  const gain = invoicePrice + coupons - paid;
  const carried =
    paid * (1 + financingRate * term) - coupons - financingRate * couponYears - accrued;
  return ok({
    note,
    conversionFactor: factor,
    invoicePrice,
    impliedRepoRate: gain / (paid * term - couponYears),
    grossBasis: note.cleanPrice - futuresPrice * factor,
    netBasis: carried - futuresPrice * factor,
    impliedFuturesPrice: carried / factor,
  });
}

/** The delivery that earns the seller most: the highest implied repo rate (rule FUTURE-7). */
export function cheapestToDeliver(found: readonly Delivery[]): Delivery {
  return found.reduce((best, one) => (one.impliedRepoRate > best.impliedRepoRate ? one : best));
}

/**
 * Value against the trade price, the cheapest note and DV01 through it (FUTURE-5 to FUTURE-8).
 * Issues as `deliveries`, and `yield.none`.
 */
export function valueTreasuryFuture(future: TreasuryFuture): Result<Valuation> {
  const all = deliveries(future);
  if (!all.ok) return all;
  const cheapest = cheapestToDeliver(all.value);
  const point = (future.contracts * contractFaceUsd(future.contract)) / 100;
  const dv01 = futureDv01(future, cheapest);
  if (!dv01.ok) return dv01;
  const fair = Math.min(...all.value.map((one) => one.impliedFuturesPrice));
  const place = all.value.indexOf(cheapest);
  const per100 = (id: string, value: number): InstrumentMeasure => ({
    id,
    value,
    unit: 'per 100 face',
  });
  const measures: InstrumentMeasure[] = [
    {
      id: 'present-value',
      value: point * (future.futuresPrice - future.tradePrice),
      unit: 'currency',
    },
    {
      id: 'cheapest-to-deliver',
      value: place + 1,
      unit: 'none',
      convention: `place in the basket: ${cheapest.note.id}`,
    },
    { id: 'conversion-factor', value: cheapest.conversionFactor, unit: 'none' },
    per100('invoice-price', cheapest.invoicePrice),
    {
      id: 'implied-repo-rate',
      value: cheapest.impliedRepoRate,
      unit: 'decimal rate',
      convention: 'simple, ACT/360',
    },
    per100('gross-basis', cheapest.grossBasis),
    per100('net-basis', cheapest.netBasis),
    per100('implied-futures-price', fair),
    { id: 'dv01', value: point * dv01.value, unit: 'currency', convention: DV01_CONVENTION },
  ];
  return ok({ measures, flows: [] });
}

const DV01_CONVENTION = 'change for 1 bp more on the yield of the cheapest note';
const ONE_BP = 0.0001;

/** Change of the implied futures price for one basis point on the yield of the cheapest note. */
function futureDv01(future: TreasuryFuture, cheapest: Delivery): Result<number> {
  const priced = collect([ONE_BP, -ONE_BP].map((move) => impliedAfter(future, cheapest, move)));
  if (!priced.ok) return priced;
  return ok((itemAt(priced.value, 0) - itemAt(priced.value, 1)) / 2);
}

/** The futures price that leaves the implied repo rate of the note as it is. */
function impliedAfter(future: TreasuryFuture, cheapest: Delivery, move: number): Result<number> {
  const cleanPrice = notePriceAfter(cheapest.note, future.settlementDay, move);
  if (!cleanPrice.ok) return cleanPrice;
  const note = { ...cheapest.note, cleanPrice: cleanPrice.value };
  const financed = { ...future, financingRate: cheapest.impliedRepoRate };
  const delivery = deliveryOf(note, financed);
  return delivery.ok ? ok(delivery.value.impliedFuturesPrice) : delivery;
}
