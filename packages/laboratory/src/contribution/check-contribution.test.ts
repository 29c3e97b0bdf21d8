import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type CheckReport, checkContribution } from './check-contribution.js';
import type { CheckedLibrary } from './checked-library.js';
import { contributionTemplate } from './contribution-template.js';
import {
  challenge,
  correction,
  type Loose,
  perspective,
  proposedCase,
} from './example.test-fixture.js';
import { libraryFiles } from './library-cases.test-fixture.js';

const PREMISES = 'bs_as_first_reported.2020.premises';
const svb2020 = libraryFiles('svb-2020');
const COPIED =
  'The bank held long securities against deposits that could leave within a day, and nobody on ' +
  'the board had asked what one would do to the other when rates rose as fast as they had in ' +
  'living memory.';
const library = {
  today: '2026-11-20',
  cases: [svb2020],
  told: [],
  data: [],
  slugs: ['svb-2020', 'svb-2022'],
  entries: [{ name: 'case/svb-2022/case.md', text: `# A page\n\n${COPIED}\n` }],
  curves: svb2020.curves,
};

function report(
  json: Loose,
  more: Readonly<Record<string, string>> = {},
  against: CheckedLibrary = library,
): CheckReport {
  const form = typeof json === 'string' ? json : JSON.stringify(json, null, 2);
  const texts = { 'contribution.json': form, ...more };
  const files = Object.entries(texts).map(([name, text]) => ({ name, text }));
  const found = files.map(({ name, text }) => ({ name, bytes: text.length, isPlain: true }));
  return checkContribution({ found, files, unread: [] }, against);
}

/** `check: code path` of every issue. */
function issuesIn({ checks }: CheckReport): string[] {
  return checks.flatMap(({ name, issues }) =>
    issues.map(({ code, path }) => `${name}: ${code} ${path}`),
  );
}

/** A correction of the page of a figure of the library: nothing moves. */
function goodCorrection(): Loose {
  const json = correction();
  json.figure = PREMISES;
  const locator = 'Consolidated Balance Sheets, p.99';
  json.passport = { ...svb2020.figures.figures[PREMISES], locator };
  return json;
}

const prose = 'One two three four five six seven eight nine ten. '.repeat(6);

describe('a contribution that passes', () => {
  it.each<[string, Loose, Record<string, string>, string[]]>([
    [
      'a correction',
      goodCorrection(),
      {},
      ['limits', 'harm', 'form', 'sources', 'passport', 'reproduction', 'identities', 'copy'],
    ],
    ['a challenge', challenge(), {}, ['limits', 'harm', 'form', 'sources', 'reproduction', 'copy']],
    [
      'a perspective',
      perspective(),
      { 'text.md': prose },
      ['limits', 'harm', 'form', 'sources', 'text', 'copy'],
    ],
  ])('CONTRIB-10: %s, check by check', (_, json, more, names) => {
    const found = report(json, more);
    expect(issuesIn(found)).toEqual([]);
    expect(found.passed).toBe(true);
    expect(found.checks.map(({ name }) => name)).toEqual(names);
  });
});

describe('a correction that does not pass', () => {
  it.each<[string, (json: Loose) => void, string]>([
    ['no such case', (each) => (each.case = 'no-bank'), 'passport: unknown-case …, /case'],
    ['no such figure', (each) => (each.figure = 'gold'), 'passport: unknown-figure …, /figure'],
    [
      'nothing differs',
      (each) => (each.passport = svb2020.figures.figures[PREMISES]),
      'passport: same-figure …, /passport',
    ],
    [
      'a document nobody can open',
      (each) => (each.passport.url = 'https://localhost/10-k'),
      'sources: address …, /passport/url',
    ],
    ['no page', (each) => (each.passport.locator = ' '), 'passport: locator …, /passport/locator'],
    [
      'known before the day it describes',
      (each) => (each.passport.knownFrom = '2020-12-30'),
      'passport: known-from …, /passport/knownFrom',
    ],
    [
      'known after the decision',
      (each) => (each.passport.knownFrom = '2022-03-02'),
      'passport: known-after-decision …, /passport/knownFrom',
    ],
    [
      'from memory',
      (each) => (each.passport.confidence = 'recalled'),
      'passport: recalled-figure …, /passport/confidence',
    ],
  ])('CONTRIB-9: %s', (_, edit, expected) => {
    const json = goodCorrection();
    edit(json);
    const found = issuesIn(report(json)).map((line) =>
      line.replace(/contribution\.json line \d+/, '…'),
    );
    expect(found).toEqual([expected]);
  });

  it('CONTRIB-10: a figure that breaks the balance, by total', () => {
    const json = goodCorrection();
    json.passport.value += 10;
    const total = 'svb-2020/figures.json#/figures/bs_as_first_reported.2020.total';
    expect(issuesIn(report(json))).toEqual([
      `identities: identity ${total}_assets`,
      `identities: identity ${total}_equity`,
    ]);
  });

  it('CONTRIB-4: what could do harm is not evaluated', () => {
    const json = goodCorrection();
    json.reason = '<svg onload=alert(1)>';
    const found = report(json);
    expect(issuesIn(found)).toHaveLength(1);
    expect(issuesIn(found)[0]).toMatch(/^harm: html contribution\.json line \d+$/);
    expect(found.checks.map(({ name }) => name)).toEqual(['limits', 'harm', 'form', 'sources']);
  });

  it('CONTRIB-5: a source that is not public has a check of its own', () => {
    const json = goodCorrection();
    json.sources = ['https://www.sec.gov/a', 'http://www.sec.gov/b'];
    expect(issuesIn(report(json))[0]).toMatch(
      /^sources: address contribution\.json line \d+, \/sources\/1$/,
    );
  });

  it.each([
    ['2026-11-20', []],
    ['2026-11-21', ['form: future-date contribution.json line …, /received']],
  ])('CONTRIB-2: received on %s, checked on 2026-11-20', (received, expected) => {
    const found = issuesIn(report({ ...goodCorrection(), received }));
    expect(found.map((line) => line.replace(/line \d+/, 'line …'))).toEqual(expected);
  });

  it('CONTRIB-9: a fact that was public tomorrow, of a figure that feeds no Study', () => {
    const json = goodCorrection();
    json.passport.role = 'evidence';
    const id = Object.entries<Loose>(svb2020.figures.figures).find(
      ([, { role }]) => role === 'evidence',
    )?.[0];
    json.figure = id;
    json.passport = { ...svb2020.figures.figures[id ?? ''], knownFrom: '2026-11-21' };
    const found = issuesIn(report(json)).map((line) => line.replace(/line \d+/, 'line …'));
    expect(found).toEqual(['passport: known-from contribution.json line …, /passport/knownFrom']);
  });

  it('CONTRIB-2: text that is no JSON, with its line', () => {
    const files = [{ name: 'contribution.json', text: '{\n  "kind": "correction",\n  oops\n}' }];
    const found = [{ name: 'contribution.json', bytes: 10, isPlain: true }];
    const checked = checkContribution({ found, files, unread: [] }, library);
    expect(issuesIn(checked)).toEqual(['form: JSON_SYNTAX contribution.json line 3']);
  });
});

describe('a file that is made to mislead', () => {
  const checkedText = (text: string): string[] => {
    const files = [{ name: 'contribution.json', text }];
    const found = [{ name: 'contribution.json', bytes: text.length, isPlain: true }];
    return issuesIn(checkContribution({ found, files, unread: [] }, library));
  };

  it('CONTRIB-3: brackets without end are refused, not followed', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    expect(checkedText(deep)).toEqual(['form: JSON_DEPTH contribution.json']);
    expect(checkedText(`{"a":${deep}}`)).toEqual(['form: JSON_DEPTH contribution.json']);
  });

  it('CONTRIB-2: a key that stands twice is refused with its line', () => {
    const text = JSON.stringify(goodCorrection(), null, 2);
    const twice = text.replace('"reason"', '"case": "svb-2022",\n  "reason"');
    const [line, ...more] = checkedText(twice);
    expect(line).toMatch(/^form: \S+ contribution\.json line \d+/);
    expect(more).toEqual([]);
  });

  it('CONTRIB-2: __proto__ is an unknown key like another', () => {
    const text = JSON.stringify(goodCorrection(), null, 2);
    const found = checkedText(text.replace('{', '{"__proto__": {"kind": "case"},'));
    expect(found).toEqual(['form: unknown-key contribution.json line 1, /__proto__']);
    expect(Object.hasOwn(Object.prototype, 'kind')).toBe(false);
  });
});

describe('other kinds that do not pass', () => {
  it('CONTRIB-14: a challenge of a model that the named case has not', () => {
    const json = challenge();
    json.cases = ['svb-2020'];
    json.change.edits[0].model = 'mortgages';
    const [line] = issuesIn(report(json));
    expect(line).toMatch(
      /^reproduction: .* contribution\.json line \d+, \/change\/edits\/0\/model$/,
    );
  });

  it('CONTRIB-14: it must move something: a beta that stands so already does not', () => {
    const json = challenge();
    json.cases = ['svb-2020'];
    json.change.edits[0] = { model: 'nib', parameter: 'beta', value: 0 };
    expect(issuesIn(report(json))[0]).toMatch(/^reproduction: no-effect .*, \/change$/);
  });

  it('CONTRIB-14: put to all, it must fit one', () => {
    const json = challenge();
    json.change.edits[0].model = 'mortgages';
    expect(issuesIn(report(json))[0]).toMatch(/^reproduction: no-case .*, \/change$/);
  });

  it('CONTRIB-11: a perspective copied from a page, with the line and the passage', () => {
    const text = `${prose}\n\nAs was said elsewhere:\n${COPIED}\n`;
    const checked = report(perspective(), { 'text.md': text });
    expect(issuesIn(checked)).toEqual(['copy: copy text.md line 4']);
    const [copy] = checked.checks.flatMap(({ issues }) => issues);
    expect(copy?.got).toContain('stands in case/svb-2022/case.md');
    expect(copy?.got).toContain('the bank held long securities against deposits');
  });

  it.each([
    ['It lost 5 billion.', 'text: typed-number text.md line 3'],
    ['It held [[figure bs.cash]].', 'text: reference text.md line 3'],
    ['As [[case svb-2022]] tells.', undefined],
  ])('CONTRIB-17: a perspective is prose that may name pages: %s', (sentence, line) => {
    const text = `${prose}\n\n${sentence}\n`;
    expect(issuesIn(report(perspective(), { 'text.md': text }))[0]).toBe(line);
  });

  it('CONTRIB-1: a perspective without its text', () => {
    expect(issuesIn(report(perspective()))).toEqual(['text: length text.md']);
  });

  it('CONTRIB-10: a case under a name that is taken, without its files', () => {
    const json = proposedCase();
    json.case = 'svb-2022';
    const found = issuesIn(report(json)).map((line) => line.replace(/ line \d+/, ''));
    expect(found).toEqual([
      'reproduction: duplicate-slug contribution.json, /case',
      'reproduction: missing-file case/case.md',
      'reproduction: missing-file case/figures.json',
    ]);
  });

  it('CONTRIB-10: what is wrong in a file of the case has its line there', () => {
    const page = '---\nschema: almfes/case-front/1\n---\n\n## A heading\n';
    const figures = '{\n  "schema": "almfes/figures/1",\n  "figures": {\n    "a": {}\n  }\n}';
    const found = issuesIn(
      report(proposedCase(), { 'case/case.md': page, 'case/figures.json': figures }),
    );
    expect(found.some((line) => line.includes('case/figures.json line 4, /figures/a'))).toBe(true);
    expect(found.every((line) => line.startsWith('reproduction: '))).toBe(true);
  });
});

describe('the files of a proposed case', () => {
  const folder = new URL('../../../../library/case/svb-2020/', import.meta.url);
  const text = (name: string) => readFileSync(new URL(name, folder), 'utf8');
  const names = ['case.md', 'figures.json', 'study.json', 'changes.json', 'expected.json'];
  const whole = Object.fromEntries(names.map((name) => [`case/${name}`, text(name)]));
  const own = { ...library, slugs: ['svb-2021', 'svb-2022'], entries: [] };
  const checked = (edit: (files: Record<string, string>) => void): string[] => {
    const texts = { ...whole };
    edit(texts);
    const json = JSON.stringify({ ...proposedCase(), case: 'svb-2020' });
    return issuesIn(report(json, texts, own));
  };
  const replaced = (name: string, from: string, to: string) => (texts: Record<string, string>) => {
    expect(texts[name]).toContain(from);
    texts[name] = (texts[name] ?? '').replace(from, to);
  };

  it('CONTRIB-10: a case of the library passes as a proposal, sisters and all', () => {
    expect(checked(() => undefined)).toEqual([]);
  });

  it.each<[string, (texts: Record<string, string>) => void, RegExp]>([
    [
      'a key that stands twice',
      replaced('case/figures.json', '"case":', '"case": "svb-2020", "case":'),
      /^reproduction: key-twice case\/figures\.json line 3$/,
    ],
    [
      'text that is no JSON',
      replaced('case/study.json', '"title"', 'title'),
      /^reproduction: JSON_SYNTAX case\/study\.json line 3$/,
    ],
    [
      'another case named in its figures',
      replaced('case/figures.json', '"svb-2020"', '"svb-2019"'),
      /^reproduction: slug case\/figures\.json line 3, \/case$/,
    ],
    [
      'an expected measure that the Study does not give',
      replaced('case/expected.json', '"scenario":"0","unit":"USD million","value":', '$&1'),
      /^reproduction: expected-moved case\/expected\.json line \d+, \/rows\/\d+$/,
    ],
    [
      'a row that is gone from what is expected',
      (texts) => {
        const lines = (texts['case/expected.json'] ?? '').split('\n');
        const at = lines.findIndex((line) => line.includes('"measure":"eve.value"'));
        texts['case/expected.json'] = lines.toSpliced(at, 1).join('\n');
      },
      /^reproduction: expected-new case\/expected\.json line \d+, \/rows$/,
    ],
    [
      'no expected measures at all',
      (texts) => delete texts['case/expected.json'],
      /^reproduction: file-missing case\/expected\.json$/,
    ],
    [
      'a page of the library that is not there',
      (texts) => {
        texts['case/case.md'] = (texts['case/case.md'] ?? '').replace(
          '## What was known on the day\n',
          '## What was known on the day\n\nAs in [[case no-such-bank]].\n',
        );
      },
      /^reproduction: unknown-case case\/case\.md line \d+$/,
    ],
    [
      'a fact of tomorrow',
      (texts) => {
        const json = JSON.parse(texts['case/figures.json'] ?? '');
        const id = Object.keys(json.figures).find((each) => json.figures[each].role === 'evidence');
        json.figures[id ?? ''].knownFrom = '2026-11-21';
        texts['case/figures.json'] = JSON.stringify(json, null, 1);
      },
      /^reproduction: known-from case\/figures\.json line \d+, .*\/knownFrom$/,
    ],
  ])('CONTRIB-10: %s', (_, edit, line) => {
    const found = checked(edit);
    expect(found[0]).toMatch(line);
    expect(found).toHaveLength(1);
  });
});

describe('a template', () => {
  it.each(['correction', 'challenge', 'perspective', 'case'] as const)(
    'CONTRIB-16: of a %s fails with each text that is to be written, by line',
    (kind) => {
      const files = contributionTemplate({
        kind,
        date: '2026-11-01',
        case: '',
        figure: null,
        edits: [],
      });
      const texts = Object.fromEntries(files.map(({ name, text }) => [name, text]));
      const count = Object.values(texts).join('\n').split('FILL IN').length - 1;
      const { 'contribution.json': form = '', ...more } = texts;
      const left = issuesIn(report(JSON.parse(form), more)).filter((l) => l.includes('fill-in'));
      const inForm = form.split('FILL IN').length - 1;
      expect(left).toHaveLength(inForm);
      expect(inForm).toBeGreaterThan(3);
      expect(count - inForm).toBe(kind === 'perspective' ? 2 : 0);
      for (const line of left) expect(line).toMatch(/^form: fill-in contribution\.json line \d+, /);
    },
  );

  it('CONTRIB-16: of a correction carries the passport that stands now', () => {
    const passport = svb2020.figures.figures[PREMISES];
    const figure = { id: PREMISES, passport };
    const [file] = contributionTemplate({
      ...{ kind: 'correction', date: '2026-11-01', case: 'svb-2020', figure, edits: [] },
    });
    expect(JSON.parse(file?.text ?? '')).toMatchObject({
      case: 'svb-2020',
      figure: PREMISES,
      passport,
    });
  });
});
