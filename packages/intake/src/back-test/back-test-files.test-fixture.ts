import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Result } from '@almfes/engine';

const DATA = fileURLToPath(new URL('../../../../library/data/', import.meta.url));

/** A file of the latest vintage of a data set of the library. */
export function dataText(dataset: string, file: string): string {
  const vintages = readdirSync(`${DATA}${dataset}`).toSorted();
  return readFileSync(`${DATA}${dataset}/${vintages.at(-1)}/${file}`, 'utf8');
}

export function valueOrThrow<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.issues.map(({ message }) => message).join('; '));
}

export function codesOf(result: Result<unknown>): string[] {
  return result.ok ? [] : result.issues.map(({ code }) => code);
}
