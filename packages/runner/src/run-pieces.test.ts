import { readFileSync } from 'node:fs';
import {
  attribute,
  type Change,
  familiesOf,
  MEASURES,
  ok,
  parseChangeGroups,
  parseStudy,
  type Result,
} from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { attributeOnThreads, threadsFor } from './attribute-on-threads.js';
import { engineFor } from './coalition-task.js';
import { newCounters, takePieces } from './pieces.js';
import { builtFile, runPieces } from './run-pieces.js';

const made = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
};
const json = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../docs/example/${path}`, import.meta.url), 'utf8'));
const from = made(parseStudy(json('study/every-part.json')));
const { groups } = made(parseChangeGroups(json('attribution/every-part-nested.json')));

describe('pieces', () => {
  it('THREAD-1: each is taken once, whoever takes it', async () => {
    const order = { pieces: 5, counters: newCounters() };
    const [one, other] = [takePieces(order, (piece) => piece), takePieces(order, (piece) => piece)];
    const turns = [one, other, one, other, one, other];
    const taken = [];
    for (const each of turns) taken.push(await each.next());
    expect(taken.map(({ value }) => value?.piece)).toEqual([0, 1, 2, 3, 4, undefined]);
  });

  it('THREAD-1: results stand by number, and progress counts to the end', async () => {
    const seen: number[] = [];
    const squares = await runPieces({
      startTask: (base: number) => (piece: number) => ok(base + piece * piece),
      task: builtFile('none.js', import.meta.url),
      data: 100,
      pieces: 4,
      threads: 1,
      onDone: (done) => seen.push(done),
    });
    expect(squares.map(made)).toEqual([100, 101, 104, 109]);
    expect(seen).toEqual([1, 2, 3, 4]);
  });

  it.each([
    [1, 1],
    [256, 1],
    [1023, 1],
    [1024, 2],
    [4096, 2],
  ])('THREAD-3: %i subsets take %i threads where none is asked for', (subsets, threads) => {
    expect(threadsFor(subsets)).toBe(threads);
  });

  it('THREAD-1: a thread that fails fails the run', async () => {
    const run = runPieces({
      startTask: () => () => 1,
      task: builtFile('no-such-task.js', import.meta.url),
      data: null,
      pieces: 2,
      threads: 2,
    });
    await expect(run).rejects.toThrow('no-such-task');
  });
});

describe('an attribution on threads', () => {
  it('THREAD-2: one thread, two threads and none give the same bits', async () => {
    const asked = {
      from,
      groups: groups.slice(0, 3),
      nested: true,
      interactions: 3,
      subsetsChecked: 2,
    };
    const one = made(await attributeOnThreads(asked, { threads: 1 }));
    const two = made(await attributeOnThreads(asked, { threads: 2 }));
    const families = familiesOf(MEASURES.map(({ id }) => id));
    const plain = made(attribute({ ...asked, ...engineFor(families) }));
    expect(two).toEqual(one);
    expect(plain).toEqual(one);
    expect(one.measures.length).toBeGreaterThan(300);
  });

  it('THREAD-2: an issue is that of the first piece, on any number of threads', async () => {
    const [first] = groups;
    if (first === undefined) throw new Error('the example has groups');
    const header = { id: 'misfit', title: 'misfit', rationale: '', sources: [], size: 1 };
    const misfit: Change = { ...header, kind: 'remove-hedge', hedgeId: 'no such swap' };
    const wrong = [first, { id: 'wrong', title: 'wrong', changes: [misfit] }];
    for (const threads of [1, 2]) {
      const found = await attributeOnThreads({ from, groups: wrong }, { threads });
      expect(found.ok ? [] : found.issues.map(({ path }) => path)).toEqual([
        `groups[1] in the subset ${first.id} + wrong: /hedgeId`,
      ]);
    }
  });
});
