import { DuckDBInstance } from '@duckdb/node-api';

/** Version of the library that reads tapes, as it says itself. */
export async function tapeReaderVersion(): Promise<string> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll('select version() as version');
  return String(reader.getRowObjects()[0]?.version);
}
