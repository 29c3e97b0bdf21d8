import { describe, expect, it } from 'vitest';
import { buildDocument } from './build-document.js';
import type { DocumentTable, ReportDocument } from './document.js';
import { exampleBank } from './example-bank.test-fixture.js';

const document = buildDocument(exampleBank);

function tableOf(source: ReportDocument, id: string): DocumentTable {
  for (const section of source.sections) {
    for (const block of section.blocks) {
      if (block.kind === 'table' && block.table.id === id) return block.table;
    }
  }
  throw new Error(`no table ${id}`);
}

function wordsOf(source: ReportDocument, sectionId: string): string {
  const section = source.sections.find(({ id }) => id === sectionId);
  return JSON.stringify(section?.blocks ?? null);
}

describe('buildDocument', () => {
  it('tells the case in one order', () => {
    expect(document.sections.map(({ id }) => id)).toEqual([
      'brief',
      'step-0',
      'step-1',
      'attribution',
      'step-2',
      'step-3',
      'step-4',
      'published-and-reproduced',
      'fits',
      'claims',
      'assumptions',
      'sources',
    ]);
  });

  it('REPORT-5: a step has findings, tables with notes, and pictures with their numbers', () => {
    const [, step] = document.sections;
    expect(step?.blocks.map(({ kind }) => kind)).toEqual(['list', 'picture', 'table']);
    const picture = step?.blocks[1];
    if (picture?.kind !== 'picture') throw new Error('the second block is the picture');
    expect(picture.description).toBe(
      'Bars in %. Industry-average behaviour: lowest \u221220.2 (+300), highest 4.4 (\u2212200); ' +
        'The bank itself: lowest \u221238.1 (+300), highest 1.9 (\u2212100).',
    );
    expect(picture.data.rows[4]).toEqual(['+200', '\u221212.3', '\u221224.8']);
    expect(tableOf(document, 'step-0-eve').notes).toHaveLength(1);
  });

  it('REPORT-3: a cell that does not apply is a dash', () => {
    expect(tableOf(document, 'step-0-eve').rows[3]?.[4]).toBe('\u2013');
  });

  it('REPORT-2: a scenario named -200 gets a true minus sign, a date keeps its hyphens', () => {
    expect(tableOf(document, 'step-0-eve').rows[0]?.[0]).toBe('\u2212200');
    expect(document.facts.map(({ text }) => text)).toContain('2001-12-31');
  });

  it('REPORT-6: fitted or predicted, and the verdict, in words', () => {
    const rows = tableOf(document, 'reproduction-table').rows;
    expect(rows.map((row) => row.slice(4))).toEqual([
      ['+50.0', '\u00b1104', 'fitted', 'within aim'],
      ['+0.7', '\u00b15.0', 'predicted', 'within aim'],
      ['\u22127.1', '\u00b15.0', 'predicted', 'NOT within aim'],
      ['\u22122.0', '\u2013', 'predicted', 'no aim set'],
    ]);
    expect(wordsOf(document, 'published-and-reproduced')).toContain('not within it: 1.');
  });

  it('REPORT-6: a difference of exactly the aim is within it', () => {
    const [row] = exampleBank.publishedVsReproduced;
    if (row === undefined) throw new Error('the fixture has reproductions');
    const atAim = { ...exampleBank, publishedVsReproduced: [{ ...row, difference: -104 }] };
    expect(tableOf(buildDocument(atAim), 'reproduction-table').rows[0]?.[7]).toBe('within aim');
  });

  it('REPORT-7: each fitted number stands with its target and what was reached', () => {
    const rows = tableOf(document, 'fit-table').rows;
    expect(rows.find(([name]) => name?.startsWith('Average life'))).toEqual([
      'Average life of demand deposits [1]',
      '4.62',
      'years',
      'free parameter',
      'Base EVE, USD million',
      '5,200',
      '5,200',
    ]);
  });

  it('REPORT-8: a claim is labelled as a claim, and what we do not compute is a dash', () => {
    const rows = tableOf(document, 'claim-table').rows;
    expect(rows.map((row) => row.slice(2, 4))).toEqual([
      ['claim: 79.5', '12.5'],
      ['claim: 2,100', '\u2013'],
    ]);
  });

  it('REPORT-9: the residual is printed, however small', () => {
    const rows = tableOf(document, 'attribution-eve-change-200').rows;
    expect(rows.at(-1)).toEqual(['Residual', '1.1e\u221213', '', '', '', '']);
    // Alone: the total of -957.3 less the compounding of -40 is -917.3.
    expect(rows.at(-2)?.slice(0, 4)).toEqual(['Total', '\u2212957', '\u2212957', '\u2212917']);
    expect(wordsOf(document, 'attribution')).toContain('\u221240.0 is compounding');
  });

  it('REPORT-9: interactions beyond the largest five are counted and summed', () => {
    const [attribution] = exampleBank.attribution;
    if (attribution === undefined) throw new Error('the fixture has an attribution');
    // Fifteen pairs of 15, 14 … 1: the ten smallest are 10 + 9 + … + 1 = 55.
    const compounding = Array.from({ length: 15 }, (_, index) => ({
      ids: [`a${index}`, `b${index}`],
      value: index + 1,
    }));
    const many = { ...exampleBank, attribution: [{ ...attribution, compounding }] };
    const rows = tableOf(buildDocument(many), 'compounding-eve-change-200').rows;
    expect(rows).toHaveLength(7);
    expect(rows[0]).toEqual(['a14 with b14', '+15.0']);
    expect(rows[5]).toEqual(['10 smaller terms, together', '+55.0']);
  });

  it('REPORT-4: a number that is not finite stops the report', () => {
    const [first, ...others] = exampleBank.publishedVsReproduced;
    if (first === undefined) throw new Error('the fixture has reproductions');
    const publishedVsReproduced = [{ ...first, reproduced: Number.NaN }, ...others];
    expect(() => buildDocument({ ...exampleBank, publishedVsReproduced })).toThrow(RangeError);
  });

  it('a row of the wrong length stops the report', () => {
    const [step, ...others] = exampleBank.steps;
    const [table] = step?.tables ?? [];
    if (step === undefined || table === undefined) throw new Error('the fixture has a table');
    const steps = [{ ...step, tables: [{ ...table, rows: [['alone']] }] }, ...others];
    expect(() => buildDocument({ ...exampleBank, steps })).toThrow('1 cells under 5 heads');
  });

  it('REPORT-13: a choice of steps shows those steps, with the sources', () => {
    const chosen = buildDocument(exampleBank, [3]);
    expect(chosen.sections.map(({ id }) => id)).toEqual(['step-3', 'sources']);
  });
});
