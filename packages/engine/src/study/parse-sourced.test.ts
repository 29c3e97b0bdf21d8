import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ALL } from './capital-parts.test-fixture.js';
import { assumed, exampleStudy, valueOrThrow } from './example-study.test-fixture.js';
import { parametersOf } from './parameters.js';
import { parseStudy } from './parse-study.js';
import { studyToJson } from './study-to-json.js';

const liquidity = new URL('../../../../docs/example/study-part/liquidity.json', import.meta.url);

const PLAN = { products: [], fundingSpread: assumed(0.01) };

/** A Study with every part that a reader of parameters can meet. */
const json: unknown = {
  ...(studyToJson(exampleStudy({ ...ALL, plan: PLAN })) as object),
  ...JSON.parse(readFileSync(liquidity, 'utf8')),
};

/** The same Study with one parameter of its own note set to a value that nothing allows. */
function withValue(path: string, value: unknown): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(json));
  let at = copy as Record<string, unknown>;
  for (const step of path.split('/').slice(1)) at = at[step] as Record<string, unknown>;
  Object.assign(at, { value, note: `study behind ${path}` });
  return copy;
}

const PATHS = parametersOf(valueOrThrow(parseStudy(json))).map(({ path }) => path);

it.each([
  ['too large', 1e13],
  ['not a number', 'NaN'],
])(
  'STUDY-3: a value that is %s is refused with what it rests on, whatever the part',
  (_, value) => {
    expect(PATHS.length).toBeGreaterThan(100);
    for (const path of PATHS) {
      const found = parseStudy(withValue(path, value));
      const messages = found.ok ? [] : found.issues.map(({ message }) => message);
      expect(messages).toHaveLength(1);
      expect(messages[0]).toContain(`${path}/value`);
      expect(messages[0]).toContain(`(source: study behind ${path})`);
    }
  },
);
