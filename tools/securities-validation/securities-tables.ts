import { earlierTable } from './earlier-table.js';
import type { JudgedBank } from './judged-banks.js';
import {
  BEFORE_MOVES,
  type Judgement,
  judgement,
  NAIVE,
  PREDICTED,
  REPORTED,
} from './judgement.js';
import { markdownTable } from './markdown-table.js';
import { variantTable } from './variant-table.js';

type Banks = readonly JudgedBank[];

/** Tables of the securities part of docs/validation/call-report.md, by the name in its markers. */
export function securitiesTables(banks: Banks): Readonly<Record<string, readonly string[]>> {
  return {
    'securities headline': headlineTable(banks),
    'securities by size': sizeTable(banks),
    'securities miss by part': partTable(banks),
    'securities by change of cost': growthTable(banks),
    'securities by swaps': swapTable(banks),
    'securities largest misses': missTable(banks),
  };
}

/** Tables of many predictions, which take minutes. */
export function slowTables(): Readonly<Record<string, readonly string[]>> {
  return { 'securities other years': earlierTable(), 'securities variants': variantTable() };
}

const billion = (usdMillion: number) => (usdMillion / 1000).toFixed(1);
const percent = (share: number) => `${(100 * share).toFixed(1)}%`;

function judged(title: string, { banks, foreseen, came, rank }: Judgement): string[] {
  const ratio = (foreseen / came).toFixed(2);
  return [title, `${banks}`, billion(foreseen), billion(came), ratio, rank.toFixed(2)];
}

const HEADS = ['', 'banks', 'predicted, USD bn', 'reported, USD bn', 'ratio', 'rank correlation'];

function headlineTable(banks: Banks): readonly string[] {
  return markdownTable(HEADS, [
    judged('**prediction**', judgement(banks, PREDICTED)),
    judged('floor: durations by bucket', judgement(banks, NAIVE)),
    judged(
      'prediction, losses that moved to HTM put back',
      judgement(banks, PREDICTED, BEFORE_MOVES),
    ),
    judged('floor, the same', judgement(banks, NAIVE, BEFORE_MOVES)),
  ]);
}

const SIZES = [
  ['1 to 3 billion', 1000, 3000],
  ['3 to 10 billion', 3000, 10_000],
  ['10 to 100 billion', 10_000, 100_000],
  ['100 to 250 billion', 100_000, 250_000],
  ['250 billion and more', 250_000, Number.POSITIVE_INFINITY],
] as const;

function between(banks: Banks, from: number, to: number): Banks {
  return banks.filter(({ assets }) => assets >= from && assets < to);
}

function sizeTable(banks: Banks): readonly string[] {
  const rows = SIZES.map(([title, from, to]) => {
    const own = between(banks, from, to);
    const { foreseen, came, rank } = judgement(own, NAIVE);
    return [
      ...judged(title, judgement(own, PREDICTED)),
      ...[(foreseen / came).toFixed(2), rank.toFixed(2), ...medians(own)],
    ];
  });
  return markdownTable(
    [...HEADS, 'floor ratio', 'floor rank', 'median predicted', 'median reported'],
    rows,
  );
}

function medians(banks: Banks): string[] {
  return [PREDICTED, REPORTED].map(({ loss, cost }) => {
    const ratios = banks.map((bank) => loss(bank) / cost(bank)).sort((a, b) => a - b);
    return percent(ratios[Math.floor(ratios.length / 2)] ?? Number.NaN);
  });
}

const GROWTHS = [
  ['fell by more than 20%', Number.NEGATIVE_INFINITY, -0.2],
  ['fell by 5% to 20%', -0.2, -0.05],
  ['within 5%', -0.05, 0.05],
  ['grew by 5% to 20%', 0.05, 0.2],
  ['grew by more than 20%', 0.2, Number.POSITIVE_INFINITY],
] as const;

function growthTable(banks: Banks): readonly string[] {
  const rows = GROWTHS.map(([title, from, to]) => {
    const own = banks.filter(({ before, reported }) => {
      const growth = reported.cost / before.cost - 1;
      return growth > from && growth <= to;
    });
    return [...judged(title, judgement(own, PREDICTED)), ...medians(own)];
  });
  return markdownTable(['amortised cost', ...HEADS.slice(1), 'median predicted', 'reported'], rows);
}

const SWAPS = [
  ['none', -1, 0],
  ['up to 5% of cost', 0, 0.05],
  ['5% to 20%', 0.05, 0.2],
  ['20% to 50%', 0.2, 0.5],
  ['over 50%', 0.5, Number.POSITIVE_INFINITY],
] as const;

function swapTable(banks: Banks): readonly string[] {
  const rows = SWAPS.map(([title, from, to]) => {
    const own = banks.filter(({ payFixed, before }) => {
      const share = payFixed / before.cost;
      return share > from && share <= to;
    });
    return [...judged(title, judgement(own, PREDICTED)), ...medians(own)];
  });
  return markdownTable(
    ['pay-fixed swaps', ...HEADS.slice(1), 'median predicted', 'reported'],
    rows,
  );
}

/** A miss by what made it: losses that moved, cost bought or sold, and the rest. */
function partsOf({ before, predicted, reported, movedLoss }: JudgedBank) {
  const miss = predicted.loss - reported.loss;
  const ratio = predicted.loss / predicted.cost;
  const ofCost = ratio * (before.cost - reported.cost - movedLoss);
  return { miss, movedLoss, ofCost, rest: miss - movedLoss - ofCost };
}

const PARTS = ['miss', 'moved to HTM', 'change of cost', 'rest'];

function partCells({ miss, movedLoss, ofCost, rest }: ReturnType<typeof partsOf>): string[] {
  return [miss, movedLoss, ofCost, rest].map(billion);
}

function partTable(banks: Banks): readonly string[] {
  const rows = SIZES.map(([title, from, to]) => [title, ...sums(between(banks, from, to))]);
  return markdownTable(['USD bn', ...PARTS], [...rows, ['all', ...sums(banks)]]);
}

function sums(banks: Banks): string[] {
  const parts = banks.map(partsOf);
  const total = (of: (part: ReturnType<typeof partsOf>) => number) =>
    parts.reduce((sum, part) => sum + of(part), 0);
  return partCells({
    miss: total(({ miss }) => miss),
    movedLoss: total(({ movedLoss }) => movedLoss),
    ofCost: total(({ ofCost }) => ofCost),
    rest: total(({ rest }) => rest),
  });
}

function missTable(banks: Banks): readonly string[] {
  const missOf = (bank: JudgedBank) => Math.abs(partsOf(bank).miss);
  const largest = [...banks].sort((a, b) => missOf(b) - missOf(a)).slice(0, 10);
  const rows = largest.map((bank) => {
    const { name, state, before, predicted, reported } = bank;
    return [
      ...[`${titled(name)}, ${state}`, billion(before.cost), billion(reported.cost)],
      ...[percent(predicted.loss / predicted.cost), percent(reported.loss / reported.cost)],
      ...[...partCells(partsOf(bank)), percent(bank.payFixed / before.cost)],
    ];
  });
  const heads = ['bank', 'cost 2021', 'cost 2022', 'predicted', 'reported', ...PARTS, 'pay-fixed'];
  return markdownTable(heads, rows);
}

/** The name on the file without its legal form. */
function titled(name: string): string {
  return name.replace(/,? NATIONAL ASSOCIATION|, N\.A\.|, SSB/, '');
}
