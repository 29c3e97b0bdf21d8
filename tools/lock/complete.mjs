// `npm run lock`: renews package-lock.json from the manifests, then names every platform's package.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { missingPlatforms } from './missing-platforms.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const path = `${root}/package-lock.json`;
const before = readFileSync(path, 'utf8');

// Only a lock made from nothing is whole: from an installed tree npm copies that tree's platform.
rmSync(path);
const renewed = spawnSync('npm', ['install', '--package-lock-only', '--ignore-scripts'], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
});
if (renewed.status === 0) {
  complete();
} else {
  writeFileSync(path, before);
  process.exitCode = 1;
}

function complete() {
  const lock = JSON.parse(readFileSync(path, 'utf8'));
  const added = missingPlatforms(lock.packages);
  const packages = { ...lock.packages, ...added };
  const sorted = Object.keys(packages).sort((a, b) => (a < b ? -1 : 1));
  lock.packages = Object.fromEntries(sorted.map((key) => [key, packages[key]]));
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
  process.stdout.write(`${Object.keys(added).length} packages of other platforms named\n`);
}
