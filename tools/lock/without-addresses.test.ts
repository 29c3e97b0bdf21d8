import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withoutAddresses } from './without-addresses.mjs';

describe('a lock file names no registry', () => {
  it('an address goes, and all else of its package stays; a workspace keeps its folder', () => {
    const packages = {
      'node_modules/a': { version: '1.0.0', resolved: 'https://example.org/a.tgz', dev: true },
      'node_modules/b': { version: '2.0.0', integrity: 'sha512-x' },
      'node_modules/@almfes/engine': { resolved: 'packages/engine', link: true },
    };
    expect(withoutAddresses(packages)).toEqual({
      'node_modules/a': { version: '1.0.0', dev: true },
      'node_modules/b': { version: '2.0.0', integrity: 'sha512-x' },
      'node_modules/@almfes/engine': { resolved: 'packages/engine', link: true },
    });
  });

  it('the committed lock has none, and every workspace of the manifest', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
    expect(withoutAddresses(packages)).toEqual(packages);
    const { workspaces } = JSON.parse(readFileSync('package.json', 'utf8'));
    const links = Object.values<{ link?: boolean; resolved?: string }>(packages)
      .filter(({ link }) => link === true)
      .map(({ resolved }) => resolved);
    expect(links.toSorted()).toEqual(workspaces.toSorted());
  });

  it('the committed lock is what its manifests say: no dependency is missing or stale', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
    const { workspaces } = JSON.parse(readFileSync('package.json', 'utf8'));
    for (const folder of ['', ...workspaces]) {
      const path = folder === '' ? 'package.json' : `${folder}/package.json`;
      const manifest = JSON.parse(readFileSync(path, 'utf8'));
      const { dependencies, devDependencies } = packages[folder];
      expect([dependencies ?? {}, devDependencies ?? {}], path).toEqual([
        manifest.dependencies ?? {},
        manifest.devDependencies ?? {},
      ]);
    }
  });
});
