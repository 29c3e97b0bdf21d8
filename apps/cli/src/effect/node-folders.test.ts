import { mkdir, mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFolders } from './node-folders.js';

const newFolder = () => mkdtemp(join(tmpdir(), 'almfes-folders-'));

describe('files of a folder', () => {
  it('CONTRIB-3: sizes are known unread, and a link is no plain file', async () => {
    const folder = await newFolder();
    await mkdir(join(folder, 'case'));
    await writeFile(join(folder, 'case', 'b.json'), '12345');
    await symlink('/etc/hostname', join(folder, 'a.json'));
    expect(await nodeFolders.found(folder)).toEqual({
      ok: true,
      value: [
        { name: 'a.json', bytes: expect.any(Number), isPlain: false },
        { name: 'case/b.json', bytes: 5, isPlain: true },
      ],
    });
  });

  it('a folder that is not there is an issue', async () => {
    const found = await nodeFolders.found(join(await newFolder(), 'none'));
    expect(found.ok ? [] : found.issues).toMatchObject([{ code: 'FOLDER_UNREADABLE' }]);
  });
});

describe('files written together', () => {
  it('CONTRIB-15: all of them, in folders that are made', async () => {
    const folder = await newFolder();
    const files = ['a.txt', 'deep/er/b.txt'].map((name) => ({
      path: join(folder, name),
      text: name,
    }));
    expect(await nodeFolders.writeTogether(files)).toEqual({ ok: true, value: 2 });
    expect(await readFile(join(folder, 'deep/er/b.txt'), 'utf8')).toBe('deep/er/b.txt');
  });

  it('CONTRIB-15: one cannot take its place, and the others are as they were', async () => {
    const folder = await newFolder();
    await writeFile(join(folder, 'old.txt'), 'before');
    await mkdir(join(folder, 'taken', 'full'), { recursive: true });
    const written = await nodeFolders.writeTogether([
      { path: join(folder, 'old.txt'), text: 'after' },
      { path: join(folder, 'new.txt'), text: 'new' },
      { path: join(folder, 'taken'), text: 'a folder stands there' },
    ]);
    expect(written.ok ? [] : written.issues).toMatchObject([{ code: 'FILE_UNWRITABLE' }]);
    expect(await readFile(join(folder, 'old.txt'), 'utf8')).toBe('before');
    expect((await readdir(folder)).toSorted()).toEqual(['old.txt', 'taken']);
  });
});
