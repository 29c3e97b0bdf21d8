import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fail, issue, ok } from '@almfes/engine';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { given, type TapeBench, tapeBench, told } from '../open-tape.test-fixture.js';
import { quarantineFile } from './write-quarantine.js';

let bench: TapeBench;
beforeEach(() => {
  bench = tapeBench();
});
afterEach(() => bench.end());

const tape = { rowTexts: () => Promise.resolve(ok(new Map<number, string>())) };

describe('the quarantine file', () => {
  it('TAPE-10: every reason has row, column, expectation, value and the raw text', async () => {
    const text = 'id,rate\nA,1\nB\nC,"=cmd()"\n,x\nE,5\n';
    const tape = given(await bench.open('loans.csv', text, { mostRefusedShare: 1 }));
    const rows = given(
      await tape.read(
        [
          { name: 'id', as: 'text', required: true },
          { name: 'rate', as: 'number' },
        ],
        { mostRefusedShare: 1 },
      ),
    );
    const path = join(bench.folder, 'loans.quarantine.csv');
    const file = given(await quarantineFile(path, { tape }));
    await file.add(tape.refused);
    await file.add(rows.refused);
    expect(readdirSync(bench.folder)).not.toContain('loans.quarantine.csv');
    expect(given(await file.finish())).toEqual({ rows: 3, reasons: 4 });
    expect(readFileSync(path, 'utf8').split('\n')).toEqual([
      'row,column,code,expected,got,text',
      '3,,tape.ragged,2 cells,1 cells,B',
      `4,rate,tape.cell,a number like 1234.5,"""=cmd()""","C,=cmd()"`,
      '5,id,tape.cell,text,nothing,",x"',
      '5,rate,tape.cell,a number like 1234.5,"""x""",",x"',
      '',
    ]);
  });

  it('TAPE-10: a cell that a spreadsheet would run is written with an apostrophe', async () => {
    const path = join(bench.folder, 'q.csv');
    const file = given(await quarantineFile(path, { tape }));
    const cell = { row: 2, column: '=1+1', code: 'x', expected: 'y', got: 'z' };
    await file.add([{ ...cell, rawText: '@SUM(A1),"q"\nnext' }]);
    await file.finish();
    expect(readFileSync(path, 'utf8')).toBe(
      'row,column,code,expected,got,text\n2,\'=1+1,x,y,z,"\'@SUM(A1),""q""\nnext"\n',
    );
  });

  const cell = { row: 2, column: 'rate', code: 'x', expected: 'y', got: 'z' };
  const leftIn = () => readdirSync(bench.folder).filter((name) => name.startsWith('q.csv'));

  it('TAPE-10: a full disk is an issue of the file, and nothing of it is left', async () => {
    const path = join(bench.folder, 'q.csv');
    symlinkSync('/dev/full', `${path}.partial`);
    const file = given(await quarantineFile(path, { tape }));
    await file.add([cell]);
    await file.add([cell]);
    expect(told(await file.finish())).toEqual(['q.csv | a file that can be written | ENOSPC']);
    expect(leftIn()).toEqual([]);
  });

  it('TAPE-10: rows that the reader cannot give are an issue too', async () => {
    const without = fail(issue('tape.memory', 'loans.csv', 'room', 'none'));
    const path = join(bench.folder, 'q.csv');
    const rowTexts = () => Promise.resolve(without);
    const file = given(await quarantineFile(path, { tape: { rowTexts } }));
    await file.add([cell]);
    expect(told(await file.finish())).toEqual(['loans.csv | room | none']);
    expect(leftIn()).toEqual([]);
  });

  it('TAPE-10: an interrupted load leaves no quarantine', async () => {
    const file = given(await quarantineFile(join(bench.folder, 'q.csv'), { tape }));
    expect(leftIn()).toEqual(['q.csv.partial']);
    const others = (): void => undefined;
    process.on('SIGTERM', others);
    process.emit('SIGTERM', 'SIGTERM');
    process.off('SIGTERM', others);
    expect(leftIn()).toEqual([]);
    await file.abandon();
    expect(process.listenerCount('SIGTERM')).toBe(0);
  });

  it('TAPE-10: nothing is left when abandoned, and no other file is written over', async () => {
    const path = join(bench.folder, 'q.csv');
    const file = given(await quarantineFile(path, { tape }));
    await file.abandon();
    expect(readdirSync(bench.folder).filter((name) => name.startsWith('q.csv'))).toEqual([]);
    bench.write('q.csv', 'mine');
    expect(told(await quarantineFile(path, { tape }))).toEqual([
      'q.csv | a new file | a file that is there already',
    ]);
    expect(readFileSync(path, 'utf8')).toBe('mine');
    expect(told(await quarantineFile(join(bench.folder, 'none', 'q.csv'), { tape }))).toEqual([
      'q.csv | a file that can be written | ENOENT',
    ]);
  });
});
