import { issue } from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { inFileOrder } from './in-file-order.js';

describe('inFileOrder', () => {
  it('FORM-23: by file, then by line as a number; what has no line first', () => {
    const paths = [
      'structural-hedge.json line 2, /a',
      'study.json line 10, /b',
      'figures.json line 100, /figures/x',
      'changes.json, step 3',
      'case.md line 9',
      'figures.json line 20, /figures/y',
      'changes.json line 4, /c',
      'the folder',
      'study.json line 9, /b',
    ];
    const issues = paths.map((path) => issue('some', path, 'one', 'other'));
    expect(inFileOrder(issues).map(({ path }) => path)).toEqual([
      'the folder',
      'case.md line 9',
      'figures.json line 20, /figures/y',
      'figures.json line 100, /figures/x',
      'study.json line 9, /b',
      'study.json line 10, /b',
      'changes.json, step 3',
      'changes.json line 4, /c',
      'structural-hedge.json line 2, /a',
    ]);
  });

  it('FORM-23: two of a line stay as they were found', () => {
    const two = ['b', 'a'].map((code) => issue(code, 'case.md line 1', 'one', 'other'));
    expect(inFileOrder(two).map(({ code }) => code)).toEqual(['b', 'a']);
  });
});
