import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** A file of the site as a browser wants it. */
export interface SiteFile {
  readonly type: string;
  readonly bytes: Uint8Array;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.cff': 'text/plain; charset=utf-8',
  '.bib': 'text/plain; charset=utf-8',
  '.eml': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.zip': 'application/zip',
};

/** No name begins with a dot: neither the folder above nor a hidden file can be asked for. */
const PATH = /^(?:[\w~@+-][\w.~@+-]*\/)*[\w~@+-][\w.~@+-]*$/;

/** The file at a path below the site's folder; a path with a closing slash is its index.html. */
export async function readSiteFile(folder: string, path: string): Promise<SiteFile | null> {
  const name = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  const type = TYPES[extname(name)];
  if (!PATH.test(name) || type === undefined) return null;
  try {
    return { type, bytes: await readFile(join(folder, name)) };
  } catch {
    return null;
  }
}
