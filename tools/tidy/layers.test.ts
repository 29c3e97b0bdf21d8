import { describe, expect, it } from 'vitest';
import { exampleHouse, findingsOf } from './example-house.test-fixture.js';
import { layers } from './layers.js';

const MID = 'packages/engine/src/mid/x.ts';
const PAGE = 'packages/report/src/page.ts';
const APP = 'apps/cli/src/main.ts';
const TEST = 'packages/engine/src/mid/x.test.ts';
const MANIFEST = { 'packages/report/package.json': '{"dependencies":{"chart":"1.0.0"}}' };

describe('an import against architecture.json fails', () => {
  it.each([
    ['a room above', MID, "import '../top/index.js';", "room 'mid' may not import 'top'"],
    ['a type is an import too', MID, "import type { A } from '../top/index.js';", "'mid' may not"],
    ['a type in line', MID, "let a: import('../top/index.js').A;", "'mid' may not import 'top'"],
    ['past an index', MID, "import '../low/deep.js';", 'through its index.ts alone'],
    ['the index above the rooms', MID, "import '../index.js';", 'stands above all rooms'],
    ['a file that is not there', MID, "import './gone.js';", 'leads to no file'],
    ['a dependency of the engine', MID, "import 'left-pad';", 'has no dependency'],
    ['Node from the engine', MID, "import 'node:fs';", 'has no dependency'],
    ['a package above', MID, "import '@x/report';", '@x/engine may not import @x/report'],
    ['a package above, in a test', TEST, "import '@x/report';", 'may not import @x/report'],
    ['its own package by name', MID, "import '@x/engine';", 'by relative path'],
    ['past a package index', PAGE, "import '@x/engine/src/low';", 'only the index'],
    ['out of the package', PAGE, "import '../../engine/src/low/deep.js';", 'leaves the package'],
    ['the library', PAGE, "import '../../../library/a.json';", 'read library/'],
    ['an undeclared dependency', PAGE, "import 'left-pad';", 'not among the dependencies'],
  ])('%s', (_, file, source, expected) => {
    const found = findingsOf(layers, {
      ...MANIFEST,
      'packages/engine/src/low/deep.ts': '',
      'library/a.json': '{}',
      [file]: source,
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`${file}:1: `);
    expect(found[0]).toContain(expected);
  });

  it.each([
    ['a room below', MID, "import '../low/index.js';"],
    ['its own room', MID, "import './index.js';"],
    ['a declared dependency', PAGE, "import 'chart/core';"],
    ['the engine from the report', PAGE, "import '@x/engine';"],
    ['Node from an app', APP, "import 'node:fs'; import 'path';"],
    ['the library from an app', APP, "const at = new URL('../../../library', import.meta.url);"],
    ['a room above, in a test', TEST, "import '../top/index.js'; import 'vitest';"],
  ])('while this stands: %s', (_, file, source) => {
    expect(findingsOf(layers, { ...MANIFEST, [file]: source })).toEqual([]);
  });
});

describe('the list of rooms is true', () => {
  it('a folder that is no room', () => {
    expect(findingsOf(layers, { 'packages/engine/src/attic/a.ts': '' })).toEqual([
      'packages/engine/src/attic/a.ts:0: stands in no room of architecture.json',
    ]);
  });

  it('a room without a file, and a planned room with one', () => {
    const rooms = [
      ...exampleHouse.rooms.map((room) => ({ ...room, planned: room.name === 'top' })),
      { name: 'spire', package: '@x/engine', purpose: 'none yet', mayImport: [] },
    ];
    expect(findingsOf(layers, {}, { ...exampleHouse, rooms })).toEqual([
      `architecture.json:0: room 'top' has files: remove "planned"`,
      `architecture.json:0: room 'spire' has no file: mark it "planned"`,
    ]);
  });

  it('a room that lists one which stands after it', () => {
    const rooms = exampleHouse.rooms.map((room) =>
      room.name === 'low' ? { ...room, mayImport: ['mid'] } : room,
    );
    expect(findingsOf(layers, {}, { ...exampleHouse, rooms })).toEqual([
      "architecture.json:0: room 'low' lists 'mid', which does not stand before it",
    ]);
  });
});
