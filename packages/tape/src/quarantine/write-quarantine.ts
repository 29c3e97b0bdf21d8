import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { fail, type Issue, issue, ok, type Result } from '@almfes/engine';
import { csvLine } from '../csv-line.js';
import type { RefusedCell } from '../refused-cell.js';
import { forgetAtEnd, removeAtEnd } from '../removed-at-end.js';
import type { Tape } from '../tape.js';

/** Takes reasons as they are found and writes them to a file beside the tape (rule TAPE-10). */
export interface QuarantineFile {
  /** After a write that failed nothing more is written: `finish` tells why. */
  readonly add: (cells: readonly RefusedCell[]) => Promise<void>;
  /** Puts the file in its place; how many rows and reasons it has. Issue: it cannot be written. */
  readonly finish: () => Promise<Result<QuarantineCounts>>;
  /** Leaves nothing behind. */
  readonly abandon: () => Promise<void>;
}

export interface QuarantineCounts {
  readonly rows: number;
  readonly reasons: number;
}

export interface QuarantineOptions {
  /** Gives the text of rows that were cut into cells. */
  readonly tape: Pick<Tape, 'rowTexts'>;
  readonly replace?: boolean;
}

const HEADER = ['row', 'column', 'code', 'expected', 'got', 'text'];

/**
 * Opens a quarantine file: CSV with one line a reason, written under another name until it is
 * whole and removed when the program ends before. Issues: a file that is there already, unless
 * `replace` is true, one that cannot be written.
 */
export async function quarantineFile(
  file: string,
  { tape, replace = false }: QuarantineOptions,
): Promise<Result<QuarantineFile>> {
  const partial = `${file}.partial`;
  const path = basename(file);
  if (!replace && (await exists(file))) {
    return fail(issue('quarantine.file', path, 'a new file', 'a file that is there already'));
  }
  try {
    const handle = await open(partial, 'w', 0o600);
    removeAtEnd(partial);
    return ok(await openedFile({ handle, partial, file, tape }));
  } catch (error) {
    return fail(notWritten(path, error));
  }
}

interface Opened {
  readonly handle: FileHandle;
  readonly partial: string;
  readonly file: string;
  readonly tape: Pick<Tape, 'rowTexts'>;
}

async function openedFile({ handle, partial, file, tape }: Opened): Promise<QuarantineFile> {
  const path = basename(file);
  const rows = new Set<number>();
  const counts = { reasons: 0 };
  const problems: Issue[] = [];
  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    if (problems.length > 0) return;
    await work().catch((error: unknown) => problems.push(notWritten(path, error)));
  };
  const abandon = async (): Promise<void> => {
    await handle.close().catch(() => undefined);
    await rm(partial, { force: true });
    forgetAtEnd(partial);
  };
  await attempt(() => handle.appendFile(safeLine(HEADER)));
  return {
    abandon,
    add: async (cells) => {
      for (const { row } of cells) rows.add(row);
      counts.reasons += cells.length;
      const texts = await tape.rowTexts(cells.map(({ row }) => row));
      if (!texts.ok) problems.push(...texts.issues);
      else {
        const lines = cells.map((cell) => reasonLine(cell, texts.value.get(cell.row)));
        await attempt(() => handle.appendFile(lines.join('')));
      }
    },
    finish: async () => {
      await attempt(() => handle.sync());
      await attempt(() => handle.close());
      await attempt(() => rename(partial, file));
      if (problems.length > 0) {
        await abandon();
        return fail(...problems);
      }
      forgetAtEnd(partial);
      return ok({ rows: rows.size, reasons: counts.reasons });
    },
  };
}

function notWritten(path: string, error: unknown): Issue {
  const got = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return issue('quarantine.file', path, 'a file that can be written', got);
}

async function exists(file: string): Promise<boolean> {
  try {
    await (await open(file, 'r')).close();
    return true;
  } catch {
    return false;
  }
}

function reasonLine(cell: RefusedCell, text: string | undefined): string {
  const { row, column, code, expected, got, rawText } = cell;
  return safeLine([String(row), column, code, expected, got, rawText ?? text ?? '']);
}

/**
 * A cell that a spreadsheet would run as a formula gets an apostrophe: the file is made of what a
 * stranger wrote and is opened by a person.
 */
function safeLine(cells: readonly string[]): string {
  return csvLine(cells.map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)));
}
