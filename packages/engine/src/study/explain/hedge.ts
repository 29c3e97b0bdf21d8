import { type HedgeLine, isFuture } from '../../balance-sheet/index.js';
import { itemAt } from '../../foundation/index.js';
import { type HedgeEffect, hedgeEffect } from '../../metric/index.js';
import { capitalAmount, cet1Step } from './capital.js';
import type { Beneath, Explainer, Explaining } from './context.js';
import type { Formula, ValueNode } from './explanation.js';
import { markStep, securityMarks } from './marks.js';
import { stated, step, sumOf, weighted } from './node.js';
import { differenceNode, valuedHedge } from './position.js';

const UNIT = 'USD million';

/** hedge.*: hedge by hedge, and what margin asks for (rules INSTRUMENT-13 to INSTRUMENT-17). */
export const HEDGE_EXPLAINER: Explainer = {
  prefix: 'hedge.',
  parts: ['hedgeOptions', 'hedgeFutures', 'hedgeMargin', 'market'],
  beneath: (context) => {
    switch (context.id) {
      case 'hedge.value':
        return plainSum(indices(context).map((at) => valuedHedge(context, context.view, at)));
      case 'hedge.change':
        return plainSum(changes(context));
      case 'hedge.margin.variation':
        return plainSum(venues(context));
      case 'hedge.margin.need':
        return need(context);
      case 'hedge.margin.worst':
        return worst(context);
      case 'hedge.aoci':
        return effect(context, ({ aoci }) => aoci);
      case 'hedge.income':
        return effect(context, ({ income }) => income);
      case 'hedge.cet1':
        return effect(context, ({ cet1 }) => cet1);
      case 'hedge.tce':
        return effect(context, ({ aoci, income }) => aoci + income);
      default:
        return null;
    }
  },
};

/** capital.marked.*: the accounts, AFS, and each accounting model (rule INSTRUMENT-18). */
export const MARKED_CAPITAL_EXPLAINER: Explainer = {
  prefix: 'capital.marked.',
  parts: ['capital', 'market', 'behaviour'],
  beneath: (context) => {
    switch (context.id) {
      case 'capital.marked.aoci':
        return plainSum([afs(context), ...models(context, ({ aoci }) => aoci)]);
      case 'capital.marked.cet1': {
        const own = context.study.capital.aociOptOut ? [] : [afs(context)];
        const hedges = models(context, ({ cet1 }) => cet1);
        return plainSum([cet1Step(context, 'after tax'), ...own, ...hedges]);
      }
      case 'capital.marked.tce': {
        const accounts = capitalAmount(context, 'tangibleCommonEquityUsdMillion');
        const hedges = models(context, ({ aoci, income }) => aoci + income);
        return plainSum([accounts, afs(context), ...hedges]);
      }
      default:
        return null;
    }
  },
};

function plainSum(children: readonly ValueNode[]): Beneath {
  return { formula: sumOf(children), children };
}

function indices({ input }: Explaining): number[] {
  return [...input.program.hedges.keys()];
}

function changeOf(context: Explaining, index: number): ValueNode {
  const { id } = itemAt(context.input.program.hedges, index);
  const value = valuedHedge(context, context.view, index);
  return differenceNode(id, value, valuedHedge(context, context.input.base, index));
}

function changes(context: Explaining): ValueNode[] {
  return indices(context).map((index) => changeOf(context, index));
}

function sumStep(title: string, children: readonly ValueNode[]): ValueNode {
  return step({ title, unit: UNIT, formula: sumOf(children), children });
}

/** Hedges over the counter, and on an exchange. */
function venues(context: Explaining): ValueNode[] {
  const hedgeAt = (index: number): HedgeLine => itemAt(context.input.program.hedges, index);
  const of = (isMeant: (hedge: HedgeLine) => boolean) =>
    indices(context)
      .filter((index) => isMeant(hedgeAt(index)))
      .map((index) => changeOf(context, index));
  return [
    sumStep(
      'over the counter',
      of((hedge) => !isFuture(hedge)),
    ),
    sumStep('exchange traded', of(isFuture)),
  ];
}

function need(context: Explaining): Beneath {
  const toPay: Formula = stated('what is to be paid; 0 where it is received');
  const calls = venues(context).map((venue) =>
    step({
      title: `to be paid, ${venue.title}`,
      value: Math.max(0, -venue.value),
      unit: UNIT,
      formula: toPay,
      children: [venue],
    }),
  );
  return plainSum([context.measure('hedge.margin.initial'), ...calls]);
}

function worst(context: Explaining): Beneath {
  const children = context.input.scenarios.map(({ id }) =>
    context.measure('hedge.margin.need', id),
  );
  return { formula: { kind: 'greatest' }, children };
}

type Pick = (effect: HedgeEffect) => number;

/** Hedges that a measure counts, each after tax times its share. */
function effect(context: Explaining, pick: Pick): Beneath {
  return weightedChanges(context, indices(context), pick);
}

function weightedChanges(context: Explaining, all: readonly number[], pick: Pick): Beneath {
  const { aociOptOut, taxRate } = context.study.capital;
  const shareOf = (index: number) =>
    pick(hedgeEffect(itemAt(context.input.program.hedges, index), aociOptOut));
  const counted = all.filter((index) => shareOf(index) !== 0);
  const children = counted.map((index) => changeOf(context, index));
  const weights = counted.map((index) => shareOf(index) * (1 - taxRate));
  const restsOn = [context.sources.amount('/capital/taxRate', 'tax rate', taxRate, 'ratio')];
  return { formula: weighted(...weights), children, restsOn };
}

const MODELS = [
  ['fair-value', 'fair value hedges'],
  ['cash-flow', 'cash flow hedges'],
  ['undesignated', 'undesignated hedges'],
] as const;

function models(context: Explaining, pick: Pick): ValueNode[] {
  return MODELS.map(([model, title]) => {
    const own = indices(context).filter(
      (index) => itemAt(context.input.program.hedges, index).model === model,
    );
    return step({ title, unit: UNIT, ...weightedChanges(context, own, pick) });
  });
}

/** AFS since the accounts, after tax. */
function afs(context: Explaining): ValueNode {
  const mark = markStep('AFS: value minus carrying', securityMarks(context, 'afs', 'carrying'));
  const { taxRate } = context.study.capital;
  return step({
    title: 'AFS since the accounts, after tax',
    unit: UNIT,
    formula: weighted(1 - taxRate),
    children: [mark],
  });
}
