import {
  addMonths,
  dayFromIso,
  floatAt,
  issue,
  itemAt,
  ok,
  type Result,
} from '../../foundation/index.js';
import type { RateVolatility } from '../../instrument/index.js';
import { curveFromDiscounts, type DatedCurve } from '../../market/index.js';
import type { Scenario } from '../../scenario/index.js';
import { type MeasureResult, type RefusedMeasure, refusedWithout } from '../measure.js';
import type { MeasureInput, ScenarioView } from '../view.js';
import { bankValue, higherVolatility } from './option-add-on.js';
import { isPrescribed } from './prescribed.js';
import {
  type AutomaticOptions,
  automaticOption,
  type OptionVolatility,
  STUDY_INDEX,
} from './study-option.js';

const IDS = ['options.value', 'options.change', 'standardised.eve.addOn'];

/** Values to the bank by option, USD million. */
export type OptionValues = Readonly<Record<string, number>>;

/**
 * options.value, options.change and standardised.eve.addOn of every scenario (rules STANDARD-15
 * and STANDARD-17). They are no part of eve.*: a reader adds them where they belong.
 */
export function optionMeasures(input: MeasureInput): MeasureResult[] {
  const { automaticOptions: block } = input.blocks;
  if (block === undefined) return refusedWithout('/automaticOptions', IDS);
  const valuesIn = (view: ScenarioView) => optionValues(block, input.valuationDate, view);
  const base = valuesIn(input.base);
  return input.scenarios.flatMap((view, at) => {
    const values = valuesIn(view);
    const head = (id: string): Head => ({ id, scenario: view.id });
    return [
      measured(head('options.value'), values),
      measured(head('options.change'), less(values, base)),
      addOn(input, block, view, input.shocks[at]),
    ];
  });
}

function addOn(
  input: MeasureInput,
  block: AutomaticOptions,
  view: ScenarioView,
  shock: Scenario | undefined,
): MeasureResult {
  const head = { id: 'standardised.eve.addOn', scenario: view.id };
  return shock !== undefined && isPrescribed(shock)
    ? measured(head, addOnValues(input, block, view))
    : { ...head, issue: notPrescribed(shock) };
}

/** The add-on of a scenario by option, volatility x 1.25; positive is a loss (STANDARD-8). */
export function addOnValues(
  { base, valuationDate }: Pick<MeasureInput, 'base' | 'valuationDate'>,
  block: AutomaticOptions,
  view: ScenarioView,
): Result<OptionValues> {
  const shocked = optionValues(block, valuationDate, view, 'raised');
  return less(optionValues(block, valuationDate, base), shocked);
}

/** Why a measure of the standardised rule has no value in a scenario. */
export function notPrescribed(shock: Scenario | undefined): RefusedMeasure['issue'] {
  const expected = 'a prescribed scenario that comes at once and moves no basis';
  return issue('measure.no-scenario', '/scenarios', expected, shock?.title ?? 'none');
}

/** Volatility as it is quoted, or times 1.25. */
type Volatility = 'quoted' | 'raised';

/** Options look at nothing but their terms and the curve: kept with both (rule EVAL-3). */
const keptValues = new WeakMap<Float64Array, WeakMap<AutomaticOptions, KeptValues>>();
type KeptValues = Map<string, Result<OptionValues>>;

/** Values on the scenario's curve, which forecasts and discounts (rule STANDARD-15). */
function optionValues(
  block: AutomaticOptions,
  valuationDate: string,
  view: ScenarioView,
  volatility: Volatility = 'quoted',
): Result<OptionValues> {
  const { discount } = view.rates;
  const ofCurve = keptValues.get(discount) ?? new WeakMap<AutomaticOptions, KeptValues>();
  const ofBlock: KeptValues = ofCurve.get(block) ?? new Map();
  keptValues.set(discount, ofCurve.set(block, ofBlock));
  const key = `${valuationDate} ${volatility}`;
  const values =
    ofBlock.get(key) ?? newOptionValues(block, { valuationDate, discount, volatility });
  ofBlock.set(key, values);
  return values;
}

interface OptionMarket {
  readonly valuationDate: string;
  readonly discount: Float64Array;
  readonly volatility: Volatility;
}

function newOptionValues(
  { options }: AutomaticOptions,
  { valuationDate, discount, volatility }: OptionMarket,
): Result<OptionValues> {
  const day = dayFromIso(valuationDate);
  if (!day.ok) return day;
  const curve = datedCurve(day.value, discount);
  if (!curve.ok) return curve;
  const values: Record<string, number> = {};
  const volatilityOf = (quote: RateVolatility) =>
    volatility === 'raised' ? higherVolatility(quote) : quote;
  for (const option of options) {
    const value = bankValue([automaticOption(option, day.value)], {
      valuationDay: day.value,
      discount: curve.value,
      projection: { [STUDY_INDEX]: curve.value },
      fixings: {},
      volatility: volatilityOf(quoteOf(option.volatility)),
    });
    if (!value.ok) return value;
    values[option.id] = value.value;
  }
  return ok(values);
}

/** The scenario's monthly discount factors on the days that are whole months away. */
function datedCurve(valuationDay: number, discount: Float64Array): Result<DatedCurve> {
  const months = Array.from({ length: discount.length - 1 }, (_, at) => at + 1);
  return curveFromDiscounts({
    referenceDay: valuationDay,
    dayCount: 'ACT/365F',
    interpolation: 'log-linear-discount',
    days: months.map((month) => addMonths(valuationDay, month)),
    discounts: months.map((month) => floatAt(discount, month)),
    allowsNegativeForwards: true,
  });
}

function quoteOf(quote: OptionVolatility): RateVolatility {
  const volatility = quote.volatility.value;
  return quote.kind === 'normal'
    ? { kind: 'normal', volatility }
    : { kind: 'black', volatility, shift: quote.shift.value };
}

function less(values: Result<OptionValues>, taken: Result<OptionValues>): Result<OptionValues> {
  if (!values.ok) return values;
  if (!taken.ok) return taken;
  const others = Object.values(taken.value);
  const parts = Object.entries(values.value).map(([id, value], at) => [
    id,
    value - itemAt(others, at),
  ]);
  return ok(Object.fromEntries(parts));
}

export function sumOfValues(values: OptionValues): number {
  return Object.values(values).reduce((sum, value) => sum + value, 0);
}

interface Head {
  readonly id: string;
  readonly scenario: string;
}

function measured(head: Head, values: Result<OptionValues>): MeasureResult {
  if (values.ok) {
    return { ...head, unit: 'USD million', value: sumOfValues(values.value), parts: values.value };
  }
  const [found] = values.issues;
  if (found === undefined) throw new Error(`${head.id} refused without an issue`);
  return { ...head, issue: found };
}
