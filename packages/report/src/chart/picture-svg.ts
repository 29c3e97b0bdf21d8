import type { Picture } from '@almfes/engine';
import { escapeHtml } from '../html/escape.js';
import { barsChart } from './bars.js';
import { type Chart, drawSvg } from './drawing.js';
import { frontierChart } from './frontier.js';
import { frontierLinesChart } from './frontier-lines.js';
import { heatMapChart } from './heat-map.js';
import { linesChart } from './lines.js';
import { waterfallChart } from './waterfall.js';

/**
 * A picture as one SVG element with an accessible title and description. `widthPx` is the width
 * it is drawn for; `idPrefix` must be unique in the page.
 */
export function pictureSvg(
  picture: Picture,
  description: string,
  { widthPx, idPrefix }: { readonly widthPx: number; readonly idPrefix: string },
): string {
  const chart = chartOf(picture, widthPx);
  const width = chart.widthAt?.(widthPx) ?? widthPx;
  const size = { width, height: chart.heightAt(width) };
  const svg = drawSvg(chart.option(width), size, idPrefix);
  return svg.replace(
    /^<svg [^>]*>/,
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" ` +
      `width="${size.width}" height="${size.height}" role="img" ` +
      `aria-labelledby="${idPrefix}-title ${idPrefix}-description">` +
      `<title id="${idPrefix}-title">${escapeHtml(picture.title)}</title>` +
      `<desc id="${idPrefix}-description">${escapeHtml(description)}</desc>`,
  );
}

function chartOf(picture: Picture, askedWidth: number): Chart {
  switch (picture.kind) {
    case 'waterfall':
      return waterfallChart(picture);
    case 'bars':
      return barsChart(picture);
    case 'lines':
      return linesChart(picture);
    case 'heat-map':
      return heatMapChart(picture, askedWidth);
    case 'frontier':
      return picture.points.some(({ line }) => line !== undefined)
        ? frontierLinesChart(picture)
        : frontierChart(picture);
  }
}
