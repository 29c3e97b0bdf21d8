import { describe, expect, it } from 'vitest';
import { bookFromPositions } from '../../balance-sheet/index.js';
import { canonicalJson } from '../../foundation/index.js';
import { flows, items, ruleBank } from '../../metric/liquidity/rule/rule-bank.test-fixture.js';
import { ALL } from '../capital-parts.test-fixture.js';
import { viewedIn } from '../evaluate.js';
import { evaluationOf } from '../evaluation.js';
import { assumed, exampleStudy, row, valueOrThrow } from '../example-study.test-fixture.js';
import { evaluate, MEASURES, measureOf, type Outcome, type Study } from '../index.js';
import { explain } from './explain.js';
import { explainerOf } from './explainers.js';
import type { ExplanationNode, MonthsNode, ValueNode } from './explanation.js';
import { explanationToJson } from './explanation-to-json.js';
import { folded } from './fold.js';
import { constant, node } from './node.js';

/** The example with a plan and a stated economic capital, so that those families have values. */
const study: Study = exampleStudy({
  ...ALL,
  plan: {
    products: [
      {
        product: 'example',
        growthRate: assumed(0.05),
        newTenorMonths: assumed(24, 'months'),
        newSpread: assumed(0.01),
      },
    ],
    fundingSpread: assumed(0.002),
  },
  interestRateCapital: {
    scenarios: ['+200'],
    correlation: assumed(0.5),
    stochasticValueLossUsdMillion: assumed(1, 'USD million'),
    stochasticIncomeLossUsdMillion: null,
  },
  liquidityRule: ruleBank({
    liquidAssets: items([
      ['treasury', 50],
      ['gse', 100],
    ]),
    adjustment: 'category-iv-funding-50bn',
    subsidiary: {
      liquidAssetsUsdMillion: assumed(60, 'USD million'),
      netOutflowUsdMillion: assumed(50, 'USD million'),
      transferableUsdMillion: assumed(2, 'USD million'),
    },
    outflows: flows([
      ['retail-stable', 1000, 90],
      ['wholesale-other', 100, 31],
      ['wholesale-financial', 80, 20],
    ]),
    inflows: flows([['wholesale-financial', 200, 25]]),
    availableFunding: items([
      ['capital', 70],
      ['retail-stable', 100],
    ]),
    requiredFunding: items([['loan', 100]]),
  }),
});
const outcome = evaluate(study);

const tree = (id: string, scenario = '', of: Outcome = outcome) =>
  valueOrThrow(explain(of, id, { scenario })).root;

function all(of: ValueNode): ValueNode[] {
  return [of, ...of.children.flatMap(all)];
}

function sources(of: ExplanationNode): ExplanationNode[] {
  const beneath = 'restsOn' in of ? of.restsOn.flatMap(sources) : [];
  const children = 'children' in of ? of.children.flatMap(sources) : [];
  return [of, ...beneath, ...children];
}

/** What a node must be worth by its formula, reckoned here once more; null where only told. */
function expected(of: ValueNode): number | null {
  const [a = Number.NaN, b = Number.NaN, r = Number.NaN] = of.children.map(({ value }) => value);
  switch (of.formula?.kind) {
    case 'sum': {
      const { weights } = of.formula;
      return of.children.map(({ value }, at) => value * (weights[at] ?? Number.NaN)).reduce(add, 0);
    }
    case 'product':
      return of.children.map(({ value }) => value).reduce((product, value) => product * value, 1);
    case 'quotient':
      return a / b;
    case 'greatest':
      return Math.max(0, ...of.children.map(({ value }) => value));
    case 'least':
      return of.children.map(({ value }) => value).toSorted((x, y) => x - y)[0] ?? null;
    case 'correlated':
      return Math.hypot(a + r * b, b * Math.sqrt(1 - r * r));
    case 'months':
      return of.kind === 'months' ? monthsValue(of) : Number.NaN;
    default:
      return null;
  }
}

const add = (sum: number, value: number): number => sum + value;

function monthsValue({ rule, months, columns, start }: MonthsNode): number {
  const of = (name: string): number[] => {
    const found = columns.find((column) => column.name === name);
    if (found === undefined) throw new Error(`no column ${name}`);
    return [...found.values].slice(found.first, found.first + months);
  };
  const times = (x: number[], y: number[]) => x.map((each, at) => each * (y[at] ?? Number.NaN));
  switch (rule) {
    case 'present-value': {
      const factor = times(of('spread factor'), of('discount factor'));
      const paid = ['principal', 'interest', 'servicing'].map((name) => times(of(name), factor));
      return paid.flat().reduce(add, 0);
    }
    case 'swap-value':
      return times(of('net receipts'), of('discount factor')).reduce(add, 0);
    case 'hedge-value':
      return of('value').reduce(add, 0);
    case 'hedge-income':
      return of('income').reduce(add, 0);
    case 'income': {
      const old = times(of('old balance'), of('old rate'));
      return [...old, ...times(of('new balance'), of('new rate'))].reduce(add, 0) / 12;
    }
    case 'run-off-income': {
      const { notionalUsdMillion = Number.NaN, perPar = Number.NaN } = start ?? {};
      const repaid = of('principal').map((part) => part * perPar);
      return of('rate')
        .map((rate, t) => (notionalUsdMillion - repaid.slice(0, t).reduce(add, 0)) * (rate / 12))
        .reduce(add, 0);
    }
  }
}

/** Rounding is held against the largest of what is added, never against a sum near zero. */
function scale(of: ValueNode): number {
  return Math.max(Math.abs(of.value), ...of.children.map(({ value }) => Math.abs(value)), 1e-6);
}

describe('explain', () => {
  it('EXPL-1: an Outcome stays plain data, the same to the last bit when explained', () => {
    const fresh = evaluate(study);
    const before = canonicalJson(fresh);
    for (const { id, scenario } of fresh.measures) explain(fresh, id, { scenario });
    expect(canonicalJson(fresh)).toBe(before);
    expect(canonicalJson(evaluate(study))).toBe(before);
    expect(Object.keys(fresh).sort()).toEqual(['measures', 'refused', 'schema']);
  });

  it('EXPL-2: in the tree of every measure each value is what its formula gives', () => {
    let checked = 0;
    for (const { id, scenario, value } of outcome.measures) {
      const root = tree(id, scenario);
      expect([id, root.value, root.kind]).toEqual([id, value, 'measure']);
      for (const each of all(root)) {
        const gives = expected(each);
        const name = `${id} ${scenario}: ${each.title}`;
        expect(Math.abs(each.residual), name).toBeLessThanOrEqual(1e-9 * scale(each));
        if (gives === null) continue;
        expect(Math.abs(each.value - gives), name).toBeLessThanOrEqual(1e-9 * scale(each));
        checked += 1;
      }
    }
    expect(checked).toBeGreaterThan(outcome.measures.length * 3);
  });

  it('EXPL-2: the split by what made an income adds up to the same value', () => {
    for (const id of ['nii.12m', 'nii.runOff.24m', 'nii.planned.36m', 'nii.60m.change']) {
      const root = tree(id, '+200');
      const parts = Object.values(root.parts ?? {});
      expect(parts).toHaveLength(5);
      expect(parts.reduce(add, 0)).toBeCloseTo(root.value, 9);
      for (const each of all(root)) {
        if (each.kind !== 'position') continue;
        expect(Object.values(each.parts ?? {}).reduce(add, 0)).toBeCloseTo(each.value, 9);
      }
    }
  });

  it('EXPL-2: what a formula leaves of a value is its residual: 10 - 4 - 2 x 2.5 = 1', () => {
    const children = [constant('four', 4, ''), constant('two and a half', 2.5, '')];
    const formula = { kind: 'sum', weights: [1, 2] } as const;
    const made = node({ title: 'ten', value: 10, unit: '', formula, children });
    expect(made.residual).toBe(1);
    expect(node({ ...made, formula: null }).residual).toBe(0);
  });

  it('EXPL-3: the arrays of the tree are the arrays that made the number', () => {
    const input = evaluationOf(outcome)?.input;
    const view = input?.scenarios.find(({ id }) => id === '+200');
    if (input === undefined || view === undefined) throw new Error('nothing was kept');
    const { program } = input;
    expect(viewedIn(study, '+200').view.flows.byRow).toBe(view.flows.byRow);
    const at = study.book.id.indexOf('htm-mbs');
    const flow = view.flows.byRow[at];
    const column = (node: MonthsNode, name: string) =>
      node.columns.find((each) => each.name === name)?.values;
    const value = monthsOf(tree('eve.value', '+200'), 'htm-mbs');
    for (const name of ['principal', 'interest', 'servicing'] as const) {
      expect(column(value, name)).toBe(flow?.[name]);
    }
    expect(column(value, 'spread factor')).toBe(program.fixed[at]?.spreadFactor);
    expect(column(value, 'discount factor')).toBe(view.rates.discount);
    const income = monthsOf(tree('nii.12m', '+200'), 'htm-mbs');
    expect(column(income, 'old balance')).toBe(view.flows.income.old);
    expect(column(income, 'new rate')).toBe(view.flows.income.freshRate);
    expect(income.columns[0]?.first).toBe(at * 60);
    const swap = monthsOf(tree('eve.value', '+200'), 'swap-afs');
    expect(column(swap, 'net receipts')).toBe(view.flows.hedgeCash);
    const paths = value.restsOn.filter((each) => each.kind === 'rate-path');
    expect(paths.map(({ values }) => values)).toEqual([view.rates.discount, view.rates.mortgage]);
    expect(paths[1]?.values).toBe(view.rates.mortgage);
  });

  it('EXPL-2: net stable funding by hand: (70 + 95% of 100) over 85% of 100', () => {
    const [available, required] = tree('liquidity.nsfr').children;
    expect(available?.children.map(({ value }) => value)).toEqual([70, 95]);
    expect(required?.children.map(({ value, title }) => [value, title])).toEqual([
      [85, expect.stringContaining('249.106')],
    ]);
  });

  it('LCR-6: a ratio of a bank outside the rule rests on that it is a benchmark', () => {
    const saying = (of: Outcome) =>
      ['liquidity.lcr', 'liquidity.nsfr.reduced', 'liquidity.hqla'].map((id) =>
        tree(id, '', of).restsOn.map((each) => 'path' in each && each.path),
      );
    const applies = '/liquidityRule/applies';
    expect(saying(outcome)).toEqual([[applies], [applies], []]);
    const { liquidityRule } = study;
    if (liquidityRule === undefined) throw new Error('no rule');
    const subject = evaluate({ ...study, liquidityRule: { ...liquidityRule, applies: true } });
    expect(saying(subject)).toEqual([[], [], []]);
  });

  it('EXPL-2: headroom is the ratio less its limit, weights stand asset by asset', () => {
    // CET1 95 of 600 is 15.83%, of which 4.5% must be held.
    const [ratio, limit] = tree('capital.headroom.cet1').children;
    expect([ratio?.value, limit?.value]).toEqual([95 / 600, 0.045]);
    expect(limit?.title).toContain('12 CFR 217.10(a)(1)(i)');
    const assets = tree('capital.riskWeightedAssets.recomputed').children;
    const cash = assets.find(({ title }) => title === 'cash');
    expect(cash).toMatchObject({ value: 60, children: [{ value: 100 }] }); // 60% as stated
  });

  it('EXPL-2: liquidity coverage by hand: inflows count up to 75% of outflows', () => {
    // 3% of 1,000, nothing due after day 30, all of 80: 110; of 200 coming in 82.5 count.
    const [outflows, inflows] = tree('liquidity.netOutflow').children;
    expect(outflows?.children.map(({ value }) => value)).toEqual([30, 0, 80]);
    expect(inflows?.children.map(({ value }) => value)).toEqual([200, 82.5]);
    expect(inflows?.value).toBe(82.5);
  });

  it('EXPL-3: a bond by hand: 100 in month 12 at 3% a year, off a curve of the tree', () => {
    const one = row('bond', 'loans', { rate: 0.03, firstPrincipalMonth: 12, maturityMonth: 12 });
    const alone = evaluate(exampleStudy({ book: bookFromPositions([one]), hedges: [] }));
    const months = monthsOf(tree('eve.value', '0', alone), 'bond');
    const paid = (name: string) =>
      [...(months.columns.find((each) => each.name === name)?.values ?? [])].slice(0, 13);
    expect(paid('principal')).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 100, 0]);
    // 100 x 0.03 / 12 = 0.25 a month while 100 is left
    expect(paid('interest').slice(0, 12)).toEqual(Array(12).fill(0.25));
    expect(paid('interest')[12]).toBe(0);
  });

  it('EXPL-4: assumptions and their pages stand beneath the positions that they move', () => {
    const { behaviour } = exampleStudy();
    const deposits = behaviour.deposits.map((model) =>
      model.id === 'ib'
        ? { ...model, beta: { ...model.beta, value: 0.6, source: ['beta.2021'] } }
        : model,
    );
    const fitted = evaluate(exampleStudy({ behaviour: { ...behaviour, deposits } }));
    const root = tree('eve.change', '+200', fitted);
    const paid = all(root).find((each) => each.kind === 'position' && each.id === 'paid');
    const beta = paid?.restsOn.find((each) => each.kind === 'parameter' && each.title === 'beta');
    expect(beta).toMatchObject({
      path: '/behaviour/deposits/1/beta',
      value: 0.6,
      basis: 'assumed',
      note: 'an example',
      restsOn: [{ kind: 'figure', document: 'Form 10-K FY2021', locator: 'p. 60' }],
    });
    const kinds = new Set(sources(root).map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(
      ['book', 'curve', 'difference', 'figure', 'measure', 'months', 'parameter', 'position']
        .concat(['amount', 'rate-path', 'hedge'])
        .sort(),
    );
  });

  it('EXPL-4: plain numbers show the figures they were read from, where these are known', () => {
    const citations = new Map([
      ['/positions/cash/carryingUsdMillion', ['beta.2021']],
      ['/capital/cet1UsdMillion', ['beta.2021', 'not.there']],
    ]);
    const of = (id: string, scenario: string) =>
      valueOrThrow(explain(outcome, id, { scenario, citations })).root;
    const pages = (root: ValueNode) =>
      sources(root).flatMap((each) => (each.kind === 'figure' ? [each.id] : []));
    expect(pages(of('eve.value', '0'))).toEqual(['beta.2021', 'beta.2021']);
    expect(pages(of('capital.cet1Ratio', ''))).toEqual(['beta.2021']);
  });

  it('EXPL-5: every measure of the registry has a tree or the reason why it has no value', () => {
    for (const { id } of MEASURES) {
      const refused = outcome.refused.find((each) => each.id === id);
      const found = outcome.measures.find((each) => each.id === id) ?? refused;
      const result = explain(outcome, id, { scenario: found?.scenario ?? '' });
      if (!result.ok) {
        expect(result.issues).toEqual([refused?.issue]);
        continue;
      }
      const { root } = result.value;
      expect(root.definition.id).toBe(id);
      const beneath = root.children.length + root.restsOn.length;
      expect([id, beneath > 0]).toEqual([id, true]);
    }
  });

  it('EXPL-5: a measure without an explainer of its own shows the parts it is made from', () => {
    const root = tree('liquidity.hqla.excess');
    expect(root.children).toEqual([]);
    expect(root.formula).toEqual({ kind: 'stated', text: root.definition.definition });
    expect(root.restsOn.map((each) => 'path' in each && each.path)).toEqual(['/liquidityRule']);
    expect(sources(root).filter(({ kind }) => kind === 'parameter')).toHaveLength(12);
    expect(tree('gap.basel').children.length).toBe(19);
    expect(explainerOf('new.family').parts).toContain('behaviour');
    expect(explainerOf('eve.change').prefix).toBe('eve.');
    expect(explainerOf('capital.economic.e0').prefix).toBe('capital.economic.');
  });

  it('EXPL-6: what is folded is counted and still in the sum, widest first', () => {
    const whole = valueOrThrow(explain(outcome, 'eve.change', { scenario: '+200' }));
    const short = folded(whole, { most: 1 });
    for (const each of all(short.root)) {
      const gives = expected(each);
      if (gives === null || each.children.length + Number(each.kind === 'months') === 0) continue;
      expect(each.value).toBeCloseTo(gives, 9);
    }
    const deposits = short.root.children.find((each) => each.title === 'deposits');
    expect(deposits?.children.map(({ kind }) => kind)).toEqual(['difference', 'rest']);
    expect(deposits?.children[1]).toMatchObject({ count: 2, title: 'and 2 more positions' });
    const sizes = short.root.children.map(({ value }) => Math.abs(value));
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  });

  it('EXPL-6: one position and a depth: the rest is one node, what is deeper is left out', () => {
    const whole = valueOrThrow(explain(outcome, 'eve.value', { scenario: '0' }));
    const one = folded(whole, { position: 'htm-cmo', depth: 2 });
    const htm = one.root.children.find((each) => each.title === 'held to maturity');
    expect(htm?.children.map(({ title }) => title)).toEqual(['htm-cmo', 'and 1 more position']);
    expect(htm?.children.every(({ children }) => children.length === 0)).toBe(true);
    const loans = one.root.children.find((each) => each.title === 'loans');
    expect(loans?.children).toEqual([]);
    const [cmo] = htm?.children ?? [];
    expect(cmo?.restsOn.map(({ kind }) => kind)).toEqual(['rate-path']);
    expect(measureOf(outcome, 'eve.value', '0')).toBe(one.root.value);
  });

  it('EXPL-7: as JSON it is plain data, each source once, and comes back the same', () => {
    const whole = valueOrThrow(explain(outcome, 'eve.change', { scenario: '+200' }));
    const json = explanationToJson(whole, { months: 24 });
    const text = canonicalJson(json);
    expect(JSON.parse(text)).toEqual(json);
    const back: { root: ValueNode; sources: { kind: string }[] } = JSON.parse(text);
    const months = monthsOf(back.root, 'htm-mbs');
    expect(months.columns.map(({ values }) => [...values].length)).toEqual([24, 24, 24, 24, 24]);
    expect(back.sources.filter(({ kind }) => kind === 'curve')).toHaveLength(1);
    for (const each of all(back.root)) {
      for (const place of each.restsOn) expect(back.sources[Number(place)]).toBeDefined();
    }
    const { amounts }: { amounts: number[] } = JSON.parse(
      canonicalJson(monthsOf(JSON.parse(canonicalJson(explanationToJson(whole))).root, 'htm-mbs')),
    );
    expect(amounts).toHaveLength(360);
    expect(amounts.reduce(add, 0)).toBeCloseTo(months.value, 9);
  });
});

/** The first months beneath a position or a swap. */
function monthsOf(root: ValueNode, id: string): MonthsNode {
  const place = all(root).find(
    (each) => (each.kind === 'position' || each.kind === 'hedge') && each.id === id,
  );
  const found = place === undefined ? undefined : all(place).find(({ kind }) => kind === 'months');
  if (found?.kind !== 'months') throw new Error(`no months beneath ${id}`);
  return found;
}
