import { finding, type Origin, type Reproduction } from '@almfes/engine';
import type { Words } from '../document.js';
import { formatChange, formatNumber } from '../format.js';
import { verdict } from './reproduction.js';

const SHOWN = 3;

/** What is outside its aim, and the widest differences, each by name and size; widest first. */
export function worstMisses(rows: readonly Reproduction[]): Words[] {
  const widest = rows
    .filter((row) => missSize(row) > 0)
    .toSorted((a, b) => missSize(b) - missSize(a));
  const missed = widest.filter((row, index) => index < SHOWN || verdict(row) === 'NOT within aim');
  if (missed.length === 0) return [];
  const text = `Worst misses of the predicted figures: ${missed.map(missText).join('; ')}.`;
  const told = missed.flatMap(toldOf);
  const [first] = told;
  return [first === undefined ? text : finding(text, first.origin, told)];
}

function toldOf({ id, published, reproduced, difference, origin }: Reproduction) {
  const own = (value: number, from: Origin | undefined) =>
    from === undefined ? [] : [{ value, origin: from }];
  return [
    ...own(reproduced, origin),
    ...own(difference, origin),
    ...own(published, { figure: id }),
  ];
}

/** Percent figures by their points, all others in percent of what was published. */
function missSize({ difference, published, unit }: Reproduction): number {
  if (unit === '%') return Math.abs(difference);
  return published === 0 ? 0 : Math.abs((100 * difference) / published);
}

function missText(row: Reproduction): string {
  const { title, difference, unit } = row;
  const size = `${formatChange(difference, unit)} ${unit === '%' ? 'points' : unit}`;
  const [ours, theirs] = [row.reproduced, row.published].map((each) => formatNumber(each, unit));
  const sides = `${ours} against ${theirs}`;
  return `${title} ${size} (${sides}; ${verdict(row)})`;
}
