// `npm run lock`: completes package-lock.json after a change of a package.json.
//
// The lock that stands is the beginning, so every pin that the manifests still allow stays where it
// is and nothing else moves: manifests that have not changed give the same file, byte for byte.
// npm works on copies of the manifests in an empty folder, for from an installed tree it copies
// that tree's platform. Then download addresses go and the packages of other platforms are named.
// A lock from nothing takes the newest of every range: that is what renewing means, by hand and on
// purpose (delete package-lock.json, then `npm install --package-lock-only` in such a folder).
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { missingPlatforms } from './missing-platforms.mjs';
import { withoutAddresses } from './without-addresses.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { workspaces } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const manifests = ['.', ...workspaces].map((folder) => join(folder, 'package.json'));

const folder = mkdtempSync(join(tmpdir(), 'almfes-lock-'));
for (const file of [...manifests, '.npmrc', 'package-lock.json']) {
  mkdirSync(join(folder, dirname(file)), { recursive: true });
  copyFileSync(join(root, file), join(folder, file));
}
const completed = spawnSync('npm', ['install', '--package-lock-only', '--ignore-scripts'], {
  cwd: folder,
  stdio: ['ignore', 'inherit', 'inherit'],
});
if (completed.status === 0) writeLock(JSON.parse(readFileSync(join(folder, 'package-lock.json'))));
else process.exitCode = 1;
rmSync(folder, { recursive: true });

function writeLock(lock) {
  const added = missingPlatforms(lock.packages);
  const packages = withoutAddresses({ ...lock.packages, ...added });
  const sorted = Object.keys(packages).sort((a, b) => (a < b ? -1 : 1));
  lock.packages = Object.fromEntries(sorted.map((key) => [key, packages[key]]));
  writeFileSync(join(root, 'package-lock.json'), `${JSON.stringify(lock, null, 2)}\n`);
  process.stdout.write(`${Object.keys(added).length} packages of other platforms named\n`);
}
