import { describe, expect, it } from 'vitest';
import { parseChangeGroups } from './parse-change-groups.js';

const change = (id: string) => ({
  kind: 'capital',
  id,
  title: 'Capital raised',
  rationale: 'example',
  sources: [],
  size: 1,
  amountUsdMillion: 10,
  cashPositionId: 'cash',
});
const group = (id: string, ...ids: string[]) => ({ id, title: id, changes: ids.map(change) });
const file = (...groups: unknown[]) => ({
  schema: 'almfes/change-groups/1',
  title: 'Groups',
  groups,
});
const issuesOf = (value: unknown) => {
  const result = parseChangeGroups(value);
  return result.ok ? [] : result.issues.map(({ code, path }) => `${code} ${path}`);
};

describe('a file of groups', () => {
  it('ATTR-13: groups of Changes, and groups of groups whose Changes are theirs in order', () => {
    const inner = { id: 'outer', title: 'outer', groups: [group('b', '2', '3'), group('c', '4')] };
    const result = parseChangeGroups(file(group('a', '1'), inner));
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    const [a, outer] = result.value.groups;
    expect(a?.parts).toBeUndefined();
    expect(outer?.changes.map(({ id }) => id)).toEqual(['2', '3', '4']);
    expect(outer?.parts?.map(({ id }) => id)).toEqual(['b', 'c']);
  });

  it.each([
    ['not an object', [], ['type ']],
    ['another schema', { ...file(group('a', '1')), schema: 'x' }, ['enum /schema']],
    ['no group', file(), ['length /groups']],
    ['an unknown key', file({ ...group('a', '1'), more: 1 }), ['unknown-key /groups/0/more']],
    [
      'a Change of no kind',
      file({ id: 'a', title: 'a', changes: [{ ...change('1'), kind: 'x' }] }),
      ['unknown-kind /groups/0/changes/0/kind'],
    ],
    ['a group twice', file(group('a', '1'), group('a', '2')), ['duplicate-id /groups']],
    ['a Change twice', file(group('a', '1'), group('b', '1')), ['duplicate-id /groups']],
    [
      'five levels',
      file({
        id: '1',
        title: '1',
        groups: [
          {
            id: '2',
            title: '2',
            groups: [
              { id: '3', title: '3', groups: [{ id: '4', title: '4', groups: [group('5', '1')] }] },
            ],
          },
        ],
      }),
      ['depth /groups/0/groups/0/groups/0/groups/0/groups'],
    ],
  ])('ATTR-13: refused: %s', (_, value, expected) => {
    expect(issuesOf(value)).toEqual(expected);
  });
});
