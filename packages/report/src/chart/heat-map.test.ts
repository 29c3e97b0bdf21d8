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

  it('REPORT-12: nine years of counts fit a phone; numbers of six letters make it scroll', () => {
    const years = ['to 2018', '2019', '2020', '2021', '2022', '2023', '2024', '2025', '2026'];
    const widthOf = (value: number): string | undefined => {
      const values = [years.map(() => value)];
      const picture: Picture = { ...plain, unit: '', rows: ['Governance'], columns: years, values };
      return /width="(\d+)"/.exec(pictureSvg(picture, '', { widthPx: 350, idPrefix: 'a' }))?.[1];
    };
    expect(widthOf(9)).toBe('350');
    // "12,345" at 10 px: 5 digits of 6.2 and a comma of 3.8, with 3 around it, nine times,
    // beside names of 80 and gaps of 14.
    expect(widthOf(12_345)).toBe(String(Math.ceil(9 * (5 * 6.2 + 3.8 + 3) + 80 + 14)));
  });

  it('REPORT-12: the description names the marked cell and its number', () => {
    expect(describePicture(marked)).toContain('Marked: 90% uninsured, base, 40.0.');
    expect(describePicture(plain)).not.toContain('Marked');
  });
});
