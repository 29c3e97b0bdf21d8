import { describe, expect, it } from 'vitest';
import { repeatedKeys } from './repeated-keys.js';

const found = (text: string) =>
  repeatedKeys({ name: 'a.json', text }).map(({ path, code, got }) => `${path}: ${code}: ${got}`);

describe('keys of JSON', () => {
  it.each([
    ['one of each', '{"a": 1, "b": {"a": 2}, "c": [{"a": 3}, {"a": 4}]}', []],
    ['a key in a text, and as a value', '{"a": "{\\"a\\": 1}", "b": "a", "c": ["a", "a"]}', []],
    ['no object', '["a", "a"]', []],
    ['one twice', '{"a": 1,\n "b": 2,\n "a": 3}', ['a.json line 3: key-twice: a']],
    ['deep', '[{"b": {"c": 1,\n"c" : 2}}]', ['a.json line 2: key-twice: c']],
    ['after an object that has ended', '{"a": {},\n"a": 1}', ['a.json line 2: key-twice: a']],
    ['with an escape', '{"a": 1, "\\u0061": 2}', ['a.json line 1: key-twice: a']],
    ['thrice', '{"a": 1,\n"a": 1,\n"a": 1}', [2, 3].map((n) => `a.json line ${n}: key-twice: a`)],
  ])('FORM-26: %s', (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});
