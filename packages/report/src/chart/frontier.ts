import type { Picture } from '@almfes/engine';
import { valueAxis } from './axis.js';
import type { Chart } from './drawing.js';
import { FONT_SIZE, INK, LEVEL, PAPER } from './palette.js';

type Frontier = Extract<Picture, { kind: 'frontier' }>;

/** Plans as labelled points, joined in the order given. */
export function frontierChart(picture: Frontier): Chart {
  return {
    heightAt: (width) => Math.round(Math.max(300, width * 0.52)),
    option: (width) => ({
      grid: { left: 70, right: 24, top: 34, bottom: 50 },
      xAxis: { ...valueAxis('', width, picture.xTitle), ...marginAxis },
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
          labelLayout: { hideOverlap: false, moveOverlap: 'shiftY' },
        },
      ],
    }),
  };
}

/** Room for labels beyond the outermost points; zero is shown only where it lies near. */
const marginAxis = { scale: true, boundaryGap: ['8%', '14%'] } as const;

function pointLabel({ points }: Frontier, width: number) {
  return {
    show: true,
    position: 'top',
    distance: 7,
    color: INK,
    textBorderColor: PAPER,
    textBorderWidth: 3,
    fontSize: FONT_SIZE,
    width: width < 500 ? 90 : 160,
    overflow: 'break',
    formatter: ({ dataIndex }: { dataIndex: number }) => points[dataIndex]?.label ?? '',
  } as const;
}
