import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { standsOnData } from './stands-on-data.js';

const isThere = (path: string): boolean =>
  existsSync(fileURLToPath(new URL(`../../../../${path}`, import.meta.url)));

describe('standsOnData', () => {
  it.each([
    ['us-treasury-month-end', ['packages/engine/src/stress/curve-dispersion.ts']],
    ['pmms', ['docs/validation/named-banks-back-test.md']],
    ['fed-funds-quarterly', ['docs/validation/deposit-behaviour.md']],
    ['boe-gilt-month-end', []],
  ])('CONTRIB-18: %s is what stands under %j', (set, made) => {
    expect(standsOnData([set]).map(({ what }) => what)).toEqual(made);
  });

  it('CONTRIB-18: the league stands on its quarter ends, told once of two sets', () => {
    const found = standsOnData(['us-treasury-par', 'quarter-end-market']).map(({ what }) => what);
    expect(found).toContain('library/data/league');
    expect(found).toContain('docs/method/reproduction.md');
    expect(new Set(found).size).toBe(found.length);
  });

  it('CONTRIB-18: every page, file and program that is named is there', () => {
    const all = ['us-treasury-par', 'quarter-end-market', 'us-treasury-month-end', 'fed-funds'];
    const more = ['peer-percentiles', 'named-bank-deposits'];
    for (const { what, how } of standsOnData([...all, ...more])) {
      const paths = `${what} ${how}`.match(/(?:docs|library|packages|tools)\/[\w./-]+/g) ?? [];
      expect(paths.length, what).toBeGreaterThan(0);
      for (const path of paths) expect(isThere(pathOf(path)), path).toBe(true);
    }
  });
});

/** A file of a data set stands in the folder of its vintage. */
function pathOf(path: string): string {
  return path.startsWith('library/data/') ? path.split('/').slice(0, 3).join('/') : path;
}
