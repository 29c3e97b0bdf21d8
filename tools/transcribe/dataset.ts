import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { repositoryRoot } from './shared.js';

/** What a reader must know of a data file before trusting it; stands beside it as JSON. */
export interface Passport {
  readonly source: string;
  readonly document: string;
  readonly url: string;
  readonly retrieved: string;
  readonly licence: string;
  /** 'row' when each row was public on its own date, else the ISO date or the column. */
  readonly knownFrom: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly notes: readonly string[];
}

/** Day on which the collected sources were retrieved; it names the folder of the vintage. */
export const vintage = '2026-11-22';

/** Writes `library/data/<folder>/<vintage>/<name>.csv` and its passport with the hash. */
export function writeDataset(
  folder: string,
  name: string,
  header: string,
  rows: readonly string[],
  passport: Passport,
  ofVintage = vintage,
): void {
  const path = `${repositoryRoot}library/data/${folder}/${ofVintage}`;
  const text = `${[header, ...rows].join('\n')}\n`;
  const sha256 = createHash('sha256').update(text, 'utf8').digest('hex');
  mkdirSync(path, { recursive: true });
  writeFileSync(`${path}/${name}.csv`, text);
  const whole = { file: `${name}.csv`, ...passport, sha256 };
  writeFileSync(`${path}/${name}.passport.json`, `${JSON.stringify(whole, null, 2)}\n`);
  process.stdout.write(`${folder}/${name}: ${rows.length} rows\n`);
}
