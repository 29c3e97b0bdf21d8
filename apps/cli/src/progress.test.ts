import { describe, expect, it } from 'vitest';
import { createProgress } from './progress.js';

/** Reports at these times; what is written then. */
function writtenAt(timesMs: readonly number[]): string[] {
  const clock = [0, ...timesMs];
  const lines: string[] = [];
  const progress = createProgress({
    clockMs: () => clock.shift() ?? 0,
    write: (text) => lines.push(text),
  });
  timesMs.forEach((_, index) => {
    progress('hedges', index + 1, timesMs.length);
  });
  return lines;
}

describe('createProgress', () => {
  it.each([
    ['nothing within the first second', [10, 500, 999], []],
    ['a line from the first second on', [10, 1000], ['  1.0 s  hedges: 2 of 2\n']],
    [
      'at most one line a second',
      [1200, 1900, 2100, 2250],
      ['  1.2 s  hedges: 1 of 4\n', '  2.3 s  hedges: 4 of 4\n'],
    ],
  ])('%s', (_, timesMs, lines) => {
    expect(writtenAt(timesMs)).toEqual(lines);
  });
});
