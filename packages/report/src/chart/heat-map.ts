import type { Picture } from '@almfes/engine';
import { formatNumber } from '../format.js';
import { labelWidth, lineCount } from './axis.js';
import type { Chart } from './drawing.js';
import { FALL, FONT_SIZE, INK, PAPER, QUIET, RISE } from './palette.js';
import { textWidth } from './text-width.js';
import { wrapName } from './wrap-name.js';

type HeatMap = Extract<Picture, { kind: 'heat-map' }>;

/** Where names and cells stand, and how large the letters are. */
interface Room {
  readonly names: number;
  readonly cell: number;
  readonly fontSize: number;
  readonly cellFontSize: number;
}

/** Names keep at least this room: a word of a usual length. */
const LEAST_NAMES = 80;
const GAPS = 14;

/**
 * Letters of the longest number or the longest word of a head set how narrow a cell can be; names
 * give up room before the drawing becomes wider than asked.
 */
function roomOf({ columns, unit, values }: HeatMap, askedWidth: number): Room {
  const narrow = askedWidth < 500;
  const cellFontSize = narrow ? FONT_SIZE - 2 : FONT_SIZE;
  const texts = [
    ...values.flat().map((value) => formatNumber(value, unit)),
    ...columns.flatMap((name) => name.split(' ')),
  ];
  const longest = Math.max(0, ...texts.map((text) => textWidth(text, fontOf(cellFontSize))));
  const leastCell = Math.max(26, longest + 3);
  const cells = Math.max(1, columns.length);
  const left = askedWidth - GAPS - cells * leastCell;
  const names = Math.max(LEAST_NAMES, Math.min(labelWidth(askedWidth), left));
  const cell = Math.max(leastCell, (askedWidth - names - GAPS) / cells);
  return { names, cell, fontSize: cellFontSize, cellFontSize };
}

function fontOf(sizePx: number): string {
  return `${sizePx}px sans-serif`;
}

/**
 * Tint says how much, the printed and signed number says it without colour. Cells too many for
 * the width asked for make the drawing wider.
 */
export function heatMapChart(picture: HeatMap, askedWidth: number): Chart {
  const { rows, columns } = picture;
  const room = roomOf(picture, askedWidth);
  const { names, cell, fontSize, cellFontSize } = room;
  const lines = (name: string) => lineCount(name, names, fontOf(fontSize));
  const rowHeight = Math.max(30, ...rows.map((row) => 10 + 14 * lines(row)));
  const headLines = columns.map((name) => lineCount(name, cell - 2, fontOf(cellFontSize)));
  const headHeight = 14 + 14 * Math.max(1, ...headLines);
  const width = Math.ceil(names + GAPS + Math.max(1, columns.length) * cell);
  return {
    widthAt: (asked) => Math.max(asked, width),
    heightAt: () => headHeight + 4 + rows.length * rowHeight,
    option: () => ({
      grid: { left: names + 12, right: 2, top: headHeight, bottom: 2 },
      xAxis: axis(
        columns,
        { position: 'top' },
        { color: QUIET, width: cell - 2, fontSize: cellFontSize },
      ),
      yAxis: axis(rows, { inverse: true }, { color: INK, width: names, fontSize }),
      series: [cellSeries(picture, room)],
    }),
  };
}

interface Letters {
  readonly color: string;
  readonly width: number;
  readonly fontSize: number;
}

function axis(names: readonly string[], place: object, letters: Letters) {
  return {
    type: 'category',
    data: [...names],
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { show: false },
    axisLabel: {
      ...letters,
      interval: 0,
      overflow: 'break',
      formatter: (name: string) => wrapName(name, letters.width, fontOf(letters.fontSize)),
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

function cellSeries(picture: HeatMap, { cellFontSize }: Room) {
  const largest = Math.max(0, ...picture.values.flat().map(Math.abs));
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
              fontSize: cellFontSize,
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
