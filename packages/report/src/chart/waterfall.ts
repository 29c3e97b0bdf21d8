import type { Picture } from '@almfes/engine';
import { formatChange, formatNumber } from '../format.js';
import { categoryAxis, labelWidth, nameHeight, valueAxis } from './axis.js';
import type { Chart } from './drawing.js';
import { FONT_SIZE, INK, type ItemStyle, LEVEL, RISE, STRIPED_FALL } from './palette.js';

type Waterfall = Extract<Picture, { kind: 'waterfall' }>;
type Item = Waterfall['items'][number];

const STACK = { type: 'bar', stack: 'fall', stackStrategy: 'all', barWidth: '62%' } as const;

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
      series: [invisibleSeries(bars), visibleSeries(bars, picture.unit)],
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
      formatter: ({ dataIndex }: { dataIndex: number }) => barLabel(bars[dataIndex]?.item, unit),
    },
  };
}

function barStyle({ total, value }: Item): ItemStyle {
  if (total) return { color: LEVEL };
  return value < 0 ? STRIPED_FALL : { color: RISE };
}

function barLabel(item: Item | undefined, unit: string): string {
  if (item === undefined) return '';
  return item.total ? formatNumber(item.value, unit) : formatChange(item.value, unit);
}
