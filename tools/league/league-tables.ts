import { quantile } from '../../packages/engine/src/numeric/index.js';
import { institutionTitle, type PublishedLeagueRow } from '../../packages/intake/src/index.js';
import {
  inOrderOfShort,
  isMeasuredRow,
  keptShare,
  type PublishedPair,
} from './published-league.js';

/** Lines of a table of banks, in the order of *short* (EFF-12). */
export function leagueLines(pairs: readonly PublishedPair[]): string[] {
  return inOrderOfShort(pairs)
    .filter(({ swapped, short }) => isMeasuredRow(swapped) || isMeasuredRow(short))
    .map((pair) => `| ${leagueCells(pair).join(' | ')} |`);
}

/** The same with the ratio of the bulk file of that day beside it, where it holds the bank. */
export function linesWithBulk(
  pairs: readonly PublishedPair[],
  bulk: readonly PublishedPair[],
): string[] {
  const known = new Map(bulk.map(({ short }) => [short.idrssd, short]));
  return inOrderOfShort(pairs)
    .filter(({ swapped, short }) => isMeasuredRow(swapped) || isMeasuredRow(short))
    .map((pair) => {
      const other = known.get(pair.short.idrssd);
      const cells = other === undefined || !isMeasuredRow(other) ? ['', ''] : ratioCells(other);
      return `| ${[...leagueCells(pair), ...cells].join(' | ')} |`;
    });
}

/** A line a bank: name, the swaps, then *short*. */
export function leagueCells({ swapped, short }: PublishedPair): string[] {
  return [institutionTitle(short.bank), ...swapCells(swapped), ...shortCells(short)];
}

function swapCells(row: PublishedLeagueRow): string[] {
  if (!isMeasuredRow(row)) return ['', '', '', '', '', ''];
  return [...keptCells(row), ...cameCells(row)];
}

function shortCells(row: PublishedLeagueRow): string[] {
  if (!isMeasuredRow(row)) return ['', '', '', '', '', '', '', ''];
  return [...keptCells(row), ...ratioCells(row), ...cameCells(row)];
}

function keptCells(row: PublishedLeagueRow): string[] {
  const { sizeUsdMillion, capitalKeptUsdMillion, costUsdMillion } = row.numbers;
  const kept = percent(keptShare(row));
  return [money(sizeUsdMillion), kept, money(capitalKeptUsdMillion), money(costUsdMillion)];
}

/** Ratio and its range, or the word in their place (EFF-5). */
export function ratioCells({ numbers }: PublishedLeagueRow): string[] {
  const { ratio, ratioLow, ratioHigh, costUsdMillion, capitalKeptUsdMillion } = numbers;
  const keeps = (capitalKeptUsdMillion ?? 0) > 0;
  const none = (costUsdMillion ?? 0) <= 0 ? 'earns' : keeps ? 'small' : 'keeps none';
  const range = ratioLow === null ? 'open' : `${tenth(ratioLow)} to ${tenth(ratioHigh ?? 0)}`;
  return [ratio === null ? none : tenth(ratio), range];
}

function cameCells({ numbers }: PublishedLeagueRow): string[] {
  return [money(numbers.realisedKeptUsdMillion), money(numbers.realisedCostUsdMillion)];
}

export function money(value: number | null): string {
  return value === null ? '' : (Math.round(value) + 0).toLocaleString('en-US');
}

export function percent(ratio: number): string {
  return `${(100 * ratio).toFixed(1)}%`;
}

function tenth(value: number): string {
  return value.toFixed(1);
}

/** One line a bank and date: programmes that could not be measured, and why. */
export function notMeasuredLines(rows: readonly PublishedLeagueRow[]): string[] {
  return rows
    .filter((row) => !isMeasuredRow(row))
    .map(
      ({ bank, quarterEnd, programme, reason }) =>
        `| ${institutionTitle(bank)} | ${quarterEnd} | ${programme} | ${reason} |`,
    );
}

interface SizeClass {
  readonly title: string;
  readonly fromUsdMillion: number;
  readonly belowUsdMillion: number;
}

/** Total assets, USD million: the classes of the table (EFF-15). */
export const SIZE_CLASSES: readonly SizeClass[] = [
  { title: 'below 0.1 billion', fromUsdMillion: 0, belowUsdMillion: 100 },
  { title: '0.1 to 1 billion', fromUsdMillion: 100, belowUsdMillion: 1000 },
  { title: '1 to 10 billion', fromUsdMillion: 1000, belowUsdMillion: 10_000 },
  { title: '10 to 100 billion', fromUsdMillion: 10_000, belowUsdMillion: 100_000 },
  { title: '100 billion and more', fromUsdMillion: 100_000, belowUsdMillion: 1e9 },
  { title: 'all measured', fromUsdMillion: 0, belowUsdMillion: 1e9 },
];

function ofSize(rows: readonly PublishedLeagueRow[], size: SizeClass): PublishedLeagueRow[] {
  return rows.filter(({ numbers, reasonCode }) => {
    const assets = numbers.assetsUsdMillion ?? Number.NaN;
    const fits = assets >= size.fromUsdMillion && assets < size.belowUsdMillion;
    return reasonCode === '' && fits;
  });
}

/** *Short* by size: what is kept, the ratio and how wide it is, what came (EFF-15). */
export function shortSizeLines(rows: readonly PublishedLeagueRow[]): string[] {
  return SIZE_CLASSES.map((size) => {
    const own = ofSize(rows, size);
    const ratios = own.filter(({ numbers }) => numbers.ratio !== null);
    const ranged = own.filter(({ numbers }) => numbers.ratioLow !== null);
    const without = own.filter(({ numbers }) => numbers.ratio === null);
    const earns = without.filter(({ numbers }) => (numbers.costUsdMillion ?? 0) <= 0);
    const earned = own.filter(({ numbers }) => (numbers.realisedCostUsdMillion ?? 0) <= 0);
    const cells = [
      size.title,
      count(own),
      ...spread(own.map(keptShare), percent),
      count(ratios),
      ...spread(
        ratios.map(({ numbers }) => numbers.ratio ?? 0),
        tenth,
      ),
      medianRange(ranged),
      count(earns),
      String(without.length - earns.length),
      ...medianOf(own.map(cameShare), percent),
      count(earned),
    ];
    return `| ${cells.join(' | ')} |`;
  });
}

/** The swaps by size: their ratio is one for all, so what they keep and cost (EFF-15). */
export function swapSizeLines(rows: readonly PublishedLeagueRow[]): string[] {
  return SIZE_CLASSES.map((size) => {
    const own = ofSize(rows, size);
    const cost = ({ numbers }: PublishedLeagueRow) =>
      (numbers.costUsdMillion ?? 0) / (numbers.assetsUsdMillion ?? 1);
    const cameCost = ({ numbers }: PublishedLeagueRow) =>
      (numbers.realisedCostUsdMillion ?? 0) / (numbers.assetsUsdMillion ?? 1);
    const cells = [
      size.title,
      count(own),
      ...spread(own.map(keptShare), percent),
      ...medianOf(own.map(cost), hundredth),
      ...medianOf(own.map(cameShare), percent),
      ...medianOf(own.map(cameCost), hundredth),
    ];
    return `| ${cells.join(' | ')} |`;
  });
}

function cameShare({ numbers }: PublishedLeagueRow): number {
  return (numbers.realisedKeptUsdMillion ?? 0) / (numbers.assetsUsdMillion ?? 1);
}

function hundredth(ratio: number): string {
  return `${(100 * ratio).toFixed(2)}%`;
}

function count(rows: readonly unknown[]): string {
  return String(rows.length);
}

/** The tenth, the median and the ninetieth of a hundred. */
function spread(values: readonly number[], told: (value: number) => string): string[] {
  return [0.1, 0.5, 0.9].map((share) => quantileText(values, share, told));
}

function medianOf(values: readonly number[], told: (value: number) => string): string[] {
  return [quantileText(values, 0.5, told)];
}

function medianRange(rows: readonly PublishedLeagueRow[]): string {
  const lows = rows.map(({ numbers }) => numbers.ratioLow ?? 0);
  const highs = rows.map(({ numbers }) => numbers.ratioHigh ?? 0);
  if (rows.length === 0) return '';
  return `${quantileText(lows, 0.5, tenth)} to ${quantileText(highs, 0.5, tenth)}`;
}

function quantileText(
  values: readonly number[],
  share: number,
  told: (value: number) => string,
): string {
  const found = quantile(values, share);
  return found.ok ? told(found.value) : '';
}

/** Why banks are not measured: a line a reason, with its count under each programme (EFF-12). */
export function reasonLines(
  byQuarter: readonly (readonly PublishedLeagueRow[])[],
  words: Readonly<Record<string, string>>,
): string[] {
  const all = byQuarter.flat().filter((row) => !isMeasuredRow(row));
  const codes = [...new Set(all.map(({ reasonCode }) => reasonCode))].toSorted();
  const counted = (rows: readonly PublishedLeagueRow[], code: string) =>
    (['half-swapped', 'short'] as const).map((programme) =>
      count(rows.filter((row) => row.programme === programme && row.reasonCode === code)),
    );
  return codes.map((code) => {
    const cells = byQuarter.flatMap((rows) => counted(rows, code));
    return `| ${[words[code] ?? code, `\`${code}\``, ...cells].join(' | ')} |`;
  });
}
