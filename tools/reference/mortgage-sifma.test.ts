import {
  averageLife,
  averagePsa,
  averageSmm,
  bondEquivalentYield,
  cprOfSmm,
  holderFlows,
  type MortgagePool,
  mortgageYield,
  observedSpeed,
  type PoolObservation,
  projectPool,
  smmOfSpeed,
  yieldMeasures,
} from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import {
  type Fields,
  fieldsOf,
  isFields,
  numberNamed,
  proseOf,
  required,
} from './case-field.test-fixture.js';
import { hasReference, reference } from './reference.test-fixture.js';

interface SifmaCase {
  readonly id: string;
  readonly inputs: Fields;
  readonly expected: unknown;
  readonly tolerance?: number | string;
  readonly ok?: boolean | null;
}

const cases: readonly SifmaCase[] = hasReference
  ? reference<{ readonly sifma: readonly SifmaCase[] }>('mortgage_prepayment.json').sifma
  : [];

/** Rates told as 9.5 or as 0.095. */
const rate = (value: number): number => (value > 1 ? value / 100 : value);

const grossRateIn = (fields: Fields): number | undefined => {
  const told = numberNamed(fields, /gross/i, /wac/i, /^rate/i);
  if (told !== undefined) return rate(told);
  const prose = proseOf(fields);
  const match = /gross[^\d]*([\d.]+)\s*%/i.exec(prose) ?? /([\d.]+)\s*%\s*gross/i.exec(prose);
  return match === null ? undefined : Number(match[1]) / 100;
};

const netRateIn = (fields: Fields): number | undefined => {
  const told = numberNamed(fields, /net|pass_?through/i, /^coupon/i);
  if (told !== undefined) return rate(told);
  const prose = proseOf(fields);
  const match =
    /([\d.]+)\s*%\s*net/i.exec(prose) ??
    /net[^\d]*([\d.]+)\s*%/i.exec(prose) ??
    /(?:mae|mac|coupon)[^\d]*I*\s*([\d.]+)\s*%/i.exec(prose);
  if (match !== null) return Number(match[1]) / 100;
  const fee = numberNamed(fields, /serv|fee/i);
  const gross = grossRateIn(fields);
  if (fee === undefined || gross === undefined) return undefined;
  return gross - (fee >= 0.05 ? fee / 100 : fee);
};

const termIn = (fields: Fields): number | undefined =>
  numberNamed(fields, /originalTerm|origTerm/i, /^term/i, /term/i, /wam/i, /months/i);

/** Two factors, the earlier first, in the order in which the case states them. */
const factorsIn = (fields: Fields): number[] =>
  Object.entries(fields)
    .filter(([name]) => /factor|^f_?\d/i.test(name))
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
    .filter((value): value is number => typeof value === 'number');

function observation(fields: Fields, shared: Fields): PoolObservation | undefined {
  const all = { ...shared, ...fields };
  const [startFactor, endFactor] = factorsIn(fields);
  const grossRate = grossRateIn(all);
  const months = termIn(all);
  if (startFactor === undefined || endFactor === undefined) return undefined;
  if (grossRate === undefined || months === undefined) return undefined;
  const ages = Object.entries(fields)
    .filter(([name]) => /age/i.test(name))
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
    .filter((value): value is number => typeof value === 'number');
  const startAge = ages[0] ?? required(undefined, 'age', fields);
  const window = numberNamed(all, /window|monthsObserved|period/i) ?? 1;
  const balance = numberNamed(fields, /balance|principal|face|amount|^original$|orig(?!.*term)/i);
  return {
    loan: { rate: grossRate, months },
    originalBalance: balance ?? 1,
    ageAtIssue: (months <= 180 ? 180 : 360) - months,
    startAge,
    endAge: ages[1] ?? startAge + window,
    startFactor,
    endFactor,
  };
}

/** Pools stand in a list or as one object each. */
const poolsIn = (inputs: Fields): Fields[] => {
  const lists = Object.values(inputs).filter(Array.isArray).flat().filter(isFields);
  return lists.length > 0 ? lists : Object.values(inputs).filter(isFields);
};

/** `1e-8 on factors, 0.01 on PSA`, or one number. */
function toleranceOf(stated: number | string | undefined, name: string): number {
  if (typeof stated === 'number') return stated;
  if (stated === undefined) return 1e-10;
  const parts = [...stated.matchAll(/([\d.]+(?:e-?\d+)?)(?:\s+on\s+(\w+))?/gi)];
  const on = (word: RegExp): number | undefined => {
    const part = parts.find((candidate) => word.test(candidate[2] ?? ''));
    return part === undefined ? undefined : Number(part[1]);
  };
  const found = /psa/i.test(name)
    ? on(/psa/i)
    : /smm|cpr/i.test(name)
      ? (on(/smm|cpr/i) ?? on(/factor/i))
      : on(/factor/i);
  return found ?? Number(parts[0]?.[1] ?? Number.NaN);
}

function compare(found: Readonly<Record<string, number>>, one: SifmaCase): void {
  const wanted = Object.entries(fieldsOf(one.expected)).flatMap(([name, value]) => {
    const number = isFields(value) ? value.value : value;
    return typeof number === 'number' ? [{ name, number }] : [];
  });
  expect(wanted.length, one.id).toBeGreaterThan(0);
  for (const { name, number } of wanted) {
    const isPercent = /pct$|percent$/i.test(name);
    const plain = name
      .replace(/_?(pct|percent|years)$/i, '')
      .replaceAll('_', '')
      .toLowerCase();
    const key = Object.keys(found).find((candidate) => candidate.toLowerCase() === plain);
    if (key === undefined) throw new Error(`unknown expected field ${name} in ${one.id}`);
    const value = (found[key] ?? Number.NaN) * (isPercent ? 100 : 1);
    const miss = Math.abs(value - number);
    expect(miss, `${one.id}: ${name} = ${value}`).toBeLessThanOrEqual(
      toleranceOf(one.tolerance, name) * (1 + 1e-6),
    );
  }
}

function numberOf(result: { readonly ok: boolean }): number {
  if (!('value' in result) || typeof result.value !== 'number') throw new Error('no value');
  return result.value;
}

function speedsOf(pools: readonly PoolObservation[]): Readonly<Record<string, number>> {
  const [first] = pools;
  const smm = numberOf(averageSmm(pools));
  const psa = numberOf(averagePsa(pools));
  const both = { smm, cpr: cprOfSmm(smm), psa, avgSmm: smm, averageSmm: smm };
  if (first === undefined || pools.length > 1) return both;
  const one = observedSpeed(first);
  if (!one.ok) throw new Error(JSON.stringify(one.issues));
  const { startScheduled, endScheduled, scheduledAmortisation, scheduledFactor, prepaid } =
    one.value;
  return {
    ...both,
    bal1: startScheduled,
    bal2: endScheduled,
    schAm: scheduledAmortisation,
    scheduledFactor,
    prepay: prepaid,
  };
}

/** SF-49 as published, for cases that refer to it where the file does not hold it. */
const SF49: Fields = { gross: 9.5, net: 9, originalTerm: 360, psa: 150, actualDelayDays: 14 };

function inputsOf(one: SifmaCase): Fields {
  const name = one.inputs.sameAs;
  if (typeof name !== 'string') return one.inputs;
  const base = cases.find((other) => other.id.startsWith(name));
  if (base === undefined && name !== 'SF-49') throw new Error(`${one.id}: no case ${name}`);
  return { ...SF49, ...(base === undefined ? {} : inputsOf(base)), ...one.inputs };
}

function poolOf(inputs: Fields): { pool: MortgagePool; psa: number } {
  const prose = proseOf(inputs);
  const told = /(\d+)\s*%?\s*PSA/i.exec(prose)?.[1];
  const psa = numberNamed(inputs, /psa/i) ?? (told === undefined ? undefined : Number(told));
  const term = termIn(inputs) ?? Number(/(\d+)\s*-?\s*mo/i.exec(prose)?.[1] ?? 360);
  const grossRate = required(grossRateIn(inputs), 'gross rate', inputs);
  const pool: MortgagePool = {
    balance: numberNamed(inputs, /face|balance|principal/i) ?? 100,
    grossRate,
    passThroughRate: required(netRateIn(inputs), 'pass-through rate', inputs),
    remainingMonths: term,
    ageMonths: numberNamed(inputs, /age/i) ?? 0,
  };
  return { pool, psa: required(psa, 'PSA', inputs) };
}

function pricingOf(inputs: Fields): Readonly<Record<string, number>> {
  const { pool, psa } = poolOf(inputs);
  const delay = numberNamed(inputs, /actual.*delay/i, /delay/i) ?? 14;
  const settlementDays = numberNamed(inputs, /settlementDays/i) ?? 0;
  const flows = holderFlows(
    projectPool(pool, (at) => smmOfSpeed({ kind: 'psa', psa }, at.month, at.ageMonths)),
    { delayDays: delay > 30 ? delay - 31 : delay, settlementDays },
  );
  const price = required(numberNamed(inputs, /^price|cleanPrice/i), 'price', inputs);
  const accrued = (100 * pool.passThroughRate * settlementDays) / 360;
  expect(accrued).toBeCloseTo(numberNamed(inputs, /accrued/i) ?? accrued, 10);
  const monthly = numberOf(mortgageYield(flows, (pool.balance * (price + accrued)) / 100));
  const { macaulayDuration, modifiedDuration, convexity } = yieldMeasures(flows, monthly);
  const life = averageLife(
    flows.map(({ months, principal }) => ({ years: months / 12, principal })),
  );
  return {
    mortgageYield: monthly,
    bondEquivalentYield: bondEquivalentYield(monthly),
    bey: bondEquivalentYield(monthly),
    avgLife: life,
    averageLife: life,
    macaulay: macaulayDuration,
    macaulayDuration,
    duration: macaulayDuration,
    modified: modifiedDuration,
    modifiedDuration,
    modDuration: modifiedDuration,
    convexity,
  };
}

/** The first month of a pool per unit of its balance. */
function firstMonthOf(inputs: Fields): Readonly<Record<string, number>> {
  const { pool, psa } = poolOf(inputs);
  const [row] = projectPool({ ...pool, balance: 1 }, (at) =>
    smmOfSpeed({ kind: 'psa', psa }, at.month, at.ageMonths),
  );
  if (row === undefined) throw new Error('no month');
  const principal = row.scheduledPrincipal + row.prepaidPrincipal;
  const fee = row.grossInterest - row.passThroughInterest;
  return {
    payment: row.payment,
    schAm: row.scheduledPrincipal,
    scheduledPrincipal: row.scheduledPrincipal,
    grossInt: row.grossInterest,
    grossInterest: row.grossInterest,
    interest: row.grossInterest,
    svcFee: fee,
    servicing: fee,
    servicingFee: fee,
    netInt: row.passThroughInterest,
    netInterest: row.passThroughInterest,
    passThroughInterest: row.passThroughInterest,
    ptInt: row.passThroughInterest,
    smm: row.smm,
    cpr: cprOfSmm(row.smm),
    prepay: row.prepaidPrincipal,
    prepayment: row.prepaidPrincipal,
    volPrepay: row.prepaidPrincipal,
    ptPrin: principal,
    passThroughPrincipal: principal,
    principal,
    ptCf: principal + row.passThroughInterest,
    cashFlow: principal + row.passThroughInterest,
    passThroughCashFlow: principal + row.passThroughInterest,
    bal: row.endBalance,
    endBalance: row.endBalance,
    factor: row.endBalance,
    endFactor: row.endBalance,
    bal2: 1 - row.scheduledPrincipal,
  };
}

/** Average lives of an instrument whose balance may grow. */
function livesOf(inputs: Fields): Readonly<Record<string, number>> {
  const principal = Object.entries(inputs).find(([name]) => /princ/i.test(name))?.[1];
  const flows = (Array.isArray(principal) ? principal : []).map((amount, at) => ({
    years: at + 1,
    principal: Number(amount),
  }));
  const net = averageLife(flows, 'net');
  const paid = averageLife(flows, 'payments');
  return {
    gpmArm: net,
    gpm: net,
    arm: net,
    avgLifeGpmArm: net,
    zBond: paid,
    avgLifeZBond: paid,
    z: paid,
  };
}

describe.skipIf(!hasReference)('SIFMA standard formulas (needs ../shared)', () => {
  it.each(cases)('$id', (one) => {
    const inputs = inputsOf(one);
    const hasFactors = factorsIn(inputs).length >= 2;
    const pools = hasFactors ? [inputs] : poolsIn(inputs).filter((p) => factorsIn(p).length >= 2);
    if (pools.length > 0) {
      const observed = pools.map((pool) => observation(pool, inputs));
      const complete = observed.filter((pool) => pool !== undefined);
      if (one.ok === true) expect(complete.length, one.id).toBe(pools.length);
      else return expect(complete.length, 'not reproduced: a coupon is not stated').toBe(0);
      return compare(speedsOf(complete), one);
    }
    if (numberNamed(inputs, /price/i) !== undefined) return compare(pricingOf(inputs), one);
    const isVector = Object.values(inputs).some(Array.isArray);
    return compare(isVector ? livesOf(inputs) : firstMonthOf(inputs), one);
  });
});
