import type { DisclosedFact, IdentityCheck } from './disclosure.js';
import { addsUp, SECTIONS, type SectionName } from './section.js';

/** Items of a section that make another one, part by part. */
interface Combination {
  readonly section: SectionName;
  readonly total: string;
  readonly plus: readonly string[];
  readonly minus?: readonly string[];
  /** Of totals only: the parts of these items are not the same things. */
  readonly totalsOnly?: true;
}

const MARKS = ['amortised-cost', 'unrealised-gain', 'unrealised-loss'];

/** Losses are negative, as everywhere; the allowance on securities is printed without a sign. */
const COMBINATIONS: readonly Combination[] = [
  {
    section: 'balanceSheet',
    total: 'assets',
    plus: ['liabilities', 'equity'],
    totalsOnly: true,
  },
  { section: 'securitiesAfs', total: 'fair-value', plus: MARKS },
  { section: 'securitiesAfs', total: 'carrying-amount', plus: ['fair-value'] },
  { section: 'securitiesHtm', total: 'fair-value', plus: MARKS },
  {
    section: 'securitiesHtm',
    total: 'carrying-amount',
    plus: ['amortised-cost'],
    minus: ['allowance'],
  },
  { section: 'loans', total: 'balance', plus: ['fixed-rate', 'variable-rate'] },
  { section: 'capital', total: 'tier-1', plus: ['cet1', 'additional-tier-1'] },
  { section: 'capital', total: 'total-capital', plus: ['tier-1', 'tier-2'] },
  {
    section: 'income',
    total: 'net-interest-income',
    plus: ['interest-income'],
    minus: ['interest-expense'],
  },
];

/** A line of the balance sheet and the total of the section that tells it in full. */
const TIES: readonly (readonly [item: string, of: string, SectionName, total: string])[] = [
  ['assets', 'securities-afs', 'securitiesAfs', 'carrying-amount'],
  ['assets', 'securities-htm', 'securitiesHtm', 'carrying-amount'],
  ['assets', 'loans', 'loans', 'balance'],
  ['liabilities', 'deposits', 'deposits', 'balance'],
  ['liabilities', 'short-term-borrowings', 'borrowings', 'short-term'],
  ['liabilities', 'long-term-debt', 'borrowings', 'long-term'],
];

/** Regulatory ratios in per cent: numerator over denominator. */
const RATIOS: readonly (readonly [ratio: string, over: string, under: string])[] = [
  ['cet1-ratio', 'cet1', 'risk-weighted-assets'],
  ['tier-1-ratio', 'tier-1', 'risk-weighted-assets'],
  ['total-capital-ratio', 'total-capital', 'risk-weighted-assets'],
  ['leverage-ratio', 'tier-1', 'leverage-assets'],
];

/** Whether the printed number is what it is made of, to the rounding of print. */
export function holds({ difference, rounding, expected }: IdentityCheck): boolean {
  return Math.abs(difference) <= rounding + 1e-9 * Math.abs(expected);
}

/** The facts of one item of a section on one day. */
type FactsOf = (section: SectionName, item: string, asOf: string) => readonly DisclosedFact[];

function indexOf(facts: readonly DisclosedFact[]): FactsOf {
  const index = new Map<string, DisclosedFact[]>();
  const key = (...parts: readonly string[]): string => JSON.stringify(parts);
  for (const fact of facts) {
    const at = key(fact.section, fact.item, fact.figure.asOf);
    const same = index.get(at);
    if (same === undefined) index.set(at, [fact]);
    else same.push(fact);
  }
  return (section, item, asOf) => index.get(key(section, item, asOf)) ?? [];
}

/** Every identity that the facts allow to be checked (rule DISC-10), in the order of the form. */
export function identitiesOf(facts: readonly DisclosedFact[]): readonly IdentityCheck[] {
  const factsOf = indexOf(facts);
  return facts.flatMap((fact) => [
    ...sumsTo(fact, factsOf),
    ...combined(fact, factsOf),
    ...tied(fact, factsOf),
    ...ratio(fact, factsOf),
    ...change(fact, factsOf),
  ]);
}

/** The parts by name, and those by bucket, of a fact that adds up. */
function sumsTo(total: DisclosedFact, factsOf: FactsOf): IdentityCheck[] {
  const { section, item, figure } = total;
  if (!addsUp(section, item)) return [];
  const same = factsOf(section, item, figure.asOf);
  const byName = same.filter(({ of, bucket }) => of !== undefined && bucket === total.bucket);
  const byBucket = same.filter(({ of, bucket }) => bucket !== undefined && of === total.of);
  return [
    ...(total.of === undefined ? linear(`${name(total)} = its parts`, total, byName) : []),
    ...(total.bucket === undefined ? linear(`${name(total)} = its buckets`, total, byBucket) : []),
  ];
}

function combined(total: DisclosedFact, factsOf: FactsOf): IdentityCheck[] {
  const rules = COMBINATIONS.filter(
    (rule) => rule.section === total.section && rule.total === total.item,
  );
  return rules.flatMap(({ plus, minus = [], totalsOnly }) => {
    if (totalsOnly === true && total.of !== undefined) return [];
    const added = plus.flatMap((item) => beside(total, item, factsOf));
    const taken = minus.flatMap((item) => beside(total, item, factsOf));
    if (added.length < plus.length || taken.length < minus.length) return [];
    const words = [plus.join(' + '), ...minus].join(' - ');
    return linear(`${name(total)} = ${words}`, total, added, taken);
  });
}

function tied(line: DisclosedFact, factsOf: FactsOf): IdentityCheck[] {
  const tie = TIES.find(
    ([item, of]) => line.section === 'balanceSheet' && line.item === item && line.of === of,
  );
  if (tie === undefined) return [];
  const [, of, section, item] = tie;
  const total = factsOf(section, item, line.figure.asOf).find(
    (fact) => fact.of === undefined && fact.bucket === undefined,
  );
  const words = `balance sheet: ${of} = ${SECTIONS[section].title.toLowerCase()}, ${item}`;
  return total === undefined ? [] : linear(words, line, [total]);
}

function ratio(printed: DisclosedFact, factsOf: FactsOf): IdentityCheck[] {
  const found = RATIOS.find(([item]) => printed.section === 'capital' && printed.item === item);
  if (found === undefined || printed.figure.unit !== 'percent') return [];
  const [, over, under] = found;
  const [top] = beside(printed, over, factsOf);
  const [bottom] = beside(printed, under, factsOf);
  return top === undefined || bottom === undefined
    ? []
    : share(`${name(printed)} = ${over} / ${under}`, printed, { top: [top], bottom });
}

/** A published change against the level after the shock and the base. */
function change(printed: DisclosedFact, factsOf: FactsOf): IdentityCheck[] {
  const { section, item, of } = printed;
  if (section !== 'sensitivities' || !item.endsWith('-change')) return [];
  const level = item.slice(0, -'-change'.length);
  const levels = factsOf(section, level, printed.figure.asOf);
  const at = (shockBp: number | undefined) =>
    levels.find((fact) => fact.of === of && fact.shockBp === shockBp);
  const base = at(0);
  const shocked = at(printed.shockBp);
  if (base === undefined || shocked === undefined) return [];
  const words = `${name(printed)} = shocked - base`;
  return printed.figure.unit === 'percent'
    ? share(words, printed, { top: [shocked, base], bottom: base })
    : linear(words, printed, [shocked], [base]);
}

/** The fact of another item of the same section, day, part and bucket. */
function beside(fact: DisclosedFact, item: string, factsOf: FactsOf): DisclosedFact[] {
  const { section, of, bucket, figure } = fact;
  const found = factsOf(section, item, figure.asOf).find(
    (each) => each.of === of && each.bucket === bucket,
  );
  return found === undefined ? [] : [found];
}

function linear(
  words: string,
  total: DisclosedFact,
  plus: readonly DisclosedFact[],
  minus: readonly DisclosedFact[] = [],
): IdentityCheck[] {
  const parts = [...plus, ...minus];
  if (parts.length === 0) return [];
  const expected = sum(plus) - sum(minus);
  const step = finestStep([total, ...parts]);
  const rounding = parts.length === 1 ? 0 : (step / 2) * (parts.length + 1);
  return [check(words, total, parts, expected, rounding)];
}

/** Per cent: `top` (less a second one) over `bottom`, each rounded in print. */
function share(
  words: string,
  printed: DisclosedFact,
  { top, bottom }: { readonly top: readonly DisclosedFact[]; readonly bottom: DisclosedFact },
): IdentityCheck[] {
  const [first, ...taken] = top;
  const under = bottom.figure.value;
  if (first === undefined || under === 0) return [];
  const expected = (100 * (first.figure.value - sum(taken))) / under;
  const step = finestStep([...top, bottom]);
  const inexact = (100 * step * (top.length + Math.abs(expected) / 100)) / (2 * Math.abs(under));
  const rounding = finestStep([printed]) / 2 + inexact;
  return [check(words, printed, [...top, bottom], expected, rounding)];
}

function check(
  words: string,
  total: DisclosedFact,
  parts: readonly DisclosedFact[],
  expected: number,
  rounding: number,
): IdentityCheck {
  const difference = total.figure.value - expected;
  return { name: words, total, parts: [...new Set(parts)], expected, difference, rounding };
}

function sum(facts: readonly DisclosedFact[]): number {
  return facts.reduce((running, { figure }) => running + figure.value, 0);
}

/** The last decimal that is printed in any of the numbers: 1 where all are whole. */
function finestStep(facts: readonly DisclosedFact[]): number {
  const decimals = facts.map(({ figure }) => /\.(\d+)$/.exec(String(figure.value))?.[1]?.length);
  return Number(`1e-${Math.max(0, ...decimals.map((count) => count ?? 0))}`);
}

function name({ section, item }: DisclosedFact): string {
  return `${SECTIONS[section].title.toLowerCase()}: ${item}`;
}
