import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { numbersIn } from '../../packages/engine/src/index.js';
import { FAILURE_DESCRIPTIONS } from '../../packages/engine/src/stress/index.js';
import { casePath } from './library-case.js';

const DATA = fileURLToPath(new URL('../../library/data/', import.meta.url));

/** Rows of the latest vintage of a data set, each by the names of its columns. */
function rowsOf(name: string): Record<string, string>[] {
  const [folder = '', file] = name.split('/');
  const vintage = readdirSync(`${DATA}${folder}`).sort().at(-1);
  const text = readFileSync(`${DATA}${folder}/${vintage}/${file}.csv`, 'utf8').trimEnd();
  const [heads = [], ...rows] = text.split('\n').map((line) => line.split(','));
  return rows.map((row) => Object.fromEntries(heads.map((head, at) => [head, row[at] ?? ''])));
}

function heldIn(name: string, row: Record<string, string>, column: string): number {
  const found = rowsOf(name).filter((each) =>
    Object.entries(row).every(([key, value]) => each[key] === value),
  );
  const [only] = found;
  if (found.length !== 1 || only === undefined) throw new Error(`${found.length} rows of ${name}`);
  return Number(only[column]);
}

const outflow = (bank: string, to: string, column = 'sharePercent') =>
  heldIn('peer-behaviour/failure-anchors', { bank, to }, column);

const rising = { cycle: 'up_2021Q4_2023Q4', size: '>=1bn' };
const peers = (metric: string, column: string) =>
  heldIn('peer-behaviour/peer-percentiles', { ...rising, metric }, column);

const industry = (cycle: string) =>
  heldIn('peer-behaviour/aggregate-deposit-betas', { cycle, size: 'all' }, 'ib');

const figures = JSON.parse(readFileSync(casePath('svb-2022', 'figures.json'), 'utf8')).figures;
const free = (year: number): number => figures[`bs.${year}.dep_nib`].value;
const freePercent = (year: number) => (100 * free(year)) / figures[`bs.${year}.dep_total`].value;

const whole = (value: number) => value.toFixed(0);

const [SVB, SCHWAB] = ['Silicon Valley Bank', 'Schwab (two banks)'];
const schwabBase = outflow(SCHWAB, '2023-12-31', 'baseUsdBillion');
const [up, down] = [industry('up_2018Q1_2019Q2'), industry('down_2019Q2_2020Q4')];

/** The beginning of each anchor, and its numbers from where it says that they stand. */
const HELD: readonly (readonly [string, ...string[]])[] = [
  [
    "Schwab's",
    whole(schwabBase),
    whole(schwabBase - outflow(SCHWAB, '2023-12-31', 'outflowUsdBillion')),
  ],
  ["Peers'", peers('chg_nib_share', 'p10').toFixed(1)],
  [
    'SVB 2022',
    whole(freePercent(2022) - freePercent(2021)),
    whole(100 * (free(2022) / free(2021) - 1)),
  ],
  ['Zions', whole(-outflow('Zions', '2023-12-31'))],
  // banks above USD 1 bn are the size of the row
  ['Interest-bearing', '1', ...['p50', 'p75', 'p90'].map((at) => peers('beta_ib', at).toFixed(2))],
  ['Industry', ...[up, down, down / up].map((beta) => beta.toFixed(2))],
  [
    'Share of uninsured deposits',
    whole(outflow('First Republic', '2023-03-10')),
    whole(outflow('Signature', '2023-03-10')),
    whole(outflow(SVB, '2023-03-09')),
    whole(outflow(SVB, '2023-03-09', 'outflowUsdBillion')),
    outflow(SVB, '2023-03-09', 'baseUsdBillion').toFixed(1),
  ],
  [
    'By the second day',
    whole(outflow('Signature', '2023-03-12')),
    whole(outflow(SVB, '2023-03-10')),
  ],
  // the 30 of the consortium stand in the document of the row
  ["First Republic's quarter", '30', whole(outflow('First Republic', '2023-03-31'))],
  ['Silvergate', whole(-outflow('Silvergate', '2022-12-31'))],
];

describe('what the severities rest on', () => {
  it('FAIL-1: every observation has the numbers of the data set or figures that it names', () => {
    const anchors = Object.values(FAILURE_DESCRIPTIONS).flatMap((each) => each.anchors);
    const numbers = anchors.map(({ text }) =>
      numbersIn(text).map(({ at, length }) => text.slice(at, at + length)),
    );
    expect(numbers).toEqual(HELD.map(([, ...held]) => held));
    const begins = anchors.map(({ text }, at) => text.startsWith(HELD[at]?.[0] ?? '-'));
    expect(begins).toEqual(HELD.map(() => true));
  });

  it('FAIL-1: every observation names a data set or figures that the library holds', () => {
    const sources = Object.values(FAILURE_DESCRIPTIONS).flatMap(({ anchors }) =>
      anchors.map(({ source }) => source),
    );
    for (const source of sources) {
      if ('data' in source) expect(rowsOf(source.data).length).toBeGreaterThan(0);
      else for (const id of source.figures) expect(figures).toHaveProperty([id.slice(9)]);
    }
  });
});
