import { rm } from 'node:fs/promises';
import { parse } from 'node:path';
import { fail, type Issue, ok, type Result } from '@almfes/engine';
import type { QuarantineFile, Tape } from '@almfes/tape';
import { tapeReader } from './tape-file.js';

/** The quarantine files of a load, one a tape; a file without rows is not kept. */
export interface Quarantine {
  readonly of: (tape: Tape) => QuarantineFile['add'];
  /** Puts the files in their places; their paths. Issues: all of them are there, or none. */
  readonly keep: () => Promise<Result<readonly string[]>>;
  /** Removes what is not kept. */
  readonly abandon: () => Promise<void>;
  /** Removes what was kept, too: what it belongs to could not be written. */
  readonly discard: () => Promise<void>;
}

interface Opened {
  readonly path: string;
  readonly file: QuarantineFile;
  rows: number;
}

/**
 * Opens a quarantine file for each tape: at `path` for a single one, else with the name of the
 * tape before the ending. Issues: a file that is there already, or that cannot be written.
 */
export async function openQuarantine(
  tapes: readonly Tape[],
  path: string,
): Promise<Result<Quarantine>> {
  const { quarantineFile } = await tapeReader();
  const opened = new Map<Tape, Opened>();
  const abandon = async (): Promise<void> => {
    for (const { file } of opened.values()) await file.abandon();
    opened.clear();
  };
  for (const [at, tape] of tapes.entries()) {
    const place = tapes.length === 1 ? path : placeOf(path, `${at + 1}-${tape.fileName}`);
    const file = await quarantineFile(place, { tape });
    if (!file.ok) {
      await abandon();
      return file;
    }
    opened.set(tape, { path: place, file: file.value, rows: 0 });
  }
  const kept: string[] = [];
  const discard = async (): Promise<void> => {
    await abandon();
    for (const place of kept.splice(0)) await rm(place, { force: true });
  };
  const keep = async (): Promise<Result<readonly string[]>> => {
    const issues: Issue[] = [];
    for (const { path: place, file, rows } of opened.values()) {
      if (rows === 0) await file.abandon();
      else {
        const finished = await file.finish();
        if (finished.ok) kept.push(place);
        else issues.push(...finished.issues);
      }
    }
    opened.clear();
    if (issues.length === 0) return ok([...kept]);
    await discard();
    return fail(...issues);
  };
  const of = (tape: Tape): QuarantineFile['add'] => {
    const found = opened.get(tape);
    if (found === undefined) throw new Error(`${tape.fileName} has no quarantine file`);
    return async (cells) => {
      found.rows += cells.length;
      await found.file.add(cells);
    };
  };
  return ok({ of, keep, abandon, discard });
}

function placeOf(path: string, name: string): string {
  const { dir, name: stem, ext } = parse(path);
  return `${dir}/${stem}.${name}${ext === '' ? '.csv' : ext}`;
}
