import type { HashFunction } from '@almfes/engine';
import { citationFile, permanentId } from '../citation/index.js';
import type { FolderFile } from '../folder-file.js';
import type { BundleRequest } from './bundle-request.js';
import { crateMetadata } from './crate-metadata.js';

export const MANIFEST = 'manifest-sha256.txt';
export const CRATE = 'ro-crate-metadata.json';

/**
 * The files of a bundle by name: the case, what it needs, its citation, licence and a page that
 * says how it is run again; an RO-Crate 1.1; and a manifest with the SHA-256 of every other file,
 * in the form of `sha256sum`.
 */
export function bundleFiles(request: BundleRequest, hash: HashFunction): readonly FolderFile[] {
  const { citable, caseFiles, dataFiles } = request;
  const content = [
    ...caseFiles,
    ...dataFiles,
    { name: 'CITATION.cff', text: citationFile(citable) },
    { name: 'LICENSE.md', text: LICENCE },
    { name: 'README.md', text: readme(request) },
  ];
  const crate = { name: CRATE, text: crateMetadata(request, content, hash) };
  const files = [...content, crate].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return [...files, { name: MANIFEST, text: manifestText(files, hash) }];
}

/** Lines `hash  name`, by name. */
export function manifestText(files: readonly FolderFile[], hash: HashFunction): string {
  return files.map(({ name, text }) => `${hash(text)}  ${name}\n`).join('');
}

const LICENCE = `# Licence

The words of this bundle are under the Creative Commons Attribution 4.0 International licence
(CC BY 4.0, https://creativecommons.org/licenses/by/4.0/). Numbers that were published are facts, in
which no right is claimed; each stands with its document, page and day. CITATION.cff says how to
attribute it. The program that runs it is under the Apache License 2.0.
`;

function readme({ citable, programVersion }: BundleRequest): string {
  return `# ${citable.title}

${citable.abstract} ${permanentId(citable)}, sha256:${citable.contentHash}

Run it again with one command (ALMFES ${programVersion} or later, Node 20.19 or later):

    almfes case run-bundle FILE.zip

or, where it was unzipped, \`almfes case run-bundle ./FOLDER\`. The command first holds every file
against \`${MANIFEST}\` and refuses a bundle that was changed; then it runs the five steps from the
files of the bundle alone, and compares the measures with \`expected.json\`. A disclosure study has
no steps: of it the structural hedge is run, where it has one.

- \`case/\`: the case and its sisters: \`figures.json\` holds every number with its passport
- \`data/\`: the curves, with their passports
- \`${CRATE}\`: an RO-Crate 1.1
- \`CITATION.cff\`: how to cite it; \`LICENSE.md\`: under what terms it may be used

Without the program: \`sha256sum -c ${MANIFEST}\` checks the files.
`;
}
