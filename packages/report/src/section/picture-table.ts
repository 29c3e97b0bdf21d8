import type { Picture } from '@almfes/engine';
import type { DocumentColumn, DocumentTable } from '../document.js';
import { formatChange, formatNumber } from '../format.js';

/** The numbers behind a picture, as a table. */
export function pictureTable(picture: Picture, pictureAnchor: string): DocumentTable {
  const body = pictureBody(picture);
  return { id: `${pictureAnchor}-data`, title: picture.title, notes: [], ...body };
}

type Body = Pick<DocumentTable, 'columns' | 'rows'>;

function pictureBody(picture: Picture): Body {
  switch (picture.kind) {
    case 'waterfall':
      return {
        columns: [words('Item'), words('Kind'), numbers('Value', picture.unit)],
        rows: picture.items.map(({ label, value, total }) => [
          label,
          total ? 'level' : 'step',
          total ? formatNumber(value, picture.unit) : formatChange(value, picture.unit),
        ]),
      };
    case 'bars':
      return {
        columns: [words(''), ...picture.series.map(({ name }) => numbers(name, picture.unit))],
        rows: picture.categories.map((category, index) => [
          category,
          ...picture.series.map(({ values }) => formatNumber(values[index] ?? null, picture.unit)),
        ]),
      };
    case 'lines':
      return {
        columns: [words(''), ...picture.series.map(({ name }) => numbers(name, picture.unit))],
        rows: picture.points.map((point, index) => [
          point,
          ...picture.series.map(({ values }) => formatNumber(values[index] ?? null, picture.unit)),
        ]),
      };
    case 'heat-map':
      return {
        columns: [words(''), ...picture.columns.map((name) => numbers(name, picture.unit))],
        rows: picture.rows.map((name, index) => [
          name,
          ...picture.columns.map((_, column) =>
            formatNumber(picture.values[index]?.[column] ?? null, picture.unit),
          ),
        ]),
      };
    case 'frontier':
      return {
        columns: [words('Plan'), numbers(picture.xTitle, ''), numbers(picture.yTitle, '')],
        rows: picture.points.map(({ label, x, y, dominated }, index) => [
          `${index + 1}. ${label}${dominated === true ? ' (dominated)' : ''}`,
          formatNumber(x, ''),
          formatNumber(y, ''),
        ]),
      };
  }
}

function words(title: string): DocumentColumn {
  return { title, unit: '', align: 'start' };
}

function numbers(title: string, unit: string): DocumentColumn {
  return { title, unit, align: 'end' };
}
