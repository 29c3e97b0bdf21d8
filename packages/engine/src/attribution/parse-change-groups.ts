import { type Issue, issue, type Read, type Result, read } from '../foundation/index.js';
import { type Change, parseChanges } from '../study/index.js';
import type { ChangeGroup } from './group.js';
import { MAX_SAMPLED_GROUPS } from './plan.js';

const { describe, identifier, list, members, object, oneOf, resultOf, title } = read;

/** Groups of Changes on a Study, as a person writes them in a file (ATTR-13). */
export interface ChangeGroups {
  readonly schema: 'almfes/change-groups/1';
  readonly title: string;
  readonly groups: readonly ChangeGroup[];
}

/** Groups stand in one another this deep at most. */
const MOST_LEVELS = 4;

/**
 * Groups from JSON of unknown shape: each has `id`, `title` and either `changes` or `groups`. All
 * issues are collected, each with its JSON pointer; whether Changes fit a Study is for
 * `applyChange` to say. Never throws.
 */
export function parseChangeGroups(value: unknown): Result<ChangeGroups> {
  const issues: Issue[] = [];
  const found = object<ChangeGroups>({
    schema: oneOf(['almfes/change-groups/1']),
    title,
    groups: groupsAt(1),
  })(value, '', issues);
  if (found !== undefined && issues.length === 0) issues.push(...twice(found.groups));
  return resultOf(found, issues);
}

const readChanges: Read<readonly Change[]> = (value, path, issues) => {
  const changes = parseChanges(value);
  if (changes.ok) return changes.value;
  issues.push(...changes.issues.map((each) => ({ ...each, path: `${path}${each.path}` })));
  return undefined;
};

function groupsAt(level: number): Read<readonly ChangeGroup[]> {
  return list(groupAt(level), MAX_SAMPLED_GROUPS, 1);
}

function groupAt(level: number): Read<ChangeGroup> {
  return (value, path, issues) => {
    const found = members(value, path, issues);
    if (found === undefined) return undefined;
    if (!Object.hasOwn(found, 'groups')) {
      return object<Omit<ChangeGroup, 'parts'>>({ id: identifier, title, changes: readChanges })(
        value,
        path,
        issues,
      );
    }
    if (level === MOST_LEVELS) {
      issues.push(issue('depth', `${path}/groups`, `${MOST_LEVELS} levels at most`, 'one more'));
      return undefined;
    }
    const outer = object<{ id: string; title: string; groups: readonly ChangeGroup[] }>({
      id: identifier,
      title,
      groups: groupsAt(level + 1),
    })(value, path, issues);
    return outer === undefined ? undefined : groupOf(outer);
  };
}

function groupOf(outer: {
  readonly id: string;
  readonly title: string;
  readonly groups: readonly ChangeGroup[];
}): ChangeGroup {
  const { id, title: name, groups } = outer;
  return { id, title: name, changes: groups.flatMap(({ changes }) => changes), parts: groups };
}

/** One id a group, at whatever level, and one a Change: a subset is named by them. */
function twice(groups: readonly ChangeGroup[]): Issue[] {
  const all = (list: readonly ChangeGroup[]): string[] =>
    list.flatMap(({ id, parts = [] }) => [id, ...all(parts)]);
  const changes = groups.flatMap((group) => group.changes.map(({ id }) => id));
  return [all(groups), changes].flatMap((ids, index) => {
    const again = ids.find((id, at) => ids.indexOf(id) !== at);
    const what =
      index === 0 ? 'an id of its own for each group' : 'an id of its own for each Change';
    return again === undefined ? [] : [issue('duplicate-id', '/groups', what, describe(again))];
  });
}
