import type { Picture } from '@almfes/engine';
import { formatNumber } from '../format.js';
import { labelWidth, lineCount } from './axis.js';
import type { Chart } from './drawing.js';
import { FALL, FONT_SIZE, INK, PAPER, QUIET, RISE } from './palette.js';

type HeatMap = Extract<Picture, { kind: 'heat-map' }>;

const HEAD_HEIGHT = 28;

/** Tint says how much, the printed and signed number says it without colour. */
export function heatMapChart(picture: HeatMap): Chart {
  const rowHeight = (width: number): number =>
    Math.max(34, ...picture.rows.map((row) => 8 + 15 * lineCount(row, labelWidth(width))));
  return {
    heightAt: (width) => HEAD_HEIGHT + 4 + picture.rows.length * rowHeight(width),
    option: (width) => ({
      grid: { left: labelWidth(width) + 12, right: 2, top: HEAD_HEIGHT, bottom: 2 },
      xAxis: axis(picture.columns, { position: 'top' }),
      yAxis: axis(picture.rows, { inverse: true }, labelWidth(width)),
      series: [cellSeries(picture, width)],
    }),
  };
}

function axis(names: readonly string[], place: object, width?: number) {
  const wrap = width === undefined ? { color: QUIET } : { color: INK, width, overflow: 'break' };
  return {
    type: 'category',
    data: [...names],
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { show: false },
    axisLabel: { fontSize: FONT_SIZE, interval: 0, ...wrap },
    ...place,
  };
}

/** The two questions the drawing asks of the library for each cell. */
interface CellRoom {
  readonly value: (dimension: number) => number;
  readonly coord: (point: readonly [number, number]) => readonly number[];
  readonly size: (span: readonly [number, number]) => readonly number[];
}

function cellSeries(picture: HeatMap, width: number) {
  const largest = Math.max(0, ...picture.values.flat().map(Math.abs));
  const narrow = width < 500;
  return {
    type: 'custom',
    silent: true,
    data: picture.values.flatMap((row, y) => row.map((value, x) => [x, y, value])),
    renderItem: (_: unknown, room: CellRoom) => {
      const value = room.value(2);
      const [x = 0, y = 0] = room.coord([room.value(0), room.value(1)]);
      const [cellWidth = 0, cellHeight = 0] = room.size([1, 1]);
      return {
        type: 'group',
        children: [
          {
            type: 'rect',
            shape: {
              x: x - cellWidth / 2 + 1,
              y: y - cellHeight / 2 + 1,
              width: cellWidth - 2,
              height: cellHeight - 2,
            },
            style: { fill: tint(value), fillOpacity: strength(value, largest) },
          },
          {
            type: 'text',
            style: {
              x,
              y,
              text: formatNumber(value, picture.unit),
              fill: INK,
              fontSize: narrow ? FONT_SIZE - 2 : FONT_SIZE,
              align: 'center',
              verticalAlign: 'middle',
            },
          },
        ],
      };
    },
  };
}

function tint(value: number): string {
  if (value === 0) return PAPER;
  return value < 0 ? FALL : RISE;
}

/** At most 0.6, so that ink stays legible on the strongest tint in light and in dark. */
function strength(value: number, largest: number): number {
  return largest === 0 ? 0 : 0.06 + (0.54 * Math.abs(value)) / largest;
}
