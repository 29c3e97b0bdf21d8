import type { Picture } from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { describePicture } from '../section/picture-description.js';
import { pictureTable } from '../section/picture-table.js';
import { frontierLinesChart } from './frontier-lines.js';
import { pictureSvg } from './picture-svg.js';

/** Made-up plans: two lines of two points, and one that is beaten. */
const picture: Extract<Picture, { kind: 'frontier' }> = {
  kind: 'frontier',
  id: 'frontier',
  title: 'Income against value',
  xTitle: 'Worst value, USD million',
  yTitle: 'Income, USD million',
  points: [
    { label: '1%', line: 'capital at least 1%', x: -100, y: 50, dominated: false },
    { label: '1%', line: 'capital at least 1%', x: -20, y: 40, dominated: false },
    { label: '2%', line: 'capital at least 2%', x: -90, y: 45, dominated: false },
    { label: '2%', line: 'capital at least 2%', x: -10, y: 30, dominated: false },
    { label: '2%', line: 'capital at least 2%', x: -95, y: 20, dominated: true },
  ],
};

interface Series {
  readonly type: string;
  readonly name?: string;
  readonly symbol: string;
  readonly data: readonly (readonly number[])[];
}

describe('a frontier of three measures', () => {
  it('REPORT-17: one line a value of the third; beaten points hollow and alone', () => {
    const option = frontierLinesChart(picture).option(800) as { series: readonly Series[] };
    const drawn = option.series.map(({ type, symbol, data }) => [type, symbol, data]);
    expect(drawn).toEqual([
      [
        ...['line', 'circle'],
        [
          [-100, 50],
          [-20, 40],
        ],
      ],
      [
        ...['line', 'rect'],
        [
          [-90, 45],
          [-10, 30],
        ],
      ],
      [...['scatter', 'emptyCircle'], [[-95, 20]]],
    ]);
  });

  it('REPORT-17: told by the ends of each line; the table names what is beaten', () => {
    expect(describePicture(picture)).toBe(
      'Points of Income, USD million against Worst value, USD million. capital at least 1%: ' +
        '(−100, 50) to (−20, 40); capital at least 2%: (−90, 45) to (−10, 30).',
    );
    const rows = pictureTable(picture, 'p').rows.map(([plan]) => plan);
    expect(rows.at(-1)).toBe('5. 2% (dominated)');
    expect(rows.slice(0, 4).some((row) => String(row).includes('dominated'))).toBe(false);
  });

  it('REPORT-17: the names of the lines stand in the drawing', () => {
    const svg = pictureSvg(picture, 'described', { widthPx: 800, idPrefix: 'x' });
    expect(svg).toContain('capital at least 1%');
    expect(svg).toContain('capital at least 2%');
  });
});
