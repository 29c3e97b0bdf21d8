import { join } from 'node:path';
import type { Passport, SitePage } from '@almfes/report';
import type { Effects } from '../effect/effects.js';

const LIMIT_BYTES = 200_000;
const ADDRESS = 'data';

/** A data set of the library, as its passport tells it. */
export interface DataPassport {
  /** Path of the passport in the repository, forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** Passports of the latest vintage of every data set; none where the library has no data. */
export async function readDataPassports({
  files,
  libraryFolder,
}: Pick<Effects, 'files' | 'libraryFolder'>): Promise<readonly DataPassport[]> {
  const found: DataPassport[] = [];
  for (const dataset of await files.folderNames(join(libraryFolder, 'data'))) {
    const folder = join(libraryFolder, 'data', dataset);
    const vintage = (await files.folderNames(folder)).at(-1) ?? '';
    const names = await files.fileNames(join(folder, vintage));
    for (const name of names.filter((each) => each.endsWith('.passport.json'))) {
      const text = await files.readText(join(folder, vintage, name), LIMIT_BYTES);
      const path = `library/data/${dataset}/${vintage}/${name}`;
      if (text.ok) found.push({ path, text: text.value });
    }
  }
  return found;
}

/** Where a link to a passport of the repository leads, by its path. */
export function dataAddress(path: string): string {
  const [, , dataset = '', , file = ''] = path.split('/');
  return dataSetAddress(`${dataset}/${file.replace('.passport.json', '')}`);
}

/** Where the passport of a data set stands, by its name: 'peer-behaviour/peer-percentiles'. */
export function dataSetAddress(name: string): string {
  return `${ADDRESS}#data-${name.replace('/', '-')}`;
}

function anchorOf(path: string): string {
  const [, anchor = ''] = dataAddress(path).split('#');
  return anchor;
}

/** The page of every data set with its passport; no page where there is none. */
export function dataPage(data: readonly DataPassport[]): readonly SitePage[] {
  if (data.length === 0) return [];
  const passports = data.map(passportOf);
  return [
    {
      address: ADDRESS,
      part: 'Method',
      kicker: 'Method',
      title: 'Public data and their passports',
      description:
        'Every data set that the laboratory rests on: who published it, what each column means, ' +
        'what was done to it, and the hash of the file.',
      facts: [],
      sections: [{ id: 'list', title: '', level: 2, blocks: [{ kind: 'passports', passports }] }],
    },
  ];
}

function passportOf({ path, text }: DataPassport): Passport {
  const told = fieldsOf(text);
  const word = (key: string): string => (typeof told[key] === 'string' ? `${told[key]}` : '');
  const notes = Array.isArray(told.notes) ? told.notes.map(String) : [];
  return {
    anchor: anchorOf(path),
    id: path.replace('.passport.json', ''),
    label: word('source'),
    value: '',
    unit: '',
    told: [
      `Retrieved ${word('retrieved')}; known from ${word('knownFrom')}.`,
      ...notes,
      `Columns: ${columnsOf(told.fields)}.`,
      `Licence: ${word('licence')}. SHA-256 ${word('sha256')}.`,
    ].join(' '),
    document: word('document'),
    locator: '',
    href: word('url'),
  };
}

function fieldsOf(text: string): Readonly<Record<string, unknown>> {
  const parsed: unknown = JSON.parse(text);
  return isObject(parsed) ? parsed : {};
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function columnsOf(fields: unknown): string {
  if (!isObject(fields)) return 'none told';
  return Object.entries(fields)
    .map(([name, meaning]) => `${name}: ${String(meaning)}`)
    .join('; ');
}
