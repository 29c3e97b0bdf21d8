import { posix } from 'node:path';
import type { Check } from './check.js';

const LINK = /\]\(([^)\s#]+)(?:#[^)]*)?\)/g;

/** A page that points at a file which is not there misleads its reader. */
export const link: Check = {
  name: 'link',
  title: 'links between pages lead somewhere',
  run(repository) {
    return repository.files
      .filter((file) => file.endsWith('.md'))
      .flatMap((file) => {
        const targets = [...repository.text(file).matchAll(LINK)].map((match) => match[1] ?? '');
        return targets
          .filter((target) => !/^[a-z]+:/.test(target))
          .map((target) => posix.normalize(posix.join(posix.dirname(file), target)))
          .filter((path) => !leads(repository.files, path))
          .map((path) => ({ file, line: 0, message: `no such file: ${path}` }));
      });
  },
};

function leads(files: readonly string[], path: string): boolean {
  const folder = path.endsWith('/') ? path : `${path}/`;
  return files.includes(path) || files.some((file) => file.startsWith(folder));
}
