import type { Picture } from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { describePicture } from '../section/picture-description.js';
import { pictureSvg } from './picture-svg.js';

const plain: Picture = {
  kind: 'heat-map',
  id: 'surface',
  title: 'Surface',
  unit: '%',
  rows: ['10% uninsured', '90% uninsured'],
  columns: ['base', '+200 bp'],
  values: [
    [100, 80],
    [40, 20],
  ],
};
const marked: Picture = { ...plain, marked: { row: 1, column: 0 } };
const frames = (picture: Picture) =>
  pictureSvg(picture, '', { widthPx: 700, idPrefix: 'a' }).split('stroke="var(--ink)"').length - 1;

describe('heatMapChart', () => {
  it('REPORT-12: a marked cell is framed, not coloured; no other cell is', () => {
    expect(frames(plain)).toBe(0);
    expect(frames(marked)).toBe(1);
  });

  it('REPORT-12: the description names the marked cell and its number', () => {
    expect(describePicture(marked)).toContain('Marked: 90% uninsured, base, 40.0.');
    expect(describePicture(plain)).not.toContain('Marked');
  });
});
