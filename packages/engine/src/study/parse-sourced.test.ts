import { expect, it } from 'vitest';
import { ALL_PARTS } from './all-parts.test-fixture.js';
import { valueOrThrow } from './example-study.test-fixture.js';
import { parametersOf } from './parameters.js';
import { parseStudy } from './parse-study.js';

/** The Study with all parts, one parameter set to a value that nothing allows. */
function withValue(path: string, value: unknown): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(ALL_PARTS));
  let at = copy as Record<string, unknown>;
  for (const step of path.split('/').slice(1)) at = at[step] as Record<string, unknown>;
  Object.assign(at, { value, note: `study behind ${path}` });
  return copy;
}

const PATHS = parametersOf(valueOrThrow(parseStudy(ALL_PARTS))).map(({ path }) => path);

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
