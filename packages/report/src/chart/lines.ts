import type { Picture } from '@almfes/engine';
import { formatNumber } from '../format.js';
import { valueAxis } from './axis.js';
import type { Chart } from './drawing.js';
import { FONT_SIZE, INK, PAPER, QUIET, seriesStyle } from './palette.js';
import { textWidth } from './text-width.js';

type Lines = Extract<Picture, { kind: 'lines' }>;

/** Signs along a line tell it from the others without colour. */
const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'circle', 'rect'] as const;
const DASHES = ['solid', 'dashed', 'solid', 'dotted', 'dashed', 'dotted'] as const;

/** Values over the same points, one line a series, the last value at its end. */
export function linesChart(picture: Lines): Chart {
  return {
    heightAt: (width) => legendHeight(picture, width) + Math.round(Math.max(260, width * 0.42)),
    option: (width) => ({
      grid: {
        left: 64,
        right: 16 + lastWidth(picture),
        top: legendHeight(picture, width) + 12,
        bottom: 34,
      },
      legend: legend(picture),
      xAxis: pointAxis(picture, width),
      yAxis: { ...valueAxis(picture.unit, width), nameGap: 48, scale: true },
      series: picture.series.map(({ name, values }, index) => lineOf(picture, name, values, index)),
    }),
  };
}

function lineOf(picture: Lines, name: string, values: readonly number[], index: number) {
  const { color, shape } = seriesStyle(index);
  return {
    type: 'line',
    name,
    data: [...values],
    symbol: SYMBOLS[shape],
    symbolSize: 7,
    itemStyle: { color, borderColor: PAPER, borderWidth: 1 },
    lineStyle: { color, width: 2, type: DASHES[shape % DASHES.length] },
    endLabel: {
      show: true,
      color: INK,
      fontSize: FONT_SIZE,
      formatter: () => formatNumber(values.at(-1) ?? null, picture.unit),
    },
    labelLayout: { moveOverlap: 'shiftY' },
  } as const;
}

function lastWidth({ series, unit }: Lines): number {
  return Math.max(
    0,
    ...series.map(({ values }) => textWidth(formatNumber(values.at(-1) ?? null, unit))),
  );
}

/** Names of points stand where they have room. */
function pointAxis({ points }: Lines, width: number) {
  const room = Math.max(1, Math.floor((width - 90) / 80));
  const step = Math.max(1, Math.ceil(points.length / room));
  return {
    type: 'category',
    data: [...points],
    boundaryGap: false,
    axisTick: { show: false },
    axisLine: { show: true, lineStyle: { color: QUIET }, onZero: false },
    axisLabel: { color: INK, fontSize: FONT_SIZE, interval: step - 1 },
  } as const;
}

function legend({ series }: Lines) {
  return {
    show: series.length > 1,
    top: 0,
    left: 0,
    itemGap: 16,
    itemWidth: 26,
    itemHeight: 8,
    textStyle: { color: INK, fontSize: FONT_SIZE },
  } as const;
}

/** Legend entries flow into lines; one series needs no legend. */
function legendHeight({ series }: Lines, width: number): number {
  if (series.length < 2) return 0;
  let lines = 1;
  let used = 0;
  for (const { name } of series) {
    const needed = 58 + textWidth(name);
    if (used > 0 && used + needed > width) {
      lines += 1;
      used = 0;
    }
    used += needed;
  }
  return lines * 22 + 8;
}
