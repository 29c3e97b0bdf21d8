import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fail, issue, ok, type Result } from '@almfes/engine';
import type { SiteContent } from './effects.js';

/** Run in a process of its own: it holds the thread, and its library sets global state. */
const BUILDER = createRequire(import.meta.url).resolve('@almfes/web');

/** Stands in every folder that this command made, so that it replaces no other. */
const MARK = '.almfes-site';

/** What the maker's library writes for itself. */
const LEFT_BEHIND = ['content-assets.mjs', 'content-modules.mjs'];

/**
 * Writes the pages as data, has them set by the site's maker in a process of its own, and puts
 * the whole into place at once. A folder that holds something else is refused.
 */
export async function makeSiteHere(site: SiteContent, outFolder: string): Promise<Result<string>> {
  const isFree = await mayMakeSiteHere(outFolder);
  if (!isFree.ok) return isFree;
  const dataFolder = await mkdtemp(join(tmpdir(), 'almfes-site-'));
  const newFolder = `${resolve(outFolder)}-${randomUUID()}.tmp`;
  try {
    await writeData(site, dataFolder);
    const set = await runBuilder(dataFolder, newFolder);
    if (!set.ok) return set;
    for (const name of LEFT_BEHIND) await rm(join(newFolder, name), { force: true });
    await writeFile(join(newFolder, MARK), 'Made by almfes site build; replaced by the next.\n');
    await rm(outFolder, { recursive: true, force: true });
    await rename(newFolder, outFolder);
    return ok(outFolder);
  } catch (error) {
    const got = error instanceof Error ? error.message : String(error);
    return fail(issue('SITE_UNWRITABLE', outFolder, 'a writable folder', got));
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
    await rm(newFolder, { recursive: true, force: true });
  }
}

/**
 * Whether a site may be put there: a place that can be written, with nothing in it but an older
 * site. Asked before a long run, and again before anything is replaced.
 */
export async function mayMakeSiteHere(outFolder: string): Promise<Result<string>> {
  const found = await stat(outFolder).catch(() => null);
  if (found !== null && !found.isDirectory()) {
    return fail(issue('SITE_FOLDER', outFolder, 'a new folder or an older site', 'a file'));
  }
  try {
    const parent = dirname(resolve(outFolder));
    await mkdir(parent, { recursive: true });
    await rmdir(await mkdtemp(join(parent, '.almfes-site-')));
    const names = found === null ? [] : await readdir(outFolder);
    if (names.length === 0 || names.includes(MARK)) return ok(outFolder);
  } catch (error) {
    const got = error instanceof Error ? error.message : String(error);
    return fail(issue('SITE_UNWRITABLE', outFolder, 'a writable folder', got));
  }
  return fail(issue('SITE_FOLDER', outFolder, 'a new folder or an older site', 'other files'));
}

async function writeData({ frame, pages, files }: SiteContent, folder: string): Promise<void> {
  await mkdir(join(folder, 'page'));
  await mkdir(join(folder, 'public'));
  await writeFile(join(folder, 'site.json'), JSON.stringify(frame));
  for (const page of pages) {
    const name = page.address.replaceAll('/', '~');
    await writeFile(join(folder, 'page', `${name}.json`), JSON.stringify(page));
  }
  for (const { path, content } of files) {
    const target = join(folder, 'public', path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
}

function runBuilder(dataFolder: string, newFolder: string): Promise<Result<string>> {
  return new Promise((finish) => {
    const said: string[] = [];
    const child = spawn(process.execPath, [BUILDER, dataFolder, newFolder], {
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: dirname(BUILDER),
      env: builderEnvironment(),
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (bytes: Buffer) => said.push(bytes.toString('utf8')));
    }
    const refused = (got: string): void =>
      finish(fail(issue('SITE_BUILD', newFolder, 'every page set', got)));
    child.once('error', (error) => refused(error.message));
    child.once('close', (code) => {
      if (code === 0) finish(ok(newFolder));
      else refused(said.join('').trim().slice(-2000) || `exit code ${code}`);
    });
  });
}

/** Nothing of a caller's own tools reaches the maker: some change how its library works. */
function builderEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  const kept = Object.entries({ PATH, HOME, TMPDIR }).filter(([, value]) => value !== undefined);
  return {
    ...Object.fromEntries(kept),
    NODE_ENV: 'production',
    ASTRO_TELEMETRY_DISABLED: '1',
    NO_COLOR: '1',
  };
}
