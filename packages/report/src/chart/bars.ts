import type { Picture } from '@almfes/engine';
import { formatNumber } from '../format.js';
import { categoryAxis, labelWidth, nameHeight, valueAxis } from './axis.js';
import type { Chart } from './drawing.js';
import { FONT_SIZE, INK, type ItemStyle, seriesStyle } from './palette.js';
import { textWidth } from './text-width.js';

type Bars = Extract<Picture, { kind: 'bars' }>;

const BAR_HEIGHT = 17;

/** Bars from a common zero, one a series in each category, every bar with its number. */
export function barsChart(picture: Bars): Chart {
  return {
    heightAt: (width) => legendHeight(picture, width) + 52 + rowsHeight(picture, width),
    option: (width) => ({
      grid: {
        left: labelWidth(width) + 12,
        right: 58,
        top: legendHeight(picture, width) + 4,
        bottom: 48,
      },
      legend: legend(picture, width),
      xAxis: valueAxis(picture.unit, width),
      yAxis: categoryAxis(picture.categories, width),
      series: picture.series.map(({ name, values }, index) => ({
        type: 'bar',
        name,
        barGap: '12%',
        barCategoryGap: '28%',
        itemStyle: itemStyleOf(index),
        data: [...values],
        label: barLabel(picture.unit, values),
      })),
    }),
  };
}

function itemStyleOf(index: number): ItemStyle {
  const { shape: _, ...style } = seriesStyle(index);
  return style;
}

/** The number stands at the right end, whichever side of zero the bar lies on. */
function barLabel(unit: string, values: readonly number[]) {
  return {
    show: true,
    position: 'right',
    color: INK,
    fontSize: FONT_SIZE - 1,
    formatter: ({ dataIndex }: { dataIndex: number }) =>
      formatNumber(values[dataIndex] ?? null, unit),
  } as const;
}

/** All categories are equally high, whatever the length of their names. */
function rowsHeight({ categories, series }: Bars, width: number): number {
  const bars = 16 + BAR_HEIGHT * series.length;
  return categories.length * Math.max(bars, ...categories.map((name) => nameHeight(name, width)));
}

/** A name longer than a line is cut; the table beneath has it whole. */
function legend({ series }: Bars, width: number) {
  const letters = Math.floor((width - 60) / 8);
  return {
    show: series.length > 1,
    top: 0,
    left: 0,
    itemGap: 16,
    itemWidth: 22,
    itemHeight: 12,
    icon: 'rect',
    textStyle: { color: INK, fontSize: FONT_SIZE },
    formatter: (name: string) => (name.length > letters ? `${name.slice(0, letters)}\u2026` : name),
  };
}

/** Legend entries flow into lines; one series needs no legend. */
function legendHeight({ series }: Bars, width: number): number {
  if (series.length < 2) return 0;
  let lines = 1;
  let used = 0;
  for (const { name } of series) {
    const needed = 60 + textWidth(name);
    if (used > 0 && used + needed > width) {
      lines += 1;
      used = 0;
    }
    used += needed;
  }
  return lines * 24 + 8;
}
