import {
  accruedPer100,
  type DatedCurve,
  dirtyPriceOnCurve,
  fixedFlows,
  isoFromDay,
  priceFromYield,
  type SettledBond,
  STREET_SEMIANNUAL,
  type YieldConvention,
  yieldFromPrice,
  yieldSensitivity,
} from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import {
  bondIn,
  dayOf,
  flatCurveIn,
  settlementIn,
  successOf,
  yieldConventionIn,
} from './bond-case.test-fixture.js';
import {
  type Fields,
  fieldsOf,
  isFields,
  numberNamed,
  textNamed,
} from './case-field.test-fixture.js';
import { hasReference, reference } from './reference.test-fixture.js';

interface BondCase {
  readonly id: string;
  readonly source?: Fields;
  readonly inputs: Fields;
  readonly expected: Fields;
  readonly tolerance?: number;
  readonly cashflows_per100_computed_ql129?: readonly Fields[];
}

interface GridCase {
  readonly coupon: number;
  readonly maturity: string;
  readonly settlement: string;
  readonly yield_: number;
  readonly accrued: number;
  readonly cleanPrice: number;
  readonly macaulay: number;
  readonly modified: number;
  readonly convexity: number;
  readonly dv01_per100: number;
}

interface BondFile {
  readonly cases: readonly BondCase[];
  readonly computed_grid: { readonly cases: readonly GridCase[] };
}

const file: BondFile = hasReference
  ? reference<BondFile>('bonds.json')
  : { cases: [], computed_grid: { cases: [] } };

/** A case ready to be asked; `curve` where it states one. */
interface Question {
  readonly bond: SettledBond;
  /** The bond at the settlement its price is quoted for: a second settlement keeps its yield. */
  readonly quoted: SettledBond;
  readonly inputs: Fields;
  readonly entry: Fields;
  readonly name: string;
  readonly curve: DatedCurve | undefined;
}

const cleanOnCurve = ({ bond, curve }: Question): number => {
  if (curve === undefined) throw new Error('the case states no curve');
  return dirtyPriceOnCurve(bond, curve) - accruedPer100(bond);
};

const conventionOf = ({ inputs, entry, name }: Question): YieldConvention => {
  const suffix = /continuous/i.test(name) ? 'continuous' : '';
  const told = typeof entry.compounding === 'string' ? entry.compounding : suffix;
  const yields = /continuous/i.test(told) ? 'continuous' : told;
  return yieldConventionIn(inputs, yields === '' ? 'compounded' : yields);
};

/** The clean price the case works from: its own, or that of the curve. */
const cleanPriceOf = (question: Question): number | undefined =>
  numberNamed(question.entry, /^cleanPrice/) ?? numberNamed(question.inputs, /^cleanPrice/);

function yieldOf(question: Question): number {
  const told = numberNamed(question.entry, /^yield/);
  if (told !== undefined) return told;
  const clean = cleanPriceOf(question);
  const given = numberNamed(question.inputs, /^yield/);
  if (clean === undefined && given !== undefined) return given;
  if (clean === undefined) throw new Error('neither price nor yield');
  return successOf(yieldFromPrice(question.quoted, conventionOf(question), clean));
}

const sensitivityOf = (question: Question) =>
  yieldSensitivity(question.bond, conventionOf(question), yieldOf(question));

/** One basis point as that library counts it: curvature over one hundred enters (BondFunctions). */
function basisPointValueOf(question: Question): number {
  const { price, modifiedDuration, convexity } = sensitivityOf(question);
  const face = numberNamed(question.inputs, /^face/) ?? 100;
  const value = (price.dirty * face) / 100;
  return value * (-modifiedDuration * 1e-4 + (0.5 * convexity * 1e-8) / 100);
}

/** Change of yield for 0.01 of price, times the face, as that library's test states it. */
function yieldValueOf(question: Question): number {
  const { price, modifiedDuration } = sensitivityOf(question);
  return -1 / (price.dirty * modifiedDuration);
}

type Answer = (question: Question) => number;

/** What an expected field means, by its name. */
const ANSWERS: readonly (readonly [RegExp, Answer])[] = [
  [/^cleanPriceFromYield/, (q) => priceFromYield(q.bond, conventionOf(q), yieldOf(q)).clean],
  [/^cleanPriceFromCurve|^cleanPrice$/, cleanOnCurve],
  [
    /^yieldFromCurvePrice/,
    (q) => successOf(yieldFromPrice(q.bond, conventionOf(q), cleanOnCurve(q))),
  ],
  [/^yieldValue|yvbp/i, yieldValueOf],
  [/^yield/, yieldOf],
  [/basisPointValue|bpv|pv01/i, basisPointValueOf],
  [/^dirtyPricePer1000/, (q) => 10 * priceFromYield(q.bond, conventionOf(q), yieldOf(q)).dirty],
  [/^dirtyPrice|^npv/i, (q) => priceFromYield(q.bond, conventionOf(q), yieldOf(q)).dirty],
  [/^accrued/, (q) => accruedPer100(q.bond)],
  [/^macaulay/i, (q) => sensitivityOf(q).macaulayDuration],
  [/^modified|^modDuration|^duration/i, (q) => sensitivityOf(q).modifiedDuration],
  [/^convexity_?div100/i, (q) => sensitivityOf(q).convexity / 100],
  [/^convexity/i, (q) => sensitivityOf(q).convexity],
];

/** Expected numbers of a case, also those that stand in a list or below a settlement day. */
interface Expected {
  readonly name: string;
  readonly entry: Fields;
  readonly value: number;
  readonly settlementDay: number;
}

const dayInName = (name: string): number | undefined => {
  const iso = /\d{4}-\d{2}-\d{2}/.exec(name)?.[0];
  return iso === undefined ? undefined : dayOf(iso);
};

function expectedOf(name: string, value: unknown, before: number): Expected[] {
  const settlementDay = dayInName(name) ?? before;
  if (typeof value === 'number') return [{ name, entry: {}, value, settlementDay }];
  if (Array.isArray(value)) {
    return value.flatMap((item) => expectedOf(name, item, settlementDay));
  }
  if (!isFields(value)) return [];
  const told = textNamed(value, /^settle/);
  const day = told === undefined ? settlementDay : dayOf(told);
  if (typeof value.value === 'number') {
    return [{ name, entry: value, value: value.value, settlementDay: day }];
  }
  return Object.entries(value)
    .filter(([key]) => !/^settle|^tol|^ok$|^computed/.test(key))
    .flatMap(([key, inner]) => expectedOf(key, inner, day));
}

describe.skipIf(!hasReference)('bonds of a public library (needs ../shared)', () => {
  it.each(file.cases)('$id', (one) => {
    const named = { ...one.inputs, source: JSON.stringify(one.source ?? {}) };
    const flows = successOf(fixedFlows(bondIn(named)));
    const wanted = Object.entries(one.expected).flatMap(([name, value]) =>
      expectedOf(name, value, settlementIn(one.inputs)),
    );
    expect(wanted.length).toBeGreaterThan(0);
    const curveText = textNamed(one.inputs, /[cC]urve/);
    const curve = curveText === undefined ? undefined : flatCurveIn(curveText);
    for (const { name, entry, value, settlementDay } of wanted) {
      const answer = ANSWERS.find(([pattern]) => pattern.test(name))?.[1];
      if (answer === undefined) throw new Error(`unknown expected field ${name} of ${one.id}`);
      const found = answer({
        bond: { flows, settlementDay },
        quoted: { flows, settlementDay: settlementIn(one.inputs) },
        inputs: one.inputs,
        entry,
        name,
        curve,
      });
      const tolerance =
        numberNamed(entry, /^tol/) ?? one.tolerance ?? 1e-10 * Math.max(1, Math.abs(value));
      expect(Math.abs(found - value), `${name} = ${found}, expected ${value}`).toBeLessThanOrEqual(
        tolerance,
      );
    }
  });

  const listed = file.cases.filter((one) => one.cashflows_per100_computed_ql129 !== undefined);
  it.each(listed)('the flows of $id', (one) => {
    const flows = successOf(fixedFlows(bondIn(one.inputs)));
    const rows = one.cashflows_per100_computed_ql129 ?? [];
    expect(flows.map((flow) => isoFromDay(flow.payDay))).toEqual(rows.map((row) => row.date));
    expect(flows.map((flow) => flow.kind)).toEqual(rows.map((row) => row.type));
    rows.forEach((row, index) => {
      expect(flows[index]?.amount).toBeCloseTo(Number(fieldsOf(row).amount), 9);
    });
  });
});

describe.skipIf(!hasReference)('grid of semiannual bonds (needs ../shared)', () => {
  it.each(file.computed_grid.cases)('$coupon to $maturity at $yield_ on $settlement', (point) => {
    const terms = {
      start: '2023-08-15',
      maturity: point.maturity,
      coupon: point.coupon,
      paymentConvention: 'Unadjusted',
    };
    const bond = {
      flows: successOf(fixedFlows(bondIn(terms))),
      settlementDay: dayOf(point.settlement),
    };
    const found = yieldSensitivity(bond, STREET_SEMIANNUAL, point.yield_);
    const pairs: readonly (readonly [number, number])[] = [
      [found.price.accrued, point.accrued],
      [found.price.clean, point.cleanPrice],
      [found.macaulayDuration, point.macaulay],
      [found.modifiedDuration, point.modified],
      [found.convexity, point.convexity],
      [found.dv01, point.dv01_per100],
    ];
    for (const [value, expected] of pairs) {
      expect(Math.abs(value - expected)).toBeLessThanOrEqual(
        1e-10 * Math.max(1, Math.abs(expected)),
      );
    }
    const back = successOf(yieldFromPrice(bond, STREET_SEMIANNUAL, point.cleanPrice));
    expect(Math.abs(back - point.yield_)).toBeLessThan(1e-12);
  });
});
