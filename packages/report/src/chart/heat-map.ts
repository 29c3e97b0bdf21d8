import type { Picture } from '@almfes/engine';
import { formatNumber } from '../format.js';
import { labelWidth, lineCount, nameHeight } from './axis.js';
import type { Chart } from './drawing.js';
import { FALL, FONT_SIZE, INK, PAPER, QUIET, RISE } from './palette.js';
import { textWidth } from './text-width.js';
import { wrapName } from './wrap-name.js';

type HeatMap = Extract<Picture, { kind: 'heat-map' }>;

/** Letters of the longest number set how narrow a cell can be. */
function leastCellWidth({ values, unit }: HeatMap): number {
  const longest = Math.max(
    0,
    ...values.flat().map((value) => textWidth(formatNumber(value, unit))),
  );
  return Math.max(34, longest + 4);
}

/**
 * Tint says how much, the printed and signed number says it without colour. Names take the room
 * they have at the width asked for; cells too many for it make the drawing wider.
 */
export function heatMapChart(picture: HeatMap, askedWidth: number): Chart {
  const { rows, columns } = picture;
  const names = labelWidth(askedWidth);
  const rowHeight = Math.max(34, ...rows.map((row) => nameHeight(row, askedWidth)));
  const cells = Math.max(1, columns.length);
  const cellRoom = Math.max((askedWidth - names - 14) / cells, leastCellWidth(picture)) - 4;
  const headHeight = 14 + 14 * Math.max(1, ...columns.map((name) => lineCount(name, cellRoom)));
  return {
    widthAt: (width) => Math.max(width, Math.ceil(names + 14 + cells * (cellRoom + 4))),
    heightAt: () => headHeight + 4 + rows.length * rowHeight,
    option: () => ({
      grid: { left: names + 12, right: 2, top: headHeight, bottom: 2 },
      xAxis: axis(columns, { position: 'top' }, QUIET, cellRoom),
      yAxis: axis(rows, { inverse: true }, INK, names),
      series: [cellSeries(picture, askedWidth)],
    }),
  };
}

function axis(names: readonly string[], place: object, color: string, width: number) {
  return {
    type: 'category',
    data: [...names],
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { show: false },
    axisLabel: {
      fontSize: FONT_SIZE,
      interval: 0,
      color,
      width,
      overflow: 'break',
      formatter: (name: string) => wrapName(name, width),
    },
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
            style: {
              fill: tint(value),
              fillOpacity: strength(value, largest),
              ...outline(picture, room),
            },
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

/** A frame says which cell is marked, in light, in dark and in print. */
function outline({ marked }: HeatMap, room: CellRoom) {
  if (marked === undefined) return {};
  if (room.value(0) !== marked.column || room.value(1) !== marked.row) return {};
  return { stroke: INK, strokeOpacity: 1, lineWidth: 2 };
}

function tint(value: number): string {
  if (value === 0) return PAPER;
  return value < 0 ? FALL : RISE;
}

/** At most 0.6, so that ink stays legible on the strongest tint in light and in dark. */
function strength(value: number, largest: number): number {
  return largest === 0 ? 0 : 0.06 + (0.54 * Math.abs(value)) / largest;
}
