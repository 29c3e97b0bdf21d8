import { createHash } from 'node:crypto';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { FolderFile } from '../folder-file.js';
import { bundleFiles, CRATE, MANIFEST } from './bundle.js';
import { bundleZip, unzipBundle } from './bundle-zip.js';
import { verifyBundle } from './verify-bundle.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const files = bundleFiles(
  {
    citable: {
      kind: 'case',
      slug: 'a-bank',
      version: '1.0.0',
      title: 'A bank',
      authors: [{ name: 'ALMFES laboratory', kind: 'organisation' }],
      date: '2026-11-28',
      licence: 'CC-BY-4.0',
      abstract: 'A made-up case.',
      contentHash: 'cd'.repeat(32),
    },
    date: '2026-11-28',
    caseFiles: [{ name: 'case/a-bank/figures.json', text: '{"ü": 1}' }],
    dataFiles: [{ name: 'data/curves/2026-01-01/curves.csv', text: 'date\n' }],
    programVersion: '0.1.0',
  },
  sha256,
);
const text = (name: string): string => files.find((each) => each.name === name)?.text ?? '';

describe('the files of a bundle', () => {
  it('CITE-6: case, data, citation, licence, page, crate and manifest', () => {
    expect(files.map(({ name }) => name)).toEqual([
      'CITATION.cff',
      'LICENSE.md',
      'README.md',
      'case/a-bank/figures.json',
      'data/curves/2026-01-01/curves.csv',
      CRATE,
      MANIFEST,
    ]);
    expect(text('README.md')).toContain('almfes case run-bundle FILE.zip');
  });

  it('CITE-6: the manifest is what sha256sum writes, of every other file', () => {
    const lines = text(MANIFEST).trimEnd().split('\n');
    expect(lines).toHaveLength(files.length - 1);
    expect(lines[3]).toBe(`${sha256('{"ü": 1}')}  case/a-bank/figures.json`);
  });
});

describe('the RO-Crate', () => {
  const crate = JSON.parse(text(CRATE));
  const entity = (id: string) =>
    crate['@graph'].find((each: { '@id': string }) => each['@id'] === id);

  it('CITE-8: its descriptor is of RO-Crate 1.1 and about the root', () => {
    expect(crate['@context']).toBe('https://w3id.org/ro/crate/1.1/context');
    expect(entity('ro-crate-metadata.json')).toEqual({
      '@id': 'ro-crate-metadata.json',
      '@type': 'CreativeWork',
      conformsTo: { '@id': 'https://w3id.org/ro/crate/1.1' },
      about: { '@id': './' },
    });
  });

  it('CITE-8: the root has each property that the specification requires', () => {
    // RO-Crate 1.1, Direct properties of the Root Data Entity: @type, @id, name, description,
    // datePublished (an ISO 8601 date) and license
    const root = entity('./');
    expect(root['@type']).toBe('Dataset');
    for (const key of ['name', 'description']) expect(root[key]).toMatch(/./);
    expect(root.datePublished).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(entity(root.license['@id'])).toMatchObject({
      '@type': 'CreativeWork',
      name: expect.stringMatching(/./),
    });
  });

  it('CITE-8: every file but crate and manifest is a part, of type File, with its size', () => {
    const parts = entity('./').hasPart.map((each: { '@id': string }) => each['@id']);
    expect(parts).toEqual(files.slice(0, -2).map(({ name }) => name));
    for (const id of parts) expect(entity(id)['@type']).toBe('File');
    // {"ü": 1} has eight characters, and ü two bytes
    expect(entity('case/a-bank/figures.json').contentSize).toBe('9');
    expect(entity('case/a-bank/figures.json').identifier).toBe(`sha256:${sha256('{"ü": 1}')}`);
  });

  it('CITE-8: what is referred to is described, each id once', () => {
    const ids = crate['@graph'].map((each: { '@id': string }) => each['@id']);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { '@id': id } of entity('./').author) expect(ids).toContain(id);
  });
});

/** A zip whose second file bears the name of the first. */
function sameNameTwice(): Uint8Array {
  const bytes = zipSync({ 'a.md': new Uint8Array([65]), 'b.md': new Uint8Array([66]) });
  return bytes.map((byte, at) => (byte === 98 && bytes[at + 1] === 46 ? 97 : byte));
}

/** fflate writes no such name itself: it takes the place of one as long. */
function protoZip(): Uint8Array {
  const bytes = zipSync({ 'nine.name': new Uint8Array([65]) });
  const text = Buffer.from(bytes).toString('latin1').replaceAll('nine.name', '__proto__');
  return Uint8Array.from(Buffer.from(text, 'latin1'));
}

describe('the zip', () => {
  it('CITE-7: the same bytes from the same files, whatever their order and the day', () => {
    const bytes = bundleZip(files);
    expect(Buffer.compare(bytes, bundleZip(files.toReversed()))).toBe(0);
    // the first file header tells its time and day: 0 o'clock of 1980-01-01
    expect([...bytes.slice(10, 14)]).toEqual([0, 0, 33, 0]);
    const again = unzipBundle(bytes);
    expect(again.ok && again.value.toSorted((a, b) => (a.name < b.name ? -1 : 1))).toEqual(
      files.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    );
  });

  it.each([
    [500, []],
    [501, ['BUNDLE_TOO_LARGE']],
  ])('CITE-9: a zip of %d files', (count, expected) => {
    const names = Array.from({ length: count }, (_, at) => [`${at}.md`, new Uint8Array([65])]);
    const found = unzipBundle(zipSync(Object.fromEntries(names)));
    expect(found.ok ? [] : found.issues.map((each) => each.code)).toEqual(expected);
  });

  const bytesOf = (name: string, content: Uint8Array) => zipSync({ [name]: content });
  it.each<[string, Uint8Array, string]>([
    ['other bytes', new Uint8Array([1, 2, 3]), 'BUNDLE_UNREADABLE'],
    ['a way out', bytesOf('../x.md', new Uint8Array([65])), 'BUNDLE_NAME'],
    ['from the root', bytesOf('/x.md', new Uint8Array([65])), 'BUNDLE_NAME'],
    ['no text', bytesOf('x.md', new Uint8Array([255, 254, 65])), 'BUNDLE_TEXT'],
    ['what unfolds without end', bytesOf('x.md', new Uint8Array(1e8 + 1)), 'BUNDLE_TOO_LARGE'],
    ['a file under a name of the language', protoZip(), 'BUNDLE_NAME'],
    ['a name twice', sameNameTwice(), 'BUNDLE_NAME'],
  ])('CITE-9: %s is refused', (_, bytes, code) => {
    const found = unzipBundle(bytes);
    expect(found.ok ? [] : found.issues.map((each) => each.code)).toEqual([code]);
  });
});

describe('a bundle against its manifest', () => {
  const verify = (edit: (list: FolderFile[]) => FolderFile[]) => {
    const found = verifyBundle(edit([...files]), sha256);
    return found.ok ? [] : found.issues.map(({ code, path }) => `${code} ${path}`);
  };

  it('CITE-9: whole, it says which case it holds', () => {
    const found = verifyBundle(files, sha256);
    expect(found.ok && found.value.slug).toBe('a-bank');
    expect(found.ok && found.value.identifiers).toEqual([
      'almfes:case/a-bank@1.0.0',
      `sha256:${'cd'.repeat(32)}`,
    ]);
  });

  it.each<[string, (list: FolderFile[]) => FolderFile[], string]>([
    [
      'a changed file',
      (list) =>
        list.map((each) =>
          each.name.endsWith('figures.json') ? { ...each, text: '{"ü": 2}' } : each,
        ),
      'BUNDLE_CHANGED case/a-bank/figures.json',
    ],
    [
      'a file that is missing',
      (list) => list.filter(({ name }) => name !== 'LICENSE.md'),
      'BUNDLE_CHANGED LICENSE.md',
    ],
    [
      'a file that was added',
      (list) => [...list, { name: 'case/a-bank/more.json', text: '{}' }],
      'BUNDLE_CHANGED case/a-bank/more.json',
    ],
    [
      'no manifest',
      (list) => list.filter(({ name }) => name !== MANIFEST),
      `BUNDLE_MANIFEST ${MANIFEST}`,
    ],
  ])('CITE-9: %s is refused', (_, edit, line) => {
    expect(verify(edit)).toEqual([line]);
  });
});
