import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { textWidth } from './text-width.js';

echarts.use([
  BarChart,
  CustomChart,
  LineChart,
  ScatterChart,
  GridComponent,
  LegendComponent,
  SVGRenderer,
]);

echarts.setPlatformAPI({ measureText: (text, font) => ({ width: textWidth(text, font) }) });

export type ChartOption = echarts.EChartsCoreOption;

/** The room a drawing has, in CSS pixels. */
export interface DrawingSize {
  readonly width: number;
  readonly height: number;
}

/** What is drawn, and how high it must be at a given width. */
export interface Chart {
  /** The width it takes when it cannot be as narrow as asked; the page then lets it scroll. */
  readonly widthAt?: (width: number) => number;
  readonly heightAt: (width: number) => number;
  readonly option: (width: number) => ChartOption;
}

/**
 * An SVG text without script, hover style or surrounding page. `idPrefix` replaces the library's
 * running number, so that the same chart always gives the same text.
 */
export function drawSvg(option: ChartOption, size: DrawingSize, idPrefix: string): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, ...size });
  try {
    chart.setOption({ animation: false, ...option });
    return tidySvg(chart.renderToSVGString(), idPrefix);
  } finally {
    chart.dispose();
  }
}

function tidySvg(svg: string, idPrefix: string): string {
  return svg
    .replaceAll(/<style\s*>.*?<\/style>/gs, '')
    .replaceAll(/ (class|ecmeta_\w+|pointer-events)="[^"]*"/g, '')
    .replaceAll(/\bzr\d+-/g, `${idPrefix}-`)
    .replaceAll(/font-family:[^;"]*;/g, '')
    .replaceAll(/\n+/g, '\n')
    .trim();
}
