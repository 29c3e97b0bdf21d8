import { resolve } from 'node:path';
import { fail, issue, type Result } from '@almfes/engine';
import type { Tape, TapeRequest } from '@almfes/tape';
import type { Effects } from './effect/effects.js';

/** How a file is read when its name and its bytes do not tell. */
export interface ReadingOptions {
  readonly format?: string;
  readonly sheet?: string;
  readonly encoding?: string;
  readonly delimiter?: string;
}

/** The reader of tapes, loaded when a command needs it: it brings a database. */
export function tapeReader(): Promise<typeof import('@almfes/tape')> {
  return import('@almfes/tape');
}

/**
 * Opens a tape named on the command line. Rows that cannot be cut into cells do not refuse it here:
 * they are told, and a load counts them with the other bad rows.
 */
export async function openTapeFile(
  file: string,
  options: ReadingOptions,
  { workingFolder }: Pick<Effects, 'workingFolder'>,
): Promise<Result<Tape>> {
  const { openTape, TAPE_FORMATS, ENCODINGS, DELIMITERS } = await tapeReader();
  const wrong = <T extends string>(name: string, of: readonly T[], got: string) =>
    fail(issue('option', name, `one of ${of.join(', ')}`, got));
  const { sheet } = options;
  const format = TAPE_FORMATS.find((name) => name === options.format);
  const encoding = ENCODINGS.find((name) => name === options.encoding);
  const delimiter = DELIMITERS.find((name) => name === options.delimiter);
  if (options.format !== undefined && format === undefined) {
    return wrong('--format', TAPE_FORMATS, options.format);
  }
  if (options.encoding !== undefined && encoding === undefined) {
    return wrong('--encoding', ENCODINGS, options.encoding);
  }
  if (options.delimiter !== undefined && delimiter === undefined) {
    return wrong('--delimiter', DELIMITERS, options.delimiter);
  }
  const request: TapeRequest = {
    file: resolve(workingFolder, file),
    mostRefusedShare: 1,
    ...(format === undefined ? {} : { format }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
  };
  return openTape(request);
}
