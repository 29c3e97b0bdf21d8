import { describe, expect, it } from 'vitest';
import * as read from './parse-json.js';
import type { Issue } from './result.js';

const door = read.objectWith(
  { name: read.identifier },
  { share: read.number({ what: 'a share' }) },
);

function outcome(value: unknown): readonly unknown[] {
  const issues: Issue[] = [];
  const found = door(value, '', issues);
  return [found, issues.map(({ code, path }) => `${code} ${path}`)];
}

describe('an object with keys that may be absent', () => {
  it('keeps an absent key absent and reads a given one', () => {
    expect(outcome({ name: 'a' })).toEqual([{ name: 'a' }, []]);
    expect(outcome({ name: 'a', share: 0.5 })).toEqual([{ name: 'a', share: 0.5 }, []]);
  });

  it('names what is missing, wrong or unknown, each once', () => {
    expect(outcome({ share: 0.5 })).toEqual([undefined, ['missing /name']]);
    expect(outcome({ name: 'a', share: '1' })).toEqual([undefined, ['type /share']]);
    expect(outcome({ name: 'a', share: null })).toEqual([undefined, ['type /share']]);
    expect(outcome({ name: 'a', shares: 1 })).toEqual([undefined, ['unknown-key /shares']]);
    expect(outcome([])).toEqual([undefined, ['type ']]);
  });
});
