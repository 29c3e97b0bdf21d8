import type { Picture } from '@almfes/engine';
import { formatChange, formatNumber } from '../format.js';

/** A picture in one sentence, for screen readers: what it shows and its extremes. */
export function describePicture(picture: Picture): string {
  switch (picture.kind) {
    case 'waterfall':
      return `Waterfall in ${picture.unit}: ${picture.items
        .map(({ label, value, total }) =>
          total
            ? `${label} ${formatNumber(value, picture.unit)}`
            : `${label} ${formatChange(value, picture.unit)}`,
        )
        .join('; ')}.`;
    case 'bars':
      return `Bars in ${picture.unit}. ${picture.series
        .map(({ name, values }) => `${name}: ${range(values, picture.categories, picture.unit)}`)
        .join('; ')}.`;
    case 'lines':
      return `Lines in ${picture.unit}. ${picture.series
        .map(({ name, values }) => `${name}: ${range(values, picture.points, picture.unit)}`)
        .join('; ')}.`;
    case 'heat-map':
      return `Heat map in ${picture.unit}, ${picture.rows.length} rows by ${
        picture.columns.length
      } columns: ${heatRange(picture)}.${markedCell(picture)}`;
    case 'frontier':
      return describeFrontier(picture);
  }
}

/** Point by point, or, where there are lines, the ends of each: a sentence of 25 says nothing. */
function describeFrontier({ points, xTitle, yTitle }: Extract<Picture, { kind: 'frontier' }>) {
  const place = ({ x, y }: (typeof points)[number]): string =>
    `(${formatNumber(x, '')}, ${formatNumber(y, '')})`;
  const head = `Points of ${yTitle} against ${xTitle}`;
  const names = [...new Set(points.flatMap(({ line }) => line ?? []))];
  if (names.length === 0) {
    return `${head}: ${points.map((point) => `${point.label} ${place(point)}`).join('; ')}.`;
  }
  const lines = names.map((name) => {
    const own = points.filter(({ line, dominated }) => line === name && dominated !== true);
    const [low, high] = [own[0], own.at(-1)];
    if (low === undefined || high === undefined) return `${name}: all dominated`;
    return `${name}: ${place(low)}${high === low ? '' : ` to ${place(high)}`}`;
  });
  return `${head}. ${lines.join('; ')}.`;
}

function heatRange(picture: Extract<Picture, { kind: 'heat-map' }>): string {
  const names = picture.rows.flatMap((row) => picture.columns.map((column) => `${row}, ${column}`));
  return range(picture.values.flat(), names, picture.unit);
}

function markedCell(picture: Extract<Picture, { kind: 'heat-map' }>): string {
  const { marked, rows, columns, values, unit } = picture;
  if (marked === undefined) return '';
  const value = formatNumber(values[marked.row]?.[marked.column] ?? null, unit);
  return ` Marked: ${rows[marked.row] ?? ''}, ${columns[marked.column] ?? ''}, ${value}.`;
}

function range(values: readonly number[], names: readonly string[], unit: string): string {
  if (values.length === 0) return 'no values';
  const lowest = values.indexOf(Math.min(...values));
  const highest = values.indexOf(Math.max(...values));
  const at = (index: number): string =>
    `${formatNumber(values[index] ?? null, unit)} (${names[index] ?? 'unnamed'})`;
  return `lowest ${at(lowest)}, highest ${at(highest)}`;
}
