import { describe, expect, it } from 'vitest';
import { textWidth } from './text-width.js';
import { wrapName } from './wrap-name.js';

describe('wrapName', () => {
  // At 12 px a letter such as "a" takes 7.44 px, a comma or a space 4.56 px.
  it.each([
    ['aaa, aaa', 100, 'aaa, aaa'],
    ['aaa, aaa', 40, 'aaa,\naaa'],
    ['aaa, aaa', 26, 'aaa,\naaa'],
    ['aaaaaa', 10, 'aaaaaa'],
    ['aaaaaa-bbb', 50, 'aaaaaa-\nbbb'],
    ['aa-bb', 50, 'aa-bb'],
    ['-200 bp', 10, '-200\nbp'],
    ['', 10, ''],
  ])('REPORT-12: %j at %d px', (name, widthPx, lines) => {
    expect(wrapName(name, widthPx)).toBe(lines);
  });

  it('REPORT-12: no line begins with a comma or is wider than the room', () => {
    const name = 'combined adverse, severe, with the swaps of the year before, none sold';
    for (let widthPx = 60; widthPx < 300; widthPx += 1) {
      for (const line of wrapName(name, widthPx).split('\n')) {
        expect(line).toMatch(/^\w/);
        expect(textWidth(line)).toBeLessThanOrEqual(Math.max(widthPx, textWidth('combined')));
      }
    }
  });
});
