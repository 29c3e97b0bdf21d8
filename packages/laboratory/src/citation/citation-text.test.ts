import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { CaseFront } from '../case/index.js';
import { parseCaseHistory } from './case-history.js';
import type { Citable } from './citable.js';
import { citableCase } from './citable-case.js';
import { citationFile, citationText } from './citation-text.js';
import { contentOf } from './content-hash.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const HASH = 'ab'.repeat(32);

const laboratory: Citable = {
  kind: 'case',
  slug: 'svb-2022',
  version: '1.0.0',
  title: 'Silicon Valley Bank 2022: 50% & more',
  authors: [{ name: 'ALMFES laboratory', kind: 'organisation' }],
  date: '2026-11-28',
  licence: 'CC-BY-4.0',
  abstract: 'A case that evaluates.',
  contentHash: HASH,
};
const withPerson: Citable = {
  ...laboratory,
  authors: [...laboratory.authors, { name: 'Example van Contributor', kind: 'person' }],
  date: null,
};

describe('a citation as text', () => {
  it('CITE-4: APA, the laboratory alone', () => {
    expect(citationText(laboratory, 'apa')).toBe(
      'ALMFES laboratory. (2026, November 28). Silicon Valley Bank 2022: 50% & more ' +
        `(Version 1.0.0) [Case study]. almfes:case/svb-2022@1.0.0 sha256:${HASH}\n`,
    );
  });

  it('CITE-3, CITE-4: APA, with a contributor and no day yet', () => {
    expect(citationText(withPerson, 'apa')).toBe(
      'ALMFES laboratory, & Example van Contributor. (n.d.). Silicon Valley Bank 2022: 50% & ' +
        'more (Version 1.0.0) [Case study]. ALMFES laboratory. ' +
        `almfes:case/svb-2022@1.0.0 sha256:${HASH}\n`,
    );
  });

  it('CITE-4: BibTeX, with what TeX reads as a command escaped', () => {
    expect(citationText(laboratory, 'bibtex')).toBe(
      [
        '@misc{almfes-case-svb-2022-1.0.0,',
        '  author       = {{ALMFES laboratory}},',
        '  title        = {{Silicon Valley Bank 2022: 50\\% \\& more}},',
        '  year         = {2026},',
        '  month        = {11},',
        '  version      = {1.0.0},',
        '  publisher    = {{ALMFES laboratory}},',
        '  howpublished = {almfes:case/svb-2022@1.0.0},',
        `  note         = {Case study, CC-BY-4.0, sha256:${HASH}},`,
        '}',
        '',
      ].join('\n'),
    );
  });

  it('CITE-4: BibTeX counts braces, so that no title leaves one open', () => {
    const person = (name: string) => ({ name, kind: 'person' as const });
    const authors = [person('Jo {Reader'), person('Smith, Jr'), person('Ann and Bea')];
    const entry = citationText({ ...laboratory, title: 'A } and a {b\\', authors }, 'bibtex');
    expect(entry).toContain(
      'author       = {Jo \\textbraceleft{}Reader and {Smith, Jr} and {Ann and Bea}},',
    );
    expect(entry).toContain(
      'title        = {{A \\textbraceright{} and a \\textbraceleft{}b\\textbackslash{}}},',
    );
    let depth = 0;
    for (const [brace] of entry.matchAll(/[{}]/g)) {
      depth += brace === '{' ? 1 : -1;
      expect(depth).toBeGreaterThanOrEqual(0);
    }
    expect(depth).toBe(0);
  });

  it('CITE-4: JSON holds everything with its id', () => {
    expect(JSON.parse(citationText(laboratory, 'json'))).toEqual({
      id: 'almfes:case/svb-2022@1.0.0',
      ...laboratory,
    });
  });
});

/** Terms of the schema of the Citation File Format 1.2.0 that these files use, in its words. */
const text = { type: 'string', minLength: 1 };
const CFF_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['authors', 'cff-version', 'message', 'title'],
  properties: {
    'cff-version': { type: 'string', pattern: '^1\\.2\\.0$' },
    message: text,
    title: text,
    abstract: text,
    type: { enum: ['dataset', 'software'] },
    version: text,
    'date-released': {
      type: 'string',
      pattern: '^[0-9]{4}-(0[1-9]|1[012])-(0[1-9]|[12][0-9]|3[01])$',
    },
    license: { enum: ['CC-BY-4.0', 'Apache-2.0'] },
    keywords: { type: 'array', minItems: 1, uniqueItems: true, items: text },
    authors: {
      type: 'array',
      minItems: 1,
      uniqueItems: true,
      items: {
        anyOf: [
          {
            type: 'object',
            additionalProperties: false,
            properties: { 'given-names': text, 'family-names': text, affiliation: text },
          },
          {
            type: 'object',
            additionalProperties: false,
            required: ['name'],
            properties: { name: text },
          },
        ],
      },
    },
    identifiers: {
      type: 'array',
      minItems: 1,
      uniqueItems: true,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['type', 'value'],
        properties: { type: { enum: ['other'] }, value: text, description: text },
      },
    },
  },
};
const validate = new Ajv().compile(CFF_SCHEMA);

describe('CITATION.cff', () => {
  it.each([
    ['the laboratory', laboratory],
    ['a person, no day', withPerson],
  ])('CITE-4: of %s is a Citation File Format 1.2.0', (_, citable) => {
    const file: unknown = parse(citationFile(citable));
    expect(validate(file), JSON.stringify(validate.errors)).toBe(true);
  });

  it('CITE-3: an organisation is an entity, a person has given and family names', () => {
    expect(parse(citationFile(withPerson)).authors).toEqual([
      { name: 'ALMFES laboratory' },
      { 'given-names': 'Example van', 'family-names': 'Contributor' },
    ]);
  });

  it('CITE-4: that of the repository is one too, in the version of its package', () => {
    const root = (name: string) =>
      readFileSync(new URL(`../../../../${name}`, import.meta.url), 'utf8');
    const file = parse(root('CITATION.cff'));
    expect(validate(file), JSON.stringify(validate.errors)).toBe(true);
    const { version, license } = JSON.parse(root('package.json'));
    expect(file).toMatchObject({ version, license, type: 'software' });
  });
});

describe('the content hash', () => {
  it('CITE-2: names and canonical contents, by name', () => {
    const files = [
      { name: 'figures.json', text: '{ "b": 1.50,\n "a": "x" }\n' },
      { name: 'case.md', text: 'one\r\ntwo\n' },
    ];
    const list =
      `[["case.md","${sha256('one\ntwo\n')}"],` +
      `["figures.json","${sha256('{"a":"x","b":1.5}')}"]]`;
    expect(contentOf(files, sha256)).toBe(sha256(list));
  });

  it('CITE-2: a number more or less is another hash', () => {
    const of = (text: string) => contentOf([{ name: 'study.json', text }], sha256);
    expect(of('{"a":1}')).toBe(of('{ "a": 1.0 }'));
    expect(of('{"a":1}')).not.toBe(of('{"a":2}'));
  });
});

describe('a case as it is cited', () => {
  const front: CaseFront = {
    title: 'A case',
    institution: 'A bank',
    jurisdiction: 'US',
    class: 'complete',
    rateCycle: 'up-2022-23',
    regime: 'none',
    outcome: 'failed',
    decisionDate: '2023-02-24',
    version: '1.1.0',
    status: 'published',
    licence: 'CC-BY-4.0',
    authors: ['laboratory'],
    contributors: ['Example Contributor'],
  };
  const version = { what: 'first', contributors: [], contribution: '' };
  const versions = [
    { ...version, version: '1.0.0', date: '2026-11-01' },
    { ...version, version: '1.1.0', date: '2026-11-20' },
  ];
  const files = ['case.md', 'figures.json', 'expected.json', 'history.json'].map((name) => ({
    name,
    text: '{}',
  }));

  it('CITE-2, CITE-3, CITE-5: version, day, names and content', () => {
    expect(citableCase({ slug: 'a-bank', front, versions, files }, sha256)).toEqual({
      kind: 'case',
      slug: 'a-bank',
      version: '1.1.0',
      title: 'A case',
      authors: [
        { name: 'ALMFES laboratory', kind: 'organisation' },
        { name: 'Example Contributor', kind: 'person' },
      ],
      date: '2026-11-20',
      licence: 'CC-BY-4.0',
      abstract: 'A case that evaluates: A bank, as it could be known on 2023-02-24.',
      contentHash: contentOf(
        [
          { name: 'case.md', text: '{}' },
          { name: 'figures.json', text: '{}' },
        ],
        sha256,
      ),
    });
  });

  it('CITE-3: through whom a version came, by its history, up to the version that is cited', () => {
    const { contributors: _, ...bare } = front;
    const through = (name: string, number: string) => ({
      ...{ version: number, date: '2026-11-20', what: 'x', contribution: 'y' },
      contributors: [name],
    });
    const known = [through('Ann', '1.0.0'), through('Bea', '1.1.0'), through('Cy', '1.2.0')];
    const { authors } = citableCase(
      { slug: 'a-bank', front: bare, versions: known, files },
      sha256,
    );
    expect(authors.map(({ name }) => name)).toEqual(['ALMFES laboratory', 'Ann', 'Bea']);
  });

  it('CITE-5: a version that its history does not date has no day', () => {
    expect(citableCase({ slug: 'a-bank', front, versions: [], files }, sha256).date).toBeNull();
  });

  it.each([
    ['without a version', '{"schema":"almfes/case-history/1","versions":[]}'],
    ['another schema', '{"schema":"x","versions":[]}'],
  ])('CITE-5: a history that is none is refused: %s', (_, json) => {
    expect(parseCaseHistory(JSON.parse(json)).ok).toBe(false);
  });
});
