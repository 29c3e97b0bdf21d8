import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { evaluate, type Figure } from '@almfes/engine';
import { parseCase } from '@almfes/intake';
import { describe, expect, it } from 'vitest';
import type { CaseTexts } from './accept-correction.js';
import { acceptDataCorrection } from './accept-data.js';
import { correctionChecks } from './check-correction.js';
import { emptyLibrary } from './checked-library.js';
import type { Correction } from './contribution.js';
import { correctionEffect } from './correction-effect.js';
import { correctedData, correctedStudy as studyWith } from './data-correction.js';
import { type DataSet, dataCells, dataFigures } from './data-set.js';
import { correction, type Loose, lines, valueOrThrow } from './example.test-fixture.js';
import { libraryFiles } from './library-cases.test-fixture.js';
import { parseContribution } from './parse-contribution.js';

const LIBRARY = new URL('../../../../library/', import.meta.url);
const text = (path: string): string => readFileSync(new URL(path, LIBRARY), 'utf8');
const sha256 = (of: string): string => createHash('sha256').update(of).digest('hex');

/** The sets of the library, as the command reads them. */
const sets: readonly DataSet[] = readdirSync(new URL('data', LIBRARY)).flatMap((folder) => {
  const vintage =
    readdirSync(new URL(`data/${folder}`, LIBRARY))
      .toSorted()
      .at(-1) ?? '';
  const home = `data/${folder}/${vintage}`;
  return readdirSync(new URL(home, LIBRARY))
    .filter((file) => file.endsWith('.csv'))
    .map((file) => {
      const name = file.replace('.csv', '');
      const passport: unknown = JSON.parse(text(`${home}/${name}.passport.json`));
      return { name, folder, vintage, text: text(`${home}/${file}`), passport };
    });
});

const PAR = '2022-12-30.10Y';
const SURVEY = 'week.2021-12-31.ratePercent';
const quarterEnds = sets.find(({ name }) => name === 'quarter-end-market')?.text ?? '';
const caseFiles = (slug: string) => ({ ...libraryFiles(slug), quarterEnds });

interface Note {
  note: string;
  value: number;
}

const correctedStudy = (study: Loose, data: Parameters<typeof studyWith>[1]): Loose =>
  studyWith(study, data);

function setNamed(name: string): DataSet {
  const found = sets.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no set ${name}`);
  return found;
}

function correcting(name: string, figure: string, more: Partial<Figure>) {
  const before = dataFigures(setNamed(name))[figure];
  if (before === undefined) throw new Error(`no figure ${figure}`);
  return { case: `data/${name}`, figure, before, passport: { ...before, ...more } };
}

describe('a data set of the library', () => {
  // by hand from the files: Treasury 2022-12-30, 10 years 3.88; PMMS 2021-12-30, 3.11
  it.each([
    ['us-treasury-par', PAR, 3.88, '2022-12-30', '2022-12-30'],
    ['quarter-end-market', '2022-12-31.10Y', 3.88, '2022-12-31', '2022-12-31'],
    ['pmms', SURVEY, 3.11, '2021-12-30', '2021-12-30'],
  ])('CONTRIB-18: %s has %s as a figure with a passport', (name, id, value, asOf, knownFrom) => {
    const figure = dataFigures(setNamed(name))[id];
    expect(figure).toMatchObject({ value, unit: 'percent', asOf, knownFrom, role: 'input' });
    expect(figure?.document).not.toBe('');
    expect(figure?.url).toMatch(/^https:/);
  });

  it('CONTRIB-18: each number of each set has a name of its own', () => {
    for (const set of sets) {
      const ids = dataCells(set).map(({ id }) => id);
      expect(ids.length, set.name).toBeGreaterThan(20);
      expect(new Set(ids).size, set.name).toBe(ids.length);
    }
  });
});

describe('a correction of a data set', () => {
  it.each([
    [
      'us-treasury-par',
      PAR,
      [
        'quarter-end-market 2022-12-31.10Y',
        'us-treasury-month-end 2022-12-30.10Y',
        `us-treasury-par ${PAR}`,
      ],
    ],
    ['pmms', SURVEY, [`pmms ${SURVEY}`, 'quarter-end-market 2021-12-31.mortgage30Y']],
    [
      'fed-funds-quarterly',
      '2021-12-31.averagePercent',
      [
        'fed-funds-quarterly 2021-12-31.averagePercent',
        'quarter-end-market 2021-12-31.fedFundsQuarterAverage',
      ],
    ],
  ])('CONTRIB-18: the same fact is found in every set: %s %s', (name, figure, expected) => {
    const data = correctedData(correcting(name, figure, { value: 4 }), sets);
    const found = data.flatMap(({ before, cells }) =>
      cells.map(({ id }) => `${before.name} ${id}`),
    );
    expect(found.toSorted()).toEqual(expected);
    for (const { before, after, cells } of data) {
      const was = before.text.split('\n');
      const changed = after.text
        .split('\n')
        .flatMap((line, at) => (line === was[at] ? [] : [at + 1]));
      expect(changed).toEqual([...new Set(cells.map(({ line }) => line))]);
    }
  });

  it('CONTRIB-18: a case that names the curve, one that copied it, one with neither', () => {
    const cases = ['svb-2022', 'signature-2022', 'svb-2020'].map(caseFiles);
    const found = correctionEffect(correcting('us-treasury-par', PAR, { value: 3.98 }), {
      ...{ cases, told: [], data: sets },
    });
    expect(found.map(({ slug, numbers }) => [slug, numbers])).toEqual([
      ['svb-2022', []],
      ['signature-2022', ['/market']],
    ]);
    // by another way: the number typed into the table, and into the copy in the Study's form
    const [svb, signature] = cases;
    if (svb === undefined || signature === undefined) throw new Error('two cases were read');
    const typed = svb.curves.replace(/^(2022-12-30,.*),3\.88,/m, '$1,3.98,');
    const own = JSON.parse(JSON.stringify(signature.study));
    const quote = own.market.parQuotes.find(
      (each: { tenorMonths: number }) => each.tenorMonths === 120,
    );
    expect(quote.rate).toBe(0.0388);
    quote.rate = 0.0398;
    const eveOf = (files: Parameters<typeof parseCase>[0]) =>
      evaluate(valueOrThrow(parseCase(files)).study).measures.find(
        ({ id, scenario }) => id === 'eve.value' && scenario === '0',
      )?.value;
    const told = found.map(
      ({ measures }) =>
        measures.find(({ id, scenario }) => id === 'eve.value' && scenario === '0')?.after,
    );
    expect(told).toEqual([eveOf({ ...svb, curves: typed }), eveOf({ ...signature, study: own })]);
  });

  it('CONTRIB-18: a survey that a Study copied by its note moves that case', () => {
    const cases = ['svb-2021', 'svb-2022'].map(caseFiles);
    const found = correctionEffect(correcting('pmms', SURVEY, { value: 3.21 }), {
      ...{ cases, told: [], data: sets },
    });
    // svb-2022 is held beside svb-2021, its sister, and copies another survey itself
    expect(found.map(({ slug, numbers }) => [slug, numbers])).toEqual([['svb-2021', ['/market']]]);
  });
});

describe('a number that is no copy of the set', () => {
  const markets = correctedData(correcting('us-treasury-par', PAR, { value: 3.98 }), sets);
  const surveys = correctedData(correcting('pmms', SURVEY, { value: 3.21 }), sets);
  const form = (slug: string) => JSON.parse(text(`case/${slug}/study.json`));

  it('CONTRIB-18: a market that differs from the set in one rate is no copy', () => {
    const study = form('signature-2022');
    expect(correctedStudy(study, markets)).not.toEqual(study);
    study.market.policyRate += 0.0001;
    expect(correctedStudy(study, markets)).toEqual(study);
  });

  it.each([
    ['another day', (rate: Note) => (rate.note = rate.note.replace('12-30', '12-23'))],
    ['another file', (rate: Note) => (rate.note = rate.note.replace('pmms', 'fed-funds'))],
    ['another value', (rate: Note) => (rate.value = 0.0312)],
  ])('CONTRIB-18: a parameter whose note names %s stays', (_, edit) => {
    const study = form('svb-2021');
    expect(correctedStudy(study, surveys).market.mortgageRate.value).toBe(0.0321);
    edit(study.market.mortgageRate);
    expect(correctedStudy(study, surveys)).toEqual(study);
  });
});

describe('the checks of a correction of a data set', () => {
  const library = { ...emptyLibrary('2026-11-20'), data: sets, cases: [caseFiles('svb-2022')] };
  const checked = (more: Partial<Figure>, figure = PAR, name = 'us-treasury-par') => {
    const found = correcting('us-treasury-par', PAR, more);
    const json = { ...correction(), case: `data/${name}`, figure, passport: found.passport };
    const read = valueOrThrow(parseContribution(json)) as Correction;
    return lines(correctionChecks(read, library).flatMap(({ issues }) => issues));
  };

  it.each<[string, Partial<Figure>, string[]]>([
    ['another number', { value: 3.98 }, []],
    ['the same number', {}, ['same-figure /passport']],
    [
      'another document',
      { value: 3.98, document: 'A page' },
      ['passport-of-file /passport/document'],
    ],
    ['another day', { value: 3.98, asOf: '2022-12-29' }, ['passport-of-file /passport/asOf']],
    ['a text for the number', { value: 'none' }, ['type /passport/value']],
  ])('CONTRIB-18: %s', (_, more, expected) => {
    expect(checked(more)).toEqual(expected);
  });

  it('CONTRIB-18: no such set, no such number', () => {
    expect(checked({ value: 1 }, PAR, 'no-such-set')).toEqual(['unknown-case /case']);
    expect(checked({ value: 1 }, '2022-12-30.40Y')).toEqual(['unknown-figure /figure']);
  });
});

describe('an accepted correction of a data set', () => {
  const slug = 'signature-2022';
  const found = correcting('us-treasury-par', PAR, { value: 3.98 });
  const own = (name: string) => text(`case/${slug}/${name}`);
  const texts: CaseTexts = {
    ...{ part: 'case', slug, front: own('case.md'), figures: own('figures.json') },
    ...{ history: own('history.json'), expected: own('expected.json'), study: own('study.json') },
  };
  const json = { ...correction(), case: found.case, figure: PAR, passport: found.passport };
  const contribution = valueOrThrow(parseContribution(json)) as Correction;
  const effects = correctionEffect(found, { cases: [caseFiles(slug)], told: [], data: sets });
  const accept = (date: string, replaced: Partial<CaseTexts> = {}) =>
    acceptDataCorrection(
      { slug: 'yield', date, contribution, correction: found },
      { sets, cases: [{ ...texts, ...replaced }], effects },
      sha256,
    );
  const files = new Map(valueOrThrow(accept('2026-12-24')).map((each) => [each.name, each.text]));

  it('CONTRIB-18: a vintage of the day of each set, and the files of the case that moves', () => {
    const vintage = (folder: string) => [
      `data/${folder}/2026-12-24/${folder}.csv`,
      `data/${folder}/2026-12-24/${folder}.passport.json`,
    ];
    const changed = ['study.json', 'case.md', 'history.json', 'expected.json'];
    expect([...files.keys()]).toEqual([
      ...['quarter-end-market', 'us-treasury-month-end', 'us-treasury-par'].flatMap(vintage),
      ...changed.map((name) => `case/${slug}/${name}`),
    ]);
  });

  it('CONTRIB-18: the passport has the hash of the file, and says what was corrected', () => {
    const home = 'data/us-treasury-par/2026-12-24/us-treasury-par';
    const passport = JSON.parse(files.get(`${home}.passport.json`) ?? '');
    expect(passport.sha256).toBe(sha256(files.get(`${home}.csv`) ?? ''));
    expect(passport.notes.at(-1)).toBe(
      `Corrected on 2026-12-24: ${PAR} from 3.88 to 3.98; contribution yield, Example Contributor.`,
    );
    expect(passport.retrieved).toBe('2026-11-22');
  });

  it('CONTRIB-18: the case is what its files give then, with version and contributor', () => {
    const history = JSON.parse(files.get(`case/${slug}/history.json`) ?? '').versions;
    const last = history.at(-1);
    expect(last).toMatchObject({ contributors: ['Example Contributor'], contribution: 'yield' });
    const subject = 'data/us-treasury-par 2022-12-30.10Y corrected: from 3.88 to 3.98 percent.';
    expect(last.what.startsWith(subject)).toBe(true);
    expect(last.what.slice(subject.length)).toMatch(/^ \d+ measures move\./);
    expect(files.get(`case/${slug}/case.md`)).toContain(
      `version: ${last.version}\ncontributors: ["Example Contributor"]\n`,
    );
    const study = JSON.parse(files.get(`case/${slug}/study.json`) ?? '');
    const { study: built } = valueOrThrow(parseCase({ ...caseFiles(slug), study }));
    const { measures } = evaluate(built);
    const { rows } = JSON.parse(files.get(`case/${slug}/expected.json`) ?? '');
    for (const { measure, scenario, value } of rows) {
      const now = measures.find(({ id, scenario: at }) => id === measure && at === scenario);
      expect(Math.abs((now?.value ?? 0) - value)).toBeLessThanOrEqual(
        1e-9 * Math.max(1, Math.abs(value)),
      );
    }
  });

  it('CONTRIB-18: a second correction of one day stands in the vintage of that day', () => {
    const latest =
      sets
        .map(({ vintage }) => vintage)
        .toSorted()
        .at(-1) ?? '';
    const made = valueOrThrow(accept(latest)).map(({ name }) => name);
    expect(made).toContain(`data/us-treasury-par/${latest}/us-treasury-par.csv`);
  });

  it('CONTRIB-18: a day before the vintage, or another layout: nothing is made', () => {
    expect(lines(accept('2026-11-01'))).toEqual(['vintage data/quarter-end-market']);
    const study = JSON.stringify(JSON.parse(texts.study ?? ''));
    expect(lines(accept('2026-12-24', { study }))).toEqual([`layout ${slug}/study.json`]);
  });
});
