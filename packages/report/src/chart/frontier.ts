import type { Picture } from '@almfes/engine';
import { valueAxis } from './axis.js';
import type { Chart } from './drawing.js';
import { FONT_SIZE, INK, LEVEL, PAPER } from './palette.js';
import { textWidth } from './text-width.js';

type Frontier = Extract<Picture, { kind: 'frontier' }>;

/** Plans as labelled points, joined in the order given. */
export function frontierChart(picture: Frontier): Chart {
  return {
    heightAt: (width) => Math.round(Math.max(300, width * 0.52)),
    option: (width) => ({
      grid: { left: 70, right: rightRoom(picture, width), top: 20, bottom: 50 },
      xAxis: { ...valueAxis('', width, picture.xTitle), ...marginAxis, ...startOf(picture) },
      yAxis: { ...valueAxis('', width, picture.yTitle), ...marginAxis, nameGap: 48 },
      series: [
        {
          type: 'line',
          data: picture.points.map(({ x, y }) => [x, y]),
          symbol: 'circle',
          symbolSize: 10,
          itemStyle: { color: LEVEL, borderColor: PAPER, borderWidth: 1.5 },
          lineStyle: { color: LEVEL, width: 1.5 },
          label: pointLabel(picture, width),
        },
      ],
    }),
  };
}

/** Some room beyond the outermost points; zero is shown only where it lies near. */
const marginAxis = { scale: true, boundaryGap: ['6%', '3%'] } as const;

/** Costs start at zero; where gains and costs meet, the axis takes its own start. */
function startOf({ points }: Frontier): { min?: number } {
  return points.every(({ x }) => x >= 0) ? { min: 0 } : {};
}

/** On the empty side of the line: below it where it rises, above it where it falls. */
function pointLabel(picture: Frontier, width: number) {
  const { points } = picture;
  const rises = (points.at(-1)?.y ?? 0) >= (points[0]?.y ?? 0);
  return {
    show: true,
    position: 'right',
    offset: [0, rises ? 9 : -9],
    color: INK,
    fontSize: FONT_SIZE,
    formatter: ({ dataIndex }: { dataIndex: number }) => labelOf(picture, dataIndex, width),
  } as const;
}

/** Where names would cover each other, the number under which the table lists the plan. */
function labelOf({ points }: Frontier, index: number, width: number): string {
  if (width < 500 && points.length > 4) return String(index + 1);
  const label = points[index]?.label ?? '';
  const letters = width < 500 ? 14 : 32;
  return label.length > letters ? `${label.slice(0, letters)}\u2026` : label;
}

/** Room at the right for the name of the plan farthest to the right. */
function rightRoom(picture: Frontier, width: number): number {
  const farthest = Math.max(...picture.points.map(({ x }) => x));
  const index = picture.points.findIndex(({ x }) => x === farthest);
  return Math.min(width * 0.4, 14 + textWidth(labelOf(picture, index, width)));
}
