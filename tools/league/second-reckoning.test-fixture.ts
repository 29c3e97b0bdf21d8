/**
 * A second reckoning of what a swap and a pool keep and cost, written from METHOD section 1 and the
 * rules CURVE, PREPAY and NII, with nothing of the engine: the league is held against it.
 */

const LAST = 480;
const FIRST_MIDDLE = 6;
const SECOND_MIDDLE = 18;

/** Natural logarithm of the discount factor, by month. */
export type Curve = readonly number[];

export interface ParYield {
  readonly months: number;
  /** Decimal. */
  readonly rate: number;
}

const months = (count: number) => Array.from({ length: count }, (_, month) => month);
const at = (values: readonly number[], index: number) => values[index] ?? Number.NaN;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const factor = (curve: Curve, month: number) => Math.exp(at(curve, month));

/** Nodes joined by straight lines in the logarithm, the last forward going on. */
function joined(nodes: readonly (readonly [month: number, log: number])[], month: number): number {
  const next = Math.max(
    1,
    nodes.findIndex(([node]) => node >= month),
  );
  const to = nodes.at(nodes.some(([node]) => node >= month) ? next : -1) ?? [1, 0];
  const from = nodes[nodes.indexOf(to) - 1] ?? [0, 0];
  return from[1] + ((to[1] - from[1]) * (month - from[0])) / (to[0] - from[0]);
}

/** Par bonds with a coupon every six months, up to six months simple; solved by halving. */
export function curveOf(yields: readonly ParYield[]): Curve {
  const nodes: (readonly [number, number])[] = [[0, 0]];
  for (const { months: tenor, rate } of yields) {
    let [low, high] = [-3, 1];
    const price = (log: number) => {
      const all = [...nodes, [tenor, log] as const];
      if (tenor <= 6) return Math.exp(log) * (1 + (rate * tenor) / 12);
      const paid = months(tenor / 6).map((half) => Math.exp(joined(all, 6 * (half + 1))));
      return (rate / 2) * sum(paid) + Math.exp(log);
    };
    for (let step = 0; step < 80; step += 1) {
      const middle = (low + high) / 2;
      if (price(middle) < 1) low = middle;
      else high = middle;
    }
    nodes.push([tenor, (low + high) / 2]);
  }
  return months(LAST + 1).map((month) => joined(nodes, month));
}

/** A shock of the zero rates at once, not below nothing where the rate of the day is not. */
export function shocked(curve: Curve, shockBp: number): Curve {
  return curve.map((log, month) => {
    const years = month / 12;
    const zero = month === 0 ? 0 : -log / years;
    return -years * Math.max(zero + shockBp / 10_000, Math.min(0, zero));
  });
}

function parRate(curve: Curve, from: number, tenor: number): number {
  const paid = months(tenor / 6).map((half) => factor(curve, from + 6 * (half + 1)));
  return (factor(curve, from) - factor(curve, from + tenor)) / (sum(paid) / 2);
}

const oneMonth = (curve: Curve, month: number) =>
  12 * (factor(curve, month) / factor(curve, month + 1) - 1);

/** Two years of income, each year at the discount factor of its middle. */
function worthOf(curve: Curve, income: readonly number[]): number {
  const first = sum(income.slice(0, 12)) * factor(curve, FIRST_MIDDLE);
  return first + sum(income.slice(12, 24)) * factor(curve, SECOND_MIDDLE);
}

const SHOCKS = [-200, -100, 100, 200];

/** Of one dollar of notional. */
export interface Reckoned {
  readonly fixedRate: number;
  readonly kept: number;
  readonly cost: number;
  /** What a swap of that fixed rate is worth on another curve. */
  readonly worthOn: (other: Curve) => number;
}

/** Pays the fair fixed rate for five years, monthly. */
export function swapReckoned(curve: Curve): Reckoned {
  const yearsOf = (on: Curve) => sum(months(60).map((month) => factor(on, month + 1))) / 12;
  const fixedRate = (1 - factor(curve, 60)) / yearsOf(curve);
  const worthOn = (on: Curve) => 1 - factor(on, 60) - fixedRate * yearsOf(on);
  const income = months(24).map((month) => (fixedRate - oneMonth(curve, month)) / 12);
  const bidOffer = (0.25 * worthOn(shocked(curve, 100))) / 100;
  const called = -Math.min(...SHOCKS.map((shockBp) => worthOn(shocked(curve, shockBp))));
  const cost = worthOf(curve, income) + bidOffer + called * 0.0025 * 2;
  return { fixedRate, kept: worthOn(shocked(curve, 200)), cost, worthOn };
}

/** Principal and interest by month of a dollar of new thirty-year pools, 29 years to go. */
function poolFlows(on: Curve, terms: { readonly survey: number; readonly base: Curve }) {
  const { survey, base } = terms;
  const overTenYears = survey - parRate(base, 0, 120);
  const principal: number[] = [];
  const interest: number[] = [];
  let balance = 1;
  for (const month of months(348)) {
    const mortgageRate = Math.max(0.0001, parRate(on, month, 120) + overTenYears);
    const speed = 0.2406 - 0.1389 * Math.atan(5.952 * (1.089 - survey / mortgageRate));
    const scheduled = (balance * survey) / 12 / ((1 + survey / 12) ** (348 - month) - 1);
    const early = (balance - scheduled) * (1 - (1 - speed) ** (1 / 12));
    interest.push((balance * (survey - 0.008)) / 12);
    principal.push(scheduled + early);
    balance -= scheduled + early;
  }
  return { principal, interest };
}

/** Cash at `overOneMonth` above the one-month rate in the place of pools bought at par. */
export function waitingReckoned(curve: Curve, survey: number, overOneMonth: number) {
  const worth = (on: Curve, spread: number) => {
    const { principal, interest } = poolFlows(on, { survey, base: curve });
    const paid = principal.map((each, month) => each + at(interest, month));
    return sum(
      paid.map((each, m) => each * factor(on, m + 1) * Math.exp((-spread * (m + 1)) / 12)),
    );
  };
  let [low, high] = [-0.05, 0.1];
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2;
    if (worth(curve, middle) > 1) low = middle;
    else high = middle;
  }
  const { principal } = poolFlows(curve, { survey, base: curve });
  // what is repaid is placed for five years at the par rate of then and the same spread
  const income = months(24).map((month) => {
    const repaid = principal.slice(0, month);
    const placed = repaid.map((each, k) => each * (parRate(curve, k + 1, 60) + low));
    const earned = (1 - sum(repaid)) * (survey - 0.008) + sum(placed);
    return (earned - oneMonth(curve, month) - overOneMonth) / 12;
  });
  return { kept: 1 - worth(shocked(curve, 200), low), cost: worthOf(curve, income) };
}
