import { describe, expect, it } from 'vitest';
import type { Entry, SourceRead } from './entry.js';
import { parseEntries } from './parse-entries.js';
import { trackerPictures } from './tracker-counts.js';
import { trackerAnswer, trackerTables } from './tracker-tables.js';
import { entryText } from './weekly.test-fixture.js';

const THREE = [
  entryText('a', { date: '2017-05', evidenceGrade: 'A' }),
  entryText('b', { date: "'2024'", almProcess: 'hedging', technique: 'agent', phase: 'X' }),
  entryText('c', {
    date: '2024-12-31',
    measuredResult: '{value: 2, unit: bp, note: "Of a test that is made up."}',
  }),
];

function three() {
  const found = parseEntries([{ name: 'x', text: THREE.join('') }]);
  if (!found.ok) throw new Error(found.issues[0]?.message);
  return found.value;
}

describe('the tracker in tables and pictures', () => {
  it('WEEK-13: the newest source stands first, each row with its source', () => {
    const [entries] = trackerTables(three());
    expect(entries?.rows.map((row) => row[0])).toEqual(['2024-12-31', '2024', '2017-05']);
    expect(entries?.rows[0]?.[7]).toBe('2 bp');
    expect(entries?.rows[0]?.[9]).toContain('https://paper.example.org/c');
    expect(entries?.notes).toHaveLength(2);
  });

  it('WEEK-13: counts by hand, and every name of a list stands, also with 0', () => {
    const byProcess = trackerTables(three()).find(({ id }) => id === 'entries-by-process');
    expect(byProcess?.rows).toHaveLength(11);
    expect(byProcess?.rows[0]).toEqual(['Deposit modelling', 2, 1]);
    expect(byProcess?.rows.find(([name]) => name === 'Hedging and investment')).toEqual([
      'Hedging and investment',
      1,
      0,
    ]);
  });

  it('WEEK-13: the five newest years of sources, and all before them in one column', () => {
    const pictures = trackerPictures(three());
    expect(pictures.map(({ id }) => id)).toEqual([
      'trend-process',
      'trend-technique',
      'trend-grade',
      'process-by-grade',
    ]);
    const [process, , grade] = pictures;
    if (process?.kind !== 'heat-map' || grade?.kind !== 'heat-map') throw new Error('no heat map');
    expect(process.columns).toEqual(['to 2019', '2020', '2021', '2022', '2023', '2024']);
    expect(process.values[0]).toEqual([1, 0, 0, 0, 0, 1]);
    // Grade A: the one of 2017; grade B: the two of 2024.
    expect(grade.values.slice(0, 2)).toEqual([
      [1, 0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0, 2],
    ]);
  });

  it('WEEK-13: the first of the five years has a column of its own', () => {
    const texts = ['2019-12-31', '2020-01-01', '2024'].map((date, at) =>
      entryText(`e${at}`, { date: `'${date}'` }),
    );
    const found = parseEntries([{ name: 'x', text: texts.join('') }]);
    const [process] = found.ok ? trackerPictures(found.value) : [];
    if (process?.kind !== 'heat-map') throw new Error('no heat map');
    expect(process.values[0]).toEqual([1, 1, 0, 0, 0, 1]);
  });

  it('WEEK-13: every picture counts every entry once', () => {
    for (const picture of trackerPictures(three())) {
      if (picture.kind !== 'heat-map') throw new Error(picture.kind);
      expect(picture.values.flat().reduce((sum, count) => sum + count, 0)).toBe(3);
    }
    const { findings } = trackerAnswer(three());
    expect(findings[0]).toBe('3 claims with a public source; 1 of them carry a measured result.');
    // One of grade A, two of grade B.
    expect(findings[1]).toMatch(/^3 rest on a measurement/);
  });

  it('WEEK-6: the answer counts how the sources were read', () => {
    const [one, two, three_] = three();
    if (!one || !two || !three_) throw new Error('not three');
    const read = (entry: Entry, how: SourceRead): Entry => ({
      ...entry,
      source: { ...entry.source, read: how },
    });
    const entries = [one, read(two, 'seen-abstract'), read(three_, 'seen-abstract')];
    expect(trackerAnswer(entries).findings[2]).toBe(
      '1 sources were read at the place of the claim, 2 by their abstract alone, ' +
        '0 through another page, 0 not at all.',
    );
    expect(trackerTables(entries)[0]?.rows.map((row) => row.at(-1))).toEqual([
      'its abstract or summary alone',
      'its abstract or summary alone',
      'its own page or text, at least the part that carries the claim',
    ]);
  });
});
