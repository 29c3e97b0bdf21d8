import { open, rename, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { fail, issue, ok, type Result } from '@almfes/engine';
import { csvLine } from '../csv-line.js';
import type { RefusedCell } from '../refused-cell.js';
import type { Tape } from '../tape.js';

/** Takes reasons as they are found and writes them to a file beside the tape (rule TAPE-10). */
export interface QuarantineFile {
  readonly add: (cells: readonly RefusedCell[]) => Promise<void>;
  /** Puts the file in its place; how many rows and reasons it has. */
  readonly finish: () => Promise<QuarantineCounts>;
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
 * whole. A file that is there already is an issue unless `replace` is true.
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
    await handle.write(safeLine(HEADER));
    const rows = new Set<number>();
    let reasons = 0;
    return ok({
      add: async (cells) => {
        for (const { row } of cells) rows.add(row);
        reasons += cells.length;
        const texts = await tape.rowTexts(cells.map(({ row }) => row));
        const lines = cells.map((cell) => reasonLine(cell, texts.get(cell.row)));
        if (lines.length > 0) await handle.write(lines.join(''));
      },
      finish: async () => {
        await handle.sync();
        await handle.close();
        await rename(partial, file);
        return { rows: rows.size, reasons };
      },
      abandon: async () => {
        await handle.close();
        await rm(partial, { force: true });
      },
    });
  } catch (error) {
    const got = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return fail(issue('quarantine.file', path, 'a file that can be written', got));
  }
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
