import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dayFromCivil } from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { parseMapping } from '../mapping/index.js';
import { openTape } from '../open-tape.js';
import { applyMapping } from './apply-mapping.js';
import { parseLedger } from './ledger.js';

const FOLDER = new URL('../../../../docs/example/tape/', import.meta.url);
const text = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');

describe('the example tape', () => {
  it('TAPE-33: adds up to its ledger to the last thousand, with nothing quarantined', async () => {
    const tape = await openTape({ file: fileURLToPath(new URL('contracts.csv', FOLDER)) });
    const mapping = parseMapping({ text: text('mapping.yaml'), name: 'mapping.yaml' });
    const ledger = parseLedger({ text: text('ledger.yaml'), name: 'ledger.yaml' });
    if (!tape.ok || !mapping.ok || !ledger.ok) throw new Error('the example is good');
    const load = await applyMapping({
      tape: tape.value,
      mapping: mapping.value,
      valuationDate: dayFromCivil(2022, 12, 31),
      ledger: ledger.value,
      load: () => {},
    });
    await tape.value.close();
    if (!load.ok) throw new Error(JSON.stringify(load.issues));
    const { status, report } = load.value;
    expect([status, report.rows, report.loadedRows, report.quarantinedRows]).toEqual([
      'loaded',
      30,
      29,
      0,
    ]);
    expect(report.findings).toEqual([]);
    const lines = report.reconciliation;
    expect(
      lines.every(({ differenceUsdMillion = 1 }) => Math.abs(differenceUsdMillion) < 1e-9),
    ).toBe(true);
    const total = (...groups: readonly string[]): number =>
      lines.reduce(
        (sum, line) => sum + (groups.includes(line.group) ? line.loadedUsdMillion : 0),
        0,
      );
    // Cash 60 + AFS 152 + HTM 127.1 + loans 525; the book `other` holds 25 of assets, 12 of debts.
    expect(total('cash', 'afs', 'htm', 'loans')).toBeCloseTo(864.1, 9);
    expect(total('other')).toBeCloseTo(37, 9);
    expect(total('deposits', 'borrowings')).toBeCloseTo(775, 9);
  });
});
