import { describe, expect, it } from 'vitest';
import { caseText, curvesText, FRONT, newestText, page } from './case-files.test-fixture.js';
import { AFTERWARDS, CASE_SECTIONS } from './case-section.js';
import { parseCaseFolder, parseCasePage } from './parse-case-folder.js';

const CURVES = curvesText();
const json = (file: string) => JSON.parse(caseText('svb-2020', file));
const SECTIONS = [...CASE_SECTIONS.complete, AFTERWARDS];

function files(front: string) {
  const [figures, study, changes] = ['figures.json', 'study.json', 'changes.json'].map(json);
  return { slug: 'svb-2020', front, figures, study, changes, curves: CURVES, sisters: [] };
}

/** What the door says, as `code path`. */
function said(found: ReturnType<typeof parseCaseFolder | typeof parseCasePage>): string[] {
  return found.ok ? [] : found.issues.map(({ code, path }) => `${code} ${path}`);
}

const whole = (words: Readonly<Record<string, string>> = {}) =>
  said(parseCaseFolder(files(page(SECTIONS, words))));

describe('the front matter of a case', () => {
  it('FORM-15: is read, and the case with it', () => {
    const found = parseCaseFolder(files(page(SECTIONS)));
    if (!found.ok) throw new Error(JSON.stringify(found.issues));
    expect(found.value.front.title).toBe('A bank before its year');
    expect(found.value.case?.study.decisionDate).toBe('2022-03-01');
    expect(found.value.prose.sections.map(({ title }) => title)).toEqual(SECTIONS);
  });

  it('FORM-17: curves of later quarter ends reach the case, for what came after', () => {
    const quarterEnds = newestText('quarter-end-market', 'quarter-end-market.csv');
    const found = parseCaseFolder({ ...files(page(SECTIONS)), quarterEnds });
    expect(found.ok ? found.value.case?.laterCurves.length : 0).toBe(8);
  });

  it.each([
    ['jurisdiction: US', 'jurisdiction: USA', 'form case.md line 5, /jurisdiction'],
    ['jurisdiction: US', 'jurisdiction: ZQ', 'form case.md line 5, /jurisdiction'],
    ['class: complete', 'class: light', 'enum case.md line 6, /class'],
    ['outcome: failed', 'outcome: fine', 'enum case.md line 9, /outcome'],
    ['version: 1.0.0', 'version: 1.0', 'type case.md line 11, /version'],
    ['version: 1.0.0', 'version: "01.0.0"', 'form case.md line 11, /version'],
    ['[laboratory]', '[The Laboratory]', 'form case.md line 14, /authors/0'],
    ['[laboratory]', '[]', 'length case.md line 14, /authors'],
    [
      'decisionDate: 2022-03-01',
      'decisionDate: 2022-02-30',
      'date.none case.md line 10, /decisionDate',
    ],
    ['title: ', 'titel: ', 'unknown-key case.md line 3, /titel'],
    ['title: A bank before its year', 'title: &a x\nregime2: *a', 'alias case.md line 4'],
  ])('FORM-15: %s as %s is refused', (from, to, line) => {
    const lines = said(parseCasePage(page(SECTIONS, {}, FRONT.replace(from, to))));
    expect(lines[0]).toBe(line);
  });

  it('FORM-15: the day is that of the Study', () => {
    const front = FRONT.replace('2022-03-01', '2022-03-02');
    expect(said(parseCaseFolder(files(page(SECTIONS, {}, front))))).toEqual([
      'decision-date case.md line 10, /decisionDate',
    ]);
  });

  it.each([
    ['draft', []],
    ['in-review', ['no-discipline changes.json#/discipline']],
    ['published', ['no-discipline changes.json#/discipline']],
  ])('FORM-27: %s without a discipline', (status, lines) => {
    const front = FRONT.replace('status: draft', `status: ${status}`);
    expect(said(parseCaseFolder(files(page(SECTIONS, {}, front))))).toEqual(lines);
  });

  it('FORM-27: a draft that has its steps states a discipline too', () => {
    const text = (file: string) => JSON.parse(caseText('jpmorgan-2021', file));
    const [figures, study] = [text('figures.json'), text('study.json')];
    const { discipline, ...changes } = text('changes.json');
    const draft = { slug: 'jpmorgan-2021', figures, study, curves: CURVES, sisters: [] };
    const front = page(SECTIONS);
    const codes = (found: object) =>
      said(parseCaseFolder({ ...draft, front, changes: found })).filter((each) =>
        each.startsWith('no-discipline'),
      );
    expect(codes({ ...changes, discipline })).toEqual([]);
    expect(codes(changes)).toEqual(['no-discipline changes.json#/discipline']);
  });

  it('PROSE-5: a page without front matter, or with too much of it, is refused', () => {
    expect(said(parseCasePage('## Words'))).toEqual(['front-matter case.md line 1']);
    const long = FRONT.replace('title: ', `title: ${'x'.repeat(20_001)}`);
    expect(said(parseCasePage(page(SECTIONS, {}, long)))).toEqual(['length case.md']);
  });
});

describe('the sections of a case', () => {
  it('FORM-16: one that is missing, out of order, unknown or empty is told', () => {
    const [first = '', second = '', ...rest] = SECTIONS;
    expect(said(parseCasePage(page([first, ...rest])))).toEqual(['section-missing case.md']);
    expect(said(parseCasePage(page([second, first, ...rest])))).toEqual([
      'section-order case.md line 21',
    ]);
    expect(said(parseCasePage(page([...SECTIONS, 'More'])))).toEqual([
      'section-unknown case.md line 53',
    ]);
    expect(said(parseCasePage(page(SECTIONS, { [second]: '' })))).toEqual([
      'section-empty case.md line 21',
    ]);
    expect(said(parseCasePage(page([first, ...SECTIONS])))).toEqual([
      'section-order case.md line 21',
    ]);
  });

  it('FORM-16: a disclosure case has its own, and no Study', () => {
    const front = FRONT.replace('class: complete', 'class: disclosure');
    const text = page(CASE_SECTIONS.disclosure, {}, front);
    const { study: _study, changes: _changes, ...rest } = files(text);
    const found = parseCaseFolder(rest);
    expect(said(found)).toEqual([]);
    expect(found.ok && found.value.case).toBe(undefined);
    expect(said(parseCasePage(page(SECTIONS, {}, front)))[0]).toBe('section-missing case.md');
  });
});

describe('what prose may name', () => {
  const [known = ''] = SECTIONS;

  it('FORM-17: inputs known on the day, and measures at scenarios of the Study', () => {
    const text =
      '[[figure bs_as_first_reported.2020.goodwill]] ' +
      '[[measure eve.value 0]] [[measure duration.modified.htm]]';
    expect(whole({ [known]: text })).toEqual([]);
  });

  it.each([
    ['[[figure bs.2020.gold]]', 'unknown-figure case.md line 19'],
    ['[[measure eve.valu 0]]', 'unknown-measure case.md line 19'],
    ['[[measure eve.value +77]]', 'unknown-scenario case.md line 19'],
    ['[[measure eve.value]]', 'unknown-scenario case.md line 19'],
    ['[[ratio figure bs.2020.gold / figure bs.2020.gold]]', 'unknown-figure case.md line 19'],
    ['[[discipline realised.capitalKept]]', 'known-after-decision case.md line 19'],
  ])('FORM-17: %s is refused', (text, line) => {
    expect(whole({ [known]: text })).toContain(line);
  });

  it('FORM-17: a realised number of the discipline may stand in the last section', () => {
    expect(whole({ [AFTERWARDS]: '[[discipline realised.capitalKept]]' })).toEqual([]);
  });

  it('FORM-17: what came later stands in the last section alone', () => {
    const late = files(
      page(SECTIONS, { [known]: '[[figure late]]', [AFTERWARDS]: '[[figure late]]' }),
    );
    const passport = late.figures.figures['bs_as_first_reported.2020.goodwill'];
    const make = (terms: object) => {
      late.figures.figures.late = { ...passport, ...terms };
      return said(parseCaseFolder(late));
    };
    expect(make({ knownFrom: '2023-04-28' })).toEqual(['known-after-decision case.md line 19']);
    expect(make({ role: 'outcome' })).toEqual(['figure-role case.md line 19']);
  });
});

describe('what no text of a case may hold', () => {
  it.each([
    ['label', '<script>alert(1)</script>', 'markup'],
    ['locator', 'p. 1 <svg onload=x>', 'markup'],
    ['document', 'see javascript:alert(1)', 'markup'],
    ['url', '', 'length'],
    ['url', 'http://www.example.org/', 'address'],
    ['url', 'file:///etc/passwd', 'address'],
    ['url', 'https://localhost/x', 'address'],
    ['url', 'https://10.0.0.1/x', 'address'],
    ['url', 'https://intranet/x', 'address'],
    ['url', 'mailto:a@example.org', 'address'],
  ])('FORM-18: %s %j', (key, text, code) => {
    const own = files(page(SECTIONS));
    own.figures.figures['bs_as_first_reported.2020.goodwill'][key] = text;
    const at = `figures.json#/figures/bs_as_first_reported.2020.goodwill/${key}`;
    expect(said(parseCaseFolder(own))).toEqual([`${code} ${at}`]);
  });

  it('FORM-18: nor any of its changes', () => {
    const own = files(page(SECTIONS));
    own.changes.published[0].title = '<img src=x onerror=alert(1)>';
    expect(said(parseCaseFolder(own))).toEqual(['markup changes.json#/published/0/title']);
  });
});
