import type { Picture } from '@almfes/engine';
import { valueAxis } from './axis.js';
import type { Chart } from './drawing.js';
import { FONT_SIZE, INK, PAPER, QUIET, seriesStyle } from './palette.js';
import { textWidth } from './text-width.js';

type Frontier = Extract<Picture, { kind: 'frontier' }>;
type Point = Frontier['points'][number];

/** Lines are told apart by the shape of their points as well as by colour. */
const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'pin', 'arrow'];

/** A frontier of three measures: one line a value of the third, dominated points hollow. */
export function frontierLinesChart(picture: Frontier): Chart {
  const names = [...new Set(picture.points.map(({ line = '' }) => line))];
  return {
    heightAt: (width) => Math.round(Math.max(320, width * 0.52)) + legendHeight(names, width),
    option: (width) => ({
      grid: { left: 78, right: 24, top: legendHeight(names, width) + 12, bottom: 50 },
      legend: {
        top: 0,
        left: 0,
        itemGap: 16,
        data: names,
        textStyle: { color: INK, fontSize: FONT_SIZE },
      },
      xAxis: { ...valueAxis('', width, picture.xTitle), scale: true, boundaryGap: ['4%', '4%'] },
      yAxis: { ...valueAxis('', width, picture.yTitle), scale: true, nameGap: 56 },
      series: [
        ...names.map((name, index) => lineOf(picture, name, index)),
        dominatedPoints(picture.points),
      ],
    }),
  };
}

function lineOf({ points }: Frontier, name: string, index: number) {
  const own = points
    .filter(({ line, dominated }) => line === name && dominated !== true)
    .toSorted((a, b) => a.x - b.x || b.y - a.y);
  const { color, shape } = seriesStyle(index);
  return {
    type: 'line',
    name,
    data: own.map(({ x, y }) => [x, y]),
    symbol: SYMBOLS[shape],
    symbolSize: 10,
    itemStyle: { color, borderColor: PAPER, borderWidth: 1 },
    lineStyle: { color, width: 1.5 },
  };
}

/** Beaten by another point: a hollow ring without a line. */
function dominatedPoints(points: readonly Point[]) {
  return {
    type: 'scatter',
    data: points.filter(({ dominated }) => dominated === true).map(({ x, y }) => [x, y]),
    symbol: 'emptyCircle',
    symbolSize: 9,
    itemStyle: { color: QUIET },
  };
}

/** Legend entries flow into lines. */
function legendHeight(names: readonly string[], width: number): number {
  let lines = 1;
  let used = 0;
  for (const name of names) {
    const needed = 60 + textWidth(name);
    if (used > 0 && used + needed > width) {
      lines += 1;
      used = 0;
    }
    used += needed;
  }
  return lines * 24;
}
