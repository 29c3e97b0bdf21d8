import { type DuckDBConnection, DuckDBInstance, type DuckDBResult } from '@duckdb/node-api';
import type { PrivateFolder } from '../private-folder.js';
import { sqlTexts } from './sql-text.js';

/** Memory the reader may use before it writes to the private folder; and its threads. */
export interface DatabaseLimits {
  readonly memoryMegabytes: number;
  readonly threads: number;
}

export const DEFAULT_LIMITS: DatabaseLimits = { memoryMegabytes: 512, threads: 2 };

export interface DatabaseRequest {
  readonly folder: PrivateFolder;
  readonly limits: DatabaseLimits;
  /** The only files that it may open. */
  readonly files: readonly string[];
}

/** A reader of one private copy: it reaches no network and no other file (rule TAPE-1). */
export interface Database {
  readonly connection: DuckDBConnection;
  /** Runs statements that give nothing back. */
  readonly run: (query: string) => Promise<void>;
  /** All rows of a short answer. */
  readonly rows: (query: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** The rows of an answer that fits memory, all made, as chunks. */
  readonly answer: (query: string) => Promise<DuckDBResult>;
  readonly close: () => void;
}

/**
 * Opens an empty database in the private folder and locks it: extensions are neither loaded nor
 * fetched, no file but those named can be opened, and no setting can be changed again.
 */
export async function openDatabase({ folder, limits, files }: DatabaseRequest): Promise<Database> {
  const instance = await DuckDBInstance.create(folder.path('tape.db'), {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    memory_limit: `${limits.memoryMegabytes}MiB`,
    threads: String(limits.threads),
    temp_directory: folder.path('spill'),
    preserve_insertion_order: 'true',
  });
  const connection = await instance.connect();
  await connection.run(`set allowed_paths = [${sqlTexts(files).slice(1, -1)}]`);
  await connection.run('set enable_external_access = false');
  await connection.run("set TimeZone = 'UTC'");
  await connection.run('set lock_configuration = true');
  return {
    connection,
    run: async (query) => {
      await connection.run(query);
    },
    rows: async (query) => (await connection.runAndReadAll(query)).getRowObjectsJS(),
    answer: (query) => connection.run(query),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** The sentence of an error of the reader, without its hints. */
export function readerProblem(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split('\n')[0] ?? '').slice(0, 200);
}
