import type { Picture } from '@almfes/engine';
import { formatChange, formatNumber } from '../format.js';
import { categoryAxis, labelWidth, nameHeight, valueAxis } from './axis.js';
import type { Chart } from './drawing.js';
import {
  FONT_SIZE,
  INK,
  type ItemStyle,
  LEVEL,
  PAPER,
  QUIET,
  RISE,
  STRIPED_FALL,
} from './palette.js';

type Waterfall = Extract<Picture, { kind: 'waterfall' }>;
type Item = Waterfall['items'][number];

const STACK = { type: 'bar', stack: 'fall', stackStrategy: 'all', barWidth: '62%' } as const;
const HALF_BAR = 0.31;

interface Bar {
  readonly item: Item;
  readonly from: number;
  readonly to: number;
}

/** Levels stand on zero; steps hang between the running totals, signed and striped when down. */
export function waterfallChart(picture: Waterfall): Chart {
  const bars = placeBars(picture.items);
  return {
    heightAt: (width) => 60 + picture.items.length * rowHeight(picture, width),
    option: (width) => ({
      grid: { left: labelWidth(width) + 12, right: 66, top: 8, bottom: 48 },
      xAxis: { ...valueAxis(picture.unit, width), scale: true },
      yAxis: categoryAxis(
        picture.items.map(({ label }) => label),
        width,
      ),
      series: [invisibleSeries(bars), visibleSeries(bars, picture.unit), connectorSeries(bars)],
    }),
  };
}

/** All rows are equally high: as high as the longest name needs. */
function rowHeight({ items }: Waterfall, width: number): number {
  return Math.max(34, ...items.map(({ label }) => nameHeight(label, width)));
}

/** Where each bar starts and ends; a level resets the running total. */
export function placeBars(items: readonly Item[]): Bar[] {
  let running = 0;
  return items.map((item) => {
    const from = item.total ? 0 : running;
    running = from + item.value;
    return { item, from, to: running };
  });
}

/** Carries the visible bars to where they start; stacked whatever the signs. */
function invisibleSeries(bars: readonly Bar[]) {
  return { ...STACK, silent: true, itemStyle: { opacity: 0 }, data: bars.map(({ from }) => from) };
}

function visibleSeries(bars: readonly Bar[], unit: string) {
  return {
    ...STACK,
    data: bars.map(({ item }) => ({ value: item.value, itemStyle: barStyle(item) })),
    label: {
      show: true,
      position: 'right',
      color: INK,
      fontSize: FONT_SIZE,
      // A rim of paper keeps the number legible where it stands on the line of zero.
      textBorderColor: PAPER,
      textBorderWidth: 4,
      formatter: ({ dataIndex }: { dataIndex: number }) => barLabel(bars[dataIndex]?.item, unit),
    },
  };
}

/** What a custom series asks of the library for each of its lines. */
interface Room {
  readonly value: (dimension: number) => number;
  readonly coord: (point: readonly [number, number]) => readonly number[];
  readonly size: (span: readonly [number, number]) => readonly number[];
}

/** A thin line from the end of each bar to the next, where the next takes up the running total. */
function connectorSeries(bars: readonly Bar[]) {
  return {
    type: 'custom',
    silent: true,
    data: connectors(bars).map(({ at, row }) => [at, row]),
    renderItem: (_: unknown, room: Room) => {
      const at = room.value(0);
      const row = room.value(1);
      const halfBar = (room.size([0, 1])[1] ?? 0) * HALF_BAR;
      const [x = 0, y1 = 0] = room.coord([at, row]);
      const [, y2 = 0] = room.coord([at, row + 1]);
      const shape = { x1: x, y1: y1 + halfBar, x2: x, y2: y2 - halfBar };
      return { type: 'line', shape, style: { stroke: QUIET, lineWidth: 1 } };
    },
  };
}

/** Rows whose end the next bar starts from, or reaches when it is a level. */
export function connectors(bars: readonly Bar[]): { at: number; row: number }[] {
  return bars.flatMap(({ to }, row) => {
    const next = bars[row + 1];
    if (next === undefined) return [];
    const met = next.item.total ? next.to : next.from;
    return Math.abs(met - to) <= 1e-6 * Math.abs(to) ? [{ at: to, row }] : [];
  });
}

function barStyle({ total, value }: Item): ItemStyle {
  if (total) return { color: LEVEL };
  return value < 0 ? STRIPED_FALL : { color: RISE };
}

function barLabel(item: Item | undefined, unit: string): string {
  if (item === undefined) return '';
  return item.total ? formatNumber(item.value, unit) : formatChange(item.value, unit);
}
