import type { Picture } from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { describePicture } from '../section/picture-description.js';
import { pictureTable } from '../section/picture-table.js';
import { pictureSvg } from './picture-svg.js';

const picture: Picture = {
  kind: 'lines',
  id: 'e0',
  title: 'Economic CET1',
  unit: '%',
  points: ['2020-03-31', '2020-06-30', '2020-09-30'],
  series: [
    { name: 'As the bank did', values: [13.4, 3.04, -0.6] },
    { name: 'Recommendations', values: [13.1, 9.1, 3.9] },
  ],
};

describe('linesChart', () => {
  const svg = pictureSvg(picture, 'told', { widthPx: 700, idPrefix: 'p' });

  it('REPORT-12: lines are told apart by dashes and signs, not by colour alone', () => {
    expect(svg).toContain('stroke="var(--series-1)"');
    expect(svg).toContain('stroke="var(--series-2)"');
    expect(svg.split('stroke-dasharray').length - 1).toBeGreaterThanOrEqual(1);
  });

  it('REPORT-12: the value at the end of each line is printed', () => {
    expect(svg).toContain('\u22120.6');
    expect(svg).toContain('3.9');
  });

  it('REPORT-12: description and table hold the extremes and every number', () => {
    expect(describePicture(picture)).toBe(
      'Lines in %. As the bank did: lowest \u22120.6 (2020-09-30), highest 13.4 (2020-03-31); ' +
        'Recommendations: lowest 3.9 (2020-09-30), highest 13.1 (2020-03-31).',
    );
    expect(pictureTable(picture, 'a').rows).toEqual([
      ['2020-03-31', '13.4', '13.1'],
      ['2020-06-30', '3.0', '9.1'],
      ['2020-09-30', '\u22120.6', '3.9'],
    ]);
  });
});
