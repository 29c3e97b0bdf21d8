import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SiteFrame, SitePage } from '@almfes/report';

const folder = process.env.ALMFES_SITE_DATA ?? '';

function readJson<T>(...path: string[]): T {
  return JSON.parse(readFileSync(join(folder, ...path), 'utf8'));
}

/** What all pages share, as the command wrote it. */
export const frame: SiteFrame = readJson('site.json');

/** Every page, in the order of its address. */
export function allPages(): SitePage[] {
  const files = readdirSync(join(folder, 'page')).toSorted();
  return files.map((file) => readJson<SitePage>('page', file));
}
