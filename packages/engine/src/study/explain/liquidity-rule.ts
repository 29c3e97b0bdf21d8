import {
  ADJUSTMENTS,
  INFLOW_CAP,
  type LiquidityRule,
  RULE_TABLES,
  WINDOW_DAYS,
} from '../../metric/index.js';
import type { Beneath, Explainer, Explaining } from './context.js';
import type { PartNode, ValueNode } from './explanation.js';
import { constant, PRODUCT, QUOTIENT, stated, step, sumOf, weighted } from './node.js';

const UNIT = 'USD million';

type List = 'liquidAssets' | 'outflows' | 'inflows' | 'availableFunding' | 'requiredFunding';

/** The LCR and NSFR item by item (rules LCR-1 to LCR-9, NSFR-1 and NSFR-2). */
export const LIQUIDITY_RULE_EXPLAINER: Explainer = {
  prefix: 'liquidity.',
  parts: ['liquidityRule'],
  beneath: (context) => {
    const { liquidityRule: bank } = context.study;
    const found = bank === undefined ? null : ofRule(context, bank);
    if (found === null || bank?.applies !== false || !isRatio(context.id)) return found;
    return { ...found, restsOn: [BENCHMARK] };
  },
};

/** What a ratio of a bank outside the rule rests on (rule LCR-6). */
const BENCHMARK: PartNode = {
  kind: 'part',
  title: 'a benchmark: the Study says that the rule does not apply to the bank',
  path: '/liquidityRule/applies',
  restsOn: [],
};

const isRatio = (id: string): boolean => /^liquidity\.(lcr|nsfr)/.test(id);

function ofRule(context: Explaining, bank: LiquidityRule): Beneath | null {
  const measure = (name: string) => context.measure(`liquidity.${name}`);
  const items = (list: List) => itemNodes(context, bank, list);
  switch (context.id.slice('liquidity.'.length)) {
    case 'hqla': {
      const held = items('liquidAssets');
      const taken = [measure('hqla.excess'), ...trapped(context, bank, 1)];
      const formula = weighted(...held.map(() => 1), ...taken.map(() => -1));
      return { formula, children: [...held, ...taken] };
    }
    case 'outflows':
      return plainSum(items('outflows'));
    case 'inflows':
      return {
        formula: { kind: 'least' },
        children: inflows(items('inflows'), measure('outflows')),
      };
    case 'netOutflow':
      return {
        formula: weighted(1, -1, 1),
        children: [measure('outflows'), measure('inflows'), measure('addOn')],
      };
    case 'lcr':
      return { formula: QUOTIENT, children: [measure('hqla'), measure('netOutflow')] };
    case 'lcr.reduced':
      return {
        formula: QUOTIENT,
        children: [
          reducedAssets(context, bank, measure('hqla')),
          reduced(bank, measure('netOutflow')),
        ],
      };
    case 'availableFunding':
      return plainSum(items('availableFunding'));
    case 'requiredFunding':
      return plainSum(items('requiredFunding'));
    case 'nsfr':
      return {
        formula: QUOTIENT,
        children: [measure('availableFunding'), measure('requiredFunding')],
      };
    case 'nsfr.reduced':
      return {
        formula: QUOTIENT,
        children: [measure('availableFunding'), reduced(bank, measure('requiredFunding'))],
      };
    default:
      return null;
  }
}

function plainSum(children: readonly ValueNode[]): Beneath {
  return { formula: sumOf(children), children };
}

function inflows(items: readonly ValueNode[], outflows: ValueNode): ValueNode[] {
  return [
    step({ title: 'all inflows', unit: UNIT, formula: sumOf(items), children: items }),
    step({
      title: 'cap on inflows',
      unit: UNIT,
      formula: weighted(INFLOW_CAP),
      children: [outflows],
    }),
  ];
}

function reduced({ adjustment }: LiquidityRule, amount: ValueNode): ValueNode {
  const share = constant('share of the category of the bank', ADJUSTMENTS[adjustment], 'ratio');
  const children = [share, amount];
  return step({ title: 'reduced amount', unit: UNIT, formula: PRODUCT, children });
}

/** What the group may not count of its subsidiary's HQLA (LCR-9); nothing without a subsidiary. */
function trapped({ sources }: Explaining, { subsidiary }: LiquidityRule, share: number) {
  if (subsidiary === null) return [];
  const amounts = [
    'liquidAssetsUsdMillion',
    'netOutflowUsdMillion',
    'transferableUsdMillion',
  ] as const;
  const surplus = step({
    title: 'HQLA of the subsidiary above its need and what it can pass on',
    unit: UNIT,
    formula: weighted(1, -share, -1),
    children: amounts.map((name) =>
      sources.parameter(`/liquidityRule/subsidiary/${name}`, subsidiary[name]),
    ),
  });
  const title = `trapped at ${share} of the net outflow`;
  return [step({ title, unit: UNIT, formula: { kind: 'greatest' }, children: [surplus] })];
}

/** HQLA beside the reduced net outflow: more of the subsidiary's is trapped then. */
function reducedAssets(context: Explaining, bank: LiquidityRule, hqla: ValueNode): ValueNode {
  const full = trapped(context, bank, 1);
  const more = trapped(context, bank, ADJUSTMENTS[bank.adjustment]);
  if (full.length === 0) return hqla;
  const children = [hqla, ...full, ...more];
  return step({ title: 'HQLA that count', unit: UNIT, formula: weighted(1, 1, -1), children });
}

/** Each amount times the factor of its category, with the paragraph of the rule. */
function itemNodes({ sources }: Explaining, bank: LiquidityRule, list: List): ValueNode[] {
  const table = RULE_TABLES[bank.rule][list];
  return bank[list].map((item, index) => {
    const row = table.find(({ id }) => id === item.category);
    if (row === undefined) throw new Error(`no category ${item.category} in the rule`);
    const path = `/liquidityRule/${list}/${index}/amountUsdMillion`;
    const amount = sources.parameter(path, item.amountUsdMillion);
    const title = `${item.id}: ${row.title} (${row.paragraph}, ${row.evidence})`;
    const due = 'dueDay' in item && typeof item.dueDay === 'number' ? item.dueDay : 1;
    if ('counts' in row && row.counts !== 'any maturity' && due > WINDOW_DAYS) {
      const late = stated(`0: due on day ${due}`);
      return step({ title, value: 0, unit: UNIT, formula: late, children: [amount] });
    }
    return step({ title, unit: UNIT, formula: weighted(row.factor), children: [amount] });
  });
}
