import { formatNumber } from '../format.js';
import { FONT_SIZE, INK, QUIET, RULE } from './palette.js';
import { textWidth } from './text-width.js';
import { wrapName } from './wrap-name.js';

/** Room for category names at the left of a drawing of this width. */
export function labelWidth(width: number): number {
  return Math.round(Math.min(230, width * 0.34));
}

/** Height of a wrapped category name with the room around it. */
export function nameHeight(name: string, width: number): number {
  return 10 + 14 * lineCount(name, labelWidth(width));
}

/** Lines a wrapped name needs at this width; a word wider than a line is broken. */
export function lineCount(text: string, widthPx: number, font?: string): number {
  const lines = wrapName(text, widthPx, font).split('\n');
  const broken = (line: string): number => Math.ceil(textWidth(line, font) / widthPx);
  return lines.reduce((sum, line) => sum + Math.max(1, broken(line)), 0);
}

/** Categories from top to bottom, their names wrapped to the left of the bars. */
export function categoryAxis(categories: readonly string[], width: number) {
  return {
    type: 'category',
    inverse: true,
    data: [...categories],
    axisTick: { show: false },
    axisLine: { show: true, lineStyle: { color: QUIET } },
    axisLabel: {
      color: INK,
      fontSize: FONT_SIZE,
      width: labelWidth(width),
      overflow: 'break',
      interval: 0,
      formatter: (name: string) => wrapName(name, labelWidth(width)),
    },
  } as const;
}

/** A quiet axis of values in a unit. */
export function valueAxis(unit: string, width: number, name = unit) {
  return {
    type: 'value',
    name,
    nameLocation: 'middle',
    nameGap: 26,
    nameTextStyle: { color: QUIET, fontSize: FONT_SIZE },
    splitNumber: width < 500 ? 2 : 6,
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: RULE } },
    axisLabel: {
      color: QUIET,
      fontSize: FONT_SIZE,
      hideOverlap: true,
      formatter: (value: number) => axisNumber(value, unit),
    },
  } as const;
}

/** Axis numbers are round: no decimal that says nothing. */
function axisNumber(value: number, unit: string): string {
  return formatNumber(value, unit).replace(/\.0+$/, '');
}
