import type { HashFunction } from '@almfes/engine';
import { strToU8 } from 'fflate';
import { permanentId } from '../citation/index.js';
import type { FolderFile } from '../folder-file.js';
import type { BundleRequest } from './bundle-request.js';

const CONTEXT = 'https://w3id.org/ro/crate/1.1/context';
const SPECIFICATION = 'https://w3id.org/ro/crate/1.1';
const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  json: 'application/json',
  md: 'text/markdown',
  csv: 'text/csv',
  cff: 'application/yaml',
};

/**
 * The metadata file of an RO-Crate 1.1 (rule CITE-8): its descriptor, the root data set with every
 * property that the specification requires, each file as a part, and the licence and authors that
 * they refer to. One flat graph, in an order that does not change.
 */
export function crateMetadata(
  { citable, date }: BundleRequest,
  files: readonly FolderFile[],
  hash: HashFunction,
): string {
  const parts = files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const authors = citable.authors.map(({ name, kind, orcid }, index) => ({
    '@id': orcid ?? `#author-${index + 1}`,
    '@type': kind === 'organisation' ? 'Organization' : 'Person',
    name,
  }));
  const root = {
    '@id': './',
    '@type': 'Dataset',
    name: citable.title,
    description: citable.abstract,
    datePublished: date,
    license: { '@id': LICENCE },
    version: citable.version,
    identifier: [permanentId(citable), `sha256:${citable.contentHash}`],
    author: authors.map((each) => ({ '@id': each['@id'] })),
    hasPart: parts.map(({ name }) => ({ '@id': name })),
  };
  const graph = [
    {
      '@id': 'ro-crate-metadata.json',
      '@type': 'CreativeWork',
      conformsTo: { '@id': SPECIFICATION },
      about: { '@id': './' },
    },
    root,
    ...parts.map((file) => fileEntity(file, hash)),
    licence(),
    ...authors,
  ];
  return `${JSON.stringify({ '@context': CONTEXT, '@graph': graph }, null, 2)}\n`;
}

function fileEntity({ name, text }: FolderFile, hash: HashFunction): object {
  const extension = name.split('.').at(-1) ?? '';
  return {
    '@id': name,
    '@type': 'File',
    name,
    encodingFormat: MEDIA_TYPES[extension] ?? 'text/plain',
    contentSize: String(strToU8(text).length),
    identifier: `sha256:${hash(text)}`,
  };
}

function licence(): object {
  return {
    '@id': LICENCE,
    '@type': 'CreativeWork',
    name: 'Creative Commons Attribution 4.0 International (CC BY 4.0)',
    description: 'Words may be used and changed with attribution; published numbers are facts.',
  };
}
