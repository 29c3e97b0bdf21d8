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
      return `Points of ${picture.yTitle} against ${picture.xTitle}: ${picture.points
        .map(({ label, x, y }) => `${label} (${formatNumber(x, '')}, ${formatNumber(y, '')})`)
        .join('; ')}.`;
  }
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
