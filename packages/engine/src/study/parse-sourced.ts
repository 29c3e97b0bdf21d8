import { type Issue, issue, type Parameter, type Read, read } from '../foundation/index.js';
import { parameter } from './parse-figure.js';

type Limits = Parameters<typeof read.number>[0];

/**
 * A parameter of an optional part: a value out of bounds is refused with the source that gave it,
 * so that the reader of the message knows what to correct.
 */
export function sourced(limits: Limits): Read<Parameter> {
  const readParameter = parameter(read.number(limits));
  return (value, path, issues) => {
    const found: Issue[] = [];
    const read = readParameter(value, path, found);
    for (const each of found) {
      issues.push(each.path === `${path}/value` ? withSource(each, sourceOf(value)) : each);
    }
    return read;
  };
}

function withSource({ code, path, expected, got }: Issue, source: string): Issue {
  return issue(code, path, expected, source === '' ? got : `${got} (source: ${source})`);
}

/** Cited figures, or the note of an assumption; empty where neither can be read. */
function sourceOf(value: unknown): string {
  if (value === null || typeof value !== 'object') return '';
  const cited = 'source' in value && Array.isArray(value.source) ? value.source : [];
  const names = cited.filter((id) => typeof id === 'string').join(', ');
  if (names !== '') return names;
  return 'note' in value && typeof value.note === 'string' ? value.note : '';
}
