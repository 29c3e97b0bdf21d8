import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { missingPlatforms } from './missing-platforms.mjs';

const lint = { version: '1.0.0', dev: true };
const wants = (name: string, version = '1.0.0') => ({
  'node_modules/lint': { ...lint, optionalDependencies: { [name]: version } },
});

describe('a lock file names the packages of every platform', () => {
  it.each([
    ['lint-darwin-arm64', { os: ['darwin'], cpu: ['arm64'] }],
    ['@lint/cli-linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
    ['@lint/cli-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'], libc: ['glibc'] }],
    ['@lint/binding-win32-x64-msvc', { os: ['win32'], cpu: ['x64'] }],
    ['@lint/binding-wasm32-wasi', { cpu: ['wasm32'] }],
  ])('adds %s with its platform and its parent’s version', (name, platform) => {
    expect(missingPlatforms(wants(name))).toEqual({
      [`node_modules/${name}`]: { version: '1.0.0', ...platform, dev: true, optional: true },
    });
  });

  it('leaves what is locked, beside the parent or above it, and what is not pinned', () => {
    const locked = { 'node_modules/lint-linux-x64': { version: '1.0.0' } };
    expect(missingPlatforms({ ...wants('lint-linux-x64'), ...locked })).toEqual({});
    expect(missingPlatforms(wants('lint-linux-x64', '^1.0.0'))).toEqual({});
    const nested = { 'node_modules/a/node_modules/lint': wants('b')['node_modules/lint'] };
    const beside = { 'node_modules/a/node_modules/b': { version: '1.0.0' } };
    expect(missingPlatforms({ ...nested, ...beside })).toEqual({});
  });

  it('the committed lock forgets none', () => {
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
    expect(missingPlatforms(lock.packages)).toEqual({});
  });
});
