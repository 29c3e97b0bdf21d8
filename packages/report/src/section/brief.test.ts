import type { CaseResult, Reproduction, Table } from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { textOf } from '../document.js';
import { exampleBank } from '../example-bank.test-fixture.js';
import { briefSection } from './brief.js';

function linesOf(result: CaseResult): readonly string[] {
  const [block] = briefSection(result).blocks;
  return block?.kind === 'list' ? block.items.map(textOf) : [];
}

/** The example bank with a capital table of these rows. */
function withCapital(rows: Table['rows']): CaseResult {
  const columns = [
    { id: 'line', title: 'Line', unit: '' },
    { id: 'amount', title: 'Amount', unit: 'USD million' },
    { id: 'share', title: 'Ratio', unit: '%' },
  ];
  const table = { id: 'capital-and-liquidity', title: 'Capital', columns, rows, notes: [] };
  const steps = exampleBank.steps.map((step) =>
    step.step === 0 ? { ...step, tables: [...step.tables, table] } : step,
  );
  return { ...exampleBank, steps };
}

const missed = (title: string, published: number, reproduced: number, unit: string) =>
  ({
    id: title,
    title,
    published,
    reproduced,
    unit,
    difference: reproduced - published,
    role: 'predicted',
    aim: null,
    source: 'made up',
  }) satisfies Reproduction;

describe('briefSection', () => {
  it('REPORT-15: economic CET1 and the one-day run threshold, as the table has them', () => {
    const result = withCapital([
      ['CET1, as reported', null, 12.1],
      ['Economic CET1 E0: all marks', -1234.4, -2.25],
      ['Economic CET1 E0 after tax at 21%', -500, null],
      ['Run threshold, liquidity, 1 day', null, 31.26],
      ['Run threshold, liquidity, 2 days', null, 70],
    ]);
    expect(linesOf(result).slice(0, 3)).toEqual([
      'Economic CET1 E0: all marks: \u22121,234 USD million, \u22122.3% of RWA.',
      'Run threshold, liquidity, 1 day: 31.3% of uninsured deposits.',
      `Step 0: ${exampleBank.steps[0]?.findings[0]}`,
    ]);
  });

  it('REPORT-15: what the table does not state is left out', () => {
    const rows = [
      ['Economic CET1 E0: all marks', -50, null],
      ['Run threshold, liquidity, 1 day', null, 100],
      ['Run threshold, CET1, 1 day', null, null],
    ];
    expect(linesOf(withCapital(rows)).slice(0, 3)).toEqual([
      'Economic CET1 E0: all marks: \u221250.0 USD million.',
      'Run threshold, liquidity, 1 day: none up to 100% of uninsured deposits.',
      `Step 0: ${exampleBank.steps[0]?.findings[0]}`,
    ]);
    expect(linesOf(exampleBank)[0]).toMatch(/^Step 0: /);
  });

  it('REPORT-15: without an aim there is none to be within', () => {
    const publishedVsReproduced = [missed('Value', 1, 2, 'USD million')];
    expect(linesOf({ ...exampleBank, publishedVsReproduced })).toContain(
      'Published and reproduced: predicted (not fitted) figures with an aim: none; ' +
        'without an aim: 1.',
    );
  });

  it('REPORT-15: every predicted figure outside its aim, and the three widest', () => {
    const publishedVsReproduced = [
      missed('Fitted, far off', 100, 1, '%'),
      missed('Income', 1000, 1080, 'USD million'), // 8% of the published figure
      missed('Change up', 5, 14, '%'), // 9 points
      missed('Change down', -2, -4.5, '%'), // 2.5 points
      missed('Life', 4, 4.04, 'years'), // 1%
      { ...missed('Small but outside', 3, 3.4, '%'), aim: 0.1 },
    ].map((row, index) => (index === 0 ? { ...row, role: 'fitted' as const } : row));
    expect(linesOf({ ...exampleBank, publishedVsReproduced }).at(-1)).toBe(
      'Worst misses of the predicted figures: Change up +9.0 points (14.0 against 5.0; ' +
        'no aim set); Income +80.0 USD million (1,080 against 1,000; no aim set); ' +
        'Change down \u22122.5 points (\u22124.5 against \u22122.0; no aim set); ' +
        'Small but outside +0.4 points (3.4 against 3.0; NOT within aim).',
    );
  });
});
