import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFiles } from './node-files.js';

/** Byte-order marks: U+FEFF as RFC 3629 and RFC 2781 write it. */
const UTF8_MARK = [0xef, 0xbb, 0xbf];
const LITTLE_ENDIAN_MARK = [0xff, 0xfe];
const BIG_ENDIAN_MARK = [0xfe, 0xff];

/** What is read of a file of these bytes. */
async function readOf(bytes: readonly number[]) {
  const path = join(await mkdtemp(join(tmpdir(), 'almfes-files-')), 'a.json');
  await writeFile(path, new Uint8Array(bytes));
  const read = await nodeFiles.readText(path, 100);
  return read.ok ? read.value : read.issues[0]?.message.replace(path, 'a.json');
}

describe('a byte-order mark before a text', () => {
  it('of UTF-8 is dropped', async () => {
    expect(await readOf([...UTF8_MARK, 0x7b, 0x7d])).toBe('{}');
  });

  it.each([
    ['two', [...UTF8_MARK, ...UTF8_MARK, 0x7b, 0x7d], 'one byte-order mark or none, got two'],
    ['little-endian UTF-16', [...LITTLE_ENDIAN_MARK, 0x7b, 0], 'UTF-8 text, got UTF-16: it begins'],
    ['big-endian UTF-16', [...BIG_ENDIAN_MARK, 0, 0x7b], 'UTF-8 text, got UTF-16: it begins'],
    ['no mark, no UTF-8', [0x7b, 0xff], 'UTF-8 text, got other bytes'],
  ])('%s: refused by name', async (_, bytes, expected) => {
    expect(await readOf(bytes)).toContain(`a.json: expected ${expected}`);
  });
});
