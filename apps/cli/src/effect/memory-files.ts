import { fail, issue, ok, type Result } from '@almfes/engine';
import type { FolderFile } from '@almfes/laboratory';
import type { Files } from './effects.js';
import { nodeFiles } from './node-files.js';

/**
 * Files that stand in memory under `root`, to be read as if they were on the disk; nothing else can
 * be read. What is written goes to the disk.
 */
export function memoryFiles(root: string, files: readonly FolderFile[]): Files {
  const texts = new Map(files.map(({ name, text }) => [`${root}/${name}`, text]));
  const below = (path: string): string[] =>
    [...texts.keys()]
      .filter((name) => name.startsWith(`${path}/`))
      .map((name) => name.slice(path.length + 1));
  const names = (path: string, isFolder: boolean): string[] => {
    const found = below(path).filter((name) => name.includes('/') === isFolder);
    return [...new Set(found.map((name) => name.split('/')[0] ?? name))].toSorted();
  };
  const text = (path: string, limitBytes: number): Result<string> => {
    const found = texts.get(path);
    if (found === undefined) {
      return fail(issue('FILE_UNREADABLE', path, 'a readable file', 'no such file or folder'));
    }
    if (found.length <= limitBytes) return ok(found);
    return fail(issue('FILE_TOO_LARGE', path, `at most ${limitBytes} bytes`, 'a larger file'));
  };
  return {
    ...nodeFiles,
    isFile: async (path) => texts.has(path),
    isFolder: async (path) => below(path).length > 0 || nodeFiles.isFolder(path),
    folderNames: async (path) => names(path, true),
    fileNames: async (path) => names(path, false),
    readText: async (path, limitBytes) => text(path, limitBytes),
    readBytes: async (path, limitBytes) => {
      const found = text(path, limitBytes);
      return found.ok ? ok(Buffer.from(found.value)) : found;
    },
  };
}
