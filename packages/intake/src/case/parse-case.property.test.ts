import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Loose, type LooseFiles, libraryFiles } from './library-files.test-fixture.js';
import { parseCase } from './parse-case.js';

const SEED = 20221230;
const FILE = /^(svb-\d+\/)?(figures|study|changes)\.json#(\/|$)/;

/** Either a case, or issues that each name a file and a place in it; never an exception. */
function answers(files: LooseFiles): boolean {
  const parsed = parseCase(files);
  if (parsed.ok) return true;
  expect(parsed.issues.length).toBeGreaterThan(0);
  for (const { path } of parsed.issues) expect(path).toMatch(FILE);
  return false;
}

/** A place in a JSON value, taken turn by turn; short walks change large parts. */
function walk(root: Loose, turns: readonly number[]): { home: Loose; key: string } | null {
  let home = root;
  let found: { home: Loose; key: string } | null = null;
  for (const turn of turns) {
    if (typeof home !== 'object' || home === null) break;
    const keys = Object.keys(home);
    const key = keys[turn % Math.max(1, keys.length)];
    if (key === undefined) break;
    found = { home, key };
    home = home[key];
  }
  return found;
}

/** Weighted to the plan and the Study: nearly all of figures.json is evidence nobody cites. */
const file = fc.constantFrom('figures', 'study', 'study', 'changes', 'changes', 'changes');
const turns = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 7 });
const wrong = fc.constantFrom<Loose>(
  null,
  true,
  '',
  'gold',
  '__proto__',
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -1,
  0,
  1e-320,
  1e300,
  -1e300,
  [],
  {},
  [[]],
  { fit: 'nmd.averageLifeYears' },
);

describe('a case folder that is broken at random', () => {
  it.each(['figures', 'study', 'changes'] as const)('FORM-11: any JSON as %s.json', (name) => {
    const files = libraryFiles('svb-2020');
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        expect(answers({ ...files, [name]: value })).toBe(false);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  it.each(['svb-2020', 'svb-2021'])('FORM-11: a part of %s taken away', (slug) => {
    const text = JSON.stringify(libraryFiles(slug));
    fc.assert(
      fc.property(file, turns, (name, path) => {
        const files: LooseFiles = JSON.parse(text);
        const place = walk(files[name as 'study'], path);
        if (place === null) return;
        if (Array.isArray(place.home)) place.home.splice(Number(place.key), 1);
        else delete place.home[place.key];
        answers(files);
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  it.each(['svb-2020', 'svb-2021'])('FORM-11: a part of %s made nonsense', (slug) => {
    const text = JSON.stringify(libraryFiles(slug));
    fc.assert(
      fc.property(file, turns, wrong, (name, path, value) => {
        const files: LooseFiles = JSON.parse(text);
        const place = walk(files[name as 'study'], path);
        if (place === null) return;
        place.home[place.key] = value;
        answers(files);
      }),
      { seed: SEED, numRuns: 150 },
    );
  });
});
