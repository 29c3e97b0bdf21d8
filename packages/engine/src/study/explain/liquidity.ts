import { availableBy, type LiquiditySource, stressedBooks } from '../../metric/index.js';
import type { Beneath, Explainer, Explaining } from './context.js';
import type { AmountNode, ValueNode } from './explanation.js';
import { constant, PRODUCT, QUOTIENT, stated, step, sumOf, weighted } from './node.js';
import { rowsOf, valuedPosition } from './position.js';

const COVERAGE_DAYS = 30;

/** liquidity.coverage: sources of 30 days over the stated outflow (rule LIQ-1). */
export const COVERAGE_EXPLAINER: Explainer = {
  prefix: 'liquidity.coverage',
  parts: ['liquidity'],
  beneath: (context) => {
    if (context.id !== 'liquidity.coverage') return null;
    const outflow = step({
      title: 'stated outflow',
      unit: 'USD million',
      formula: PRODUCT,
      children: [uninsured(context), outflowShare(context)],
    });
    return { formula: QUOTIENT, children: [available(context, COVERAGE_DAYS), outflow] };
  },
};

/** runThreshold.*: a search over outflows; where cash alone decides, a quotient (RUN-6). */
export const RUN_THRESHOLD_EXPLAINER: Explainer = {
  prefix: 'runThreshold.',
  parts: ['liquidity', 'capital'],
  beneath: (context) => {
    const [, limit, days] = /^runThreshold\.(liquidity|cet1|tce)\.(\d+)d$/.exec(context.id) ?? [];
    if (limit === undefined) return null;
    return threshold(context, limit, Number(days));
  },
};

function threshold(context: Explaining, limit: string, days: number): Beneath {
  const children = [available(context, days), uninsured(context)];
  const restsOn = limit === 'liquidity' ? [] : [context.sources.part('capital')];
  if (context.value >= 1) {
    return { formula: stated('1 stands for no breach up to the whole amount'), children, restsOn };
  }
  if (limit === 'liquidity') return { formula: QUOTIENT, children };
  const text = 'smallest share of the uninsured deposits at which the limit breaks, by search';
  return { formula: stated(text), children, restsOn };
}

function uninsured({ study, sources }: Explaining): AmountNode {
  const { uninsuredUsdMillion } = study.liquidity;
  const path = '/liquidity/uninsuredUsdMillion';
  return sources.amount(path, 'uninsured deposits', uninsuredUsdMillion, 'USD million');
}

function outflowShare({ study, sources }: Explaining): AmountNode {
  const { outflowShare: share } = study.liquidity;
  return sources.amount('/liquidity/outflowShare', 'share that leaves', share, 'ratio');
}

/** Cash of every source by a day. */
function available(context: Explaining, days: number): ValueNode {
  const books = stressedBooks(context.input, context.view);
  const children = context.study.liquidity.sources.map((source, index) =>
    sourceNode(context, { source, index, days, cash: availableBy(books, source, days) }),
  );
  const title = `cash by day ${days}`;
  return step({ title, unit: 'USD million', formula: sumOf(children), children });
}

interface SourceOfCash {
  readonly source: LiquiditySource;
  readonly index: number;
  readonly days: number;
  readonly cash: number;
}

function sourceNode(context: Explaining, { source, index, days, cash }: SourceOfCash): ValueNode {
  const path = `/liquidity/sources/${index}`;
  const { title } = source;
  const late = source.daysToCash > days;
  if (late || (source.kind !== 'sale' && !source.committed)) {
    const why = late ? `gives cash on day ${source.daysToCash}` : 'is not committed';
    return step({ title, value: cash, unit: 'USD million', formula: stated(`0: ${why}`) });
  }
  if (source.kind === 'sale') return saleNode(context, source, path, cash);
  const amountPath = `${path}/amountUsdMillion`;
  return context.sources.amount(amountPath, title, source.amountUsdMillion, 'USD million');
}

type Sale = Extract<LiquiditySource, { kind: 'sale' }>;

/** Free share x market value x (1 - bid-offer), as the measure has it (RUN-2). */
function saleNode(context: Explaining, sale: Sale, path: string, cash: number): ValueNode {
  const rows = rowsOf(context, sale.group);
  const positions = rows.map((row) => valuedPosition(context, context.view, row));
  const value = step({
    title: 'market value',
    unit: 'USD million',
    formula: sumOf(positions),
    children: positions,
  });
  const cost = context.sources.amount(`${path}/bidOffer`, 'bid-offer', sale.bidOffer, 'ratio');
  const kept = step({
    title: 'what the dealer leaves',
    unit: 'ratio',
    formula: weighted(1, -1),
    children: [constant('one', 1, ''), cost],
  });
  const children = [freeShare(context, sale, path, rows), value, kept];
  return step({ title: sale.title, value: cash, unit: 'USD million', formula: PRODUCT, children });
}

function freeShare(
  { input, sources }: Explaining,
  { pledgedUsdMillion, group }: Sale,
  path: string,
  rows: readonly number[],
): ValueNode {
  const { book } = input.program;
  const carrying = rows.reduce((sum, row) => sum + (book.carryingUsdMillion[row] ?? 0), 0);
  const value = carrying === 0 ? 0 : Math.max(0, 1 - pledgedUsdMillion / carrying);
  const pledged = `${path}/pledgedUsdMillion`;
  return step({
    title: 'share not pledged',
    value,
    unit: 'ratio',
    formula: stated('1 - pledged / carrying amount of the book, not below 0'),
    children: [
      sources.amount(pledged, 'pledged', pledgedUsdMillion, 'USD million'),
      step({
        title: 'carrying amount of the book',
        value: carrying,
        unit: 'USD million',
        formula: stated(`sum over the book "${group}"`),
      }),
    ],
  });
}
