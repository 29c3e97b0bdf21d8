/** Loads one file of every kind and one case and prints what came of it, for offline.test.ts. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { readCaseFiles } from '../../apps/cli/src/case-run.js';
import { nodeFiles } from '../../apps/cli/src/effect/node-files.js';
import { evaluate, type Result } from '../../packages/engine/src/index.js';
import { filesOf, zipOf } from '../../packages/intake/src/call-report/bulk-zip.test-fixture.js';
import { parseCallReports, parseCase } from '../../packages/intake/src/index.js';
import { openTape, quarantineFile, writeParquet } from '../../packages/tape/src/index.js';

const [library = ''] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'offline-'));

function given<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.issues.map(({ message }) => message).join('\n'));
}

async function tape(name: string): Promise<string> {
  const opened = given(await openTape({ file: join(folder, name), temporaryFolder: folder }));
  const rows = given(await opened.read([{ name: 'rate', as: 'number' }]));
  const quarantine = given(await quarantineFile(join(folder, `${name}.q`), { tape: opened }));
  await quarantine.add(opened.refused);
  await quarantine.finish();
  await opened.close();
  return `${name} ${rows.rowCount}`;
}

const done: string[] = [];
try {
  writeFileSync(join(folder, 'a.csv'), 'id,rate\nA,1\nB,2\n');
  writeFileSync(join(folder, 'a.jsonl'), '{"id":"A","rate":1}\n{"id":"B","rate":2}\n');
  const columns = [{ name: 'rate', as: 'number', values: Float64Array.of(1, 2) }] as const;
  given(await writeParquet({ file: join(folder, 'a.parquet'), columns }));
  const workbook = new Workbook();
  workbook.addWorksheet('Loans').addRows([
    ['id', 'rate'],
    ['A', 1],
    ['B', 2],
  ]);
  writeFileSync(join(folder, 'a.xlsx'), new Uint8Array(await workbook.xlsx.writeBuffer()));
  for (const name of ['a.csv', 'a.jsonl', 'a.parquet', 'a.xlsx']) done.push(await tape(name));
  const bytes = zipOf(filesOf());
  const fileName = 'FFIEC CDR Call Bulk All Schedules 12312021.zip';
  const reports = given(parseCallReports({ bytes, fileName }));
  done.push(`call reports ${reports.institutions.length}`);
  const slug = 'svb-2022';
  const context = { files: nodeFiles, libraryFolder: library };
  const files = given(await readCaseFiles({ slug, path: join(library, 'case', slug) }, context));
  const { study } = given(parseCase(files));
  done.push(`case ${evaluate(study).measures.length > 0 ? 'evaluated' : 'empty'}`);
} finally {
  rmSync(folder, { recursive: true });
}
process.stdout.write(`${done.join(', ')}\n`);
