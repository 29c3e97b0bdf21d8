import type { Answer } from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { htmlAnswer } from './html-report.js';
import { textAnswer } from './text-report.js';

/** Made-up numbers. */
const answer: Answer = {
  title: 'Two hedges of a made-up bank',
  findings: ['The ladder costs least: -3.5 million a year <b>.'],
  tables: [
    {
      id: 'hedges',
      title: 'Hedges',
      columns: [
        { id: 'hedge', title: 'Hedge', unit: '' },
        { id: 'cost', title: 'Cost', unit: 'USD million' },
      ],
      rows: [
        ['Ladder', -3.46],
        ['Swap', -1234.4],
        ['Cap', null],
      ],
      notes: ['Made up.'],
    },
  ],
  pictures: [
    {
      kind: 'waterfall',
      id: 'cost',
      title: 'Cost by leg',
      unit: 'USD million',
      items: [
        { label: 'Start', value: 10, total: true },
        { label: 'Fixed leg', value: -4, total: false },
        { label: 'End', value: 6, total: true },
      ],
    },
  ],
  sources: ['docs/method/hedge.md'],
};

describe('an Answer', () => {
  it('REPORT-16: text gives findings and pictures, then tables, then sources', () => {
    expect(textAnswer(answer, 60).split('\n')).toEqual([
      'Two hedges of a made-up bank',
      '============================',
      '',
      '',
      'FINDINGS',
      '========',
      '',
      '- The ladder costs least: −3.5 million a year <b>.',
      '',
      '# Cost by leg: Waterfall in USD million: Start 10.0; Fixed',
      '  leg −4.0; End 6.0.',
      '',
      '',
      'FIGURES',
      '=======',
      '',
      'Hedges (USD million)',
      '--------------',
      'Hedge     Cost',
      '--------------',
      'Ladder    −3.5',
      'Swap    −1,234',
      'Cap          –',
      '--------------',
      '  Made up.',
      '',
      '',
      'SOURCES',
      '=======',
      '',
      '- docs/method/hedge.md',
      '',
    ]);
  });

  it('REPORT-16: a part that is empty is left out', async () => {
    const text = textAnswer({ ...answer, tables: [], pictures: [], sources: [] }, 60);
    expect(text).not.toMatch(/FIGURES|SOURCES/);
    expect(await htmlAnswer({ ...answer, findings: [], pictures: [] })).not.toContain('Findings');
  });

  it('REPORT-10, REPORT-11: the page is self-contained and its words are escaped', async () => {
    const page = await htmlAnswer(answer);
    expect(page).toContain('&lt;b&gt;');
    expect(page).not.toMatch(/<b>|<script|(src|href)="http/);
    expect(page).not.toContain('<dl>');
    expect(page.match(/<svg /g)).toHaveLength(2);
    expect(page).toContain('@media (prefers-color-scheme: dark)');
  });

  it('REPORT-4: a number that is not finite is refused', () => {
    const rows = [['Ladder', Number.NaN]];
    const [table] = answer.tables;
    if (table === undefined) throw new Error('the example has a table');
    expect(() => textAnswer({ ...answer, tables: [{ ...table, rows }] }, 60)).toThrow(RangeError);
  });
});
