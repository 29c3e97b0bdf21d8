import { mkdtempSync, openSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withElapsed } from './with-elapsed.js';

/** Holds the thread, as a long valuation does. */
function hold(milliseconds: number): number {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
  return milliseconds;
}

function said(milliseconds: number): string {
  const path = join(mkdtempSync(join(tmpdir(), 'almfes-elapsed-')), 'lines');
  const fileDescriptor = openSync(path, 'w');
  expect(withElapsed({ what: 'valuing', fileDescriptor }, () => hold(milliseconds))).toBe(
    milliseconds,
  );
  return readFileSync(path, 'utf8');
}

describe('withElapsed', () => {
  it('says nothing of short work', () => {
    expect(said(100)).toBe('');
  });

  it('says once a second that it is still at it, though the thread is held', () => {
    expect(said(3500)).toMatch(/^ {2}1 s {2}valuing\n(?: {2}\d s {2}valuing\n)*$/);
  });

  it('lets what the work throws through', () => {
    const work = () => {
      throw new RangeError('no');
    };
    expect(() => withElapsed({ what: 'x', fileDescriptor: 2 }, work)).toThrow(RangeError);
  });
});
