import { describe, expect, it } from 'vitest';
import { exampleBank } from './example-bank.test-fixture.js';
import { tableText } from './text/table.js';
import { wrap } from './text/wrap.js';
import { textReport } from './text-report.js';

describe('textReport', () => {
  it('REPORT-13: fits one hundred columns and breaks no number', () => {
    const text = textReport(exampleBank, { width: 100 });
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
    expect(text).toContain('+300            4,188       \u22121,062   \u221220.2  \u2013');
  });

  it('REPORT-13: one step alone, with the sources', () => {
    const text = textReport(exampleBank, { width: 80, steps: [3] });
    expect(text).toContain('STEP 3: ASSUMPTION FAILURE');
    expect(text).toContain('SOURCES');
    expect(text).not.toContain('STEP 2');
    expect(text).not.toContain('PUBLISHED AND REPRODUCED');
  });

  it('REPORT-11: no control character reaches the terminal', () => {
    const evil = { ...exampleBank, title: 'A\u001b[31mred\u0007\u202e name\r\u009b2J' };
    const text = textReport(evil, { width: 100 });
    expect(text).not.toMatch(/[^\P{Cc}\n]/u);
    expect(text).toContain('A[31mred name2J');
  });
});

describe('tableText', () => {
  it('REPORT-13: words give way, numbers stand whole, the common unit stands in the title', () => {
    const text = tableText(
      {
        id: 'x',
        title: 'Two hedges',
        columns: [
          { title: 'Hedge', unit: '', align: 'start' },
          { title: 'Notional', unit: 'USD million', align: 'end' },
        ],
        rows: [
          ['Swaps of the year before last', '10,700'],
          ['Ladder', '900'],
        ],
        notes: ['A note.'],
      },
      28,
    );
    expect(text.split('\n')).toEqual([
      'Two hedges (USD million)',
      '----------------------------',
      'Hedge               Notional',
      '----------------------------',
      'Swaps of the year     10,700',
      'before last',
      'Ladder                   900',
      '----------------------------',
      '  A note.',
    ]);
  });

  it('REPORT-13: a long word in a head breaks before the numbers leave the page', () => {
    const number = (title: string) => ({ title, unit: '', align: 'end' }) as const;
    const columns = [number('capital.economicRatio.e0'), number('eve.change')];
    const rows = [['7.137', '9,779']];
    const text = tableText({ id: 'x', title: 'Reached', columns, rows, notes: [] }, 20);
    expect(text.split('\n').every((line) => line.length <= 20)).toBe(true);
    expect(text).toContain('7.137');
    expect(text).toContain('9,779');
  });

  it('REPORT-13: a title longer than the line is folded', () => {
    const columns = [{ title: 'Hedge', unit: '', align: 'start' }] as const;
    const title = 'Two hedges side by side';
    const text = tableText({ id: 'x', title, columns, rows: [['Ladder']], notes: [] }, 12);
    expect(text.split('\n').slice(0, 2)).toEqual(['Two hedges', 'side by side']);
  });
});

describe('wrap', () => {
  it.each([
    ['a bc def', 4, ['a bc', 'def']],
    ['abcdefgh', 3, ['abc', 'def', 'gh']],
    ['', 5, ['']],
    ['one  two', 20, ['one two']],
  ])('REPORT-13: %j at %d', (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });
});
