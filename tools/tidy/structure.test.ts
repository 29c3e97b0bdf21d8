import { describe, expect, it } from 'vitest';
import { architecturePage, withLayerTable } from './architecture-page.js';
import { cycle } from './cycle.js';
import { deadFile } from './dead-file.js';
import { exampleHouse, findingsOf } from './example-house.test-fixture.js';
import { link } from './link.js';

const ROOM = 'packages/engine/src/low';
const MAIN = 'apps/cli/src/main.ts';
const alive = { [MAIN]: "import '@x/engine';" };

describe('cycle', () => {
  it('finds files that import each other, and one that imports itself', () => {
    const found = findingsOf(cycle, {
      [`${ROOM}/a.ts`]: "import './b.js';",
      [`${ROOM}/b.ts`]: "import './c.js';",
      [`${ROOM}/c.ts`]: "import type { A } from './a.js';",
      [`${ROOM}/self.ts`]: "import './self.js';",
    });
    expect(found).toEqual([
      `${ROOM}/a.ts:0: ${ROOM}/a.ts -> ${ROOM}/b.ts -> ${ROOM}/c.ts -> ${ROOM}/a.ts`,
      `${ROOM}/self.ts:0: ${ROOM}/self.ts -> ${ROOM}/self.ts`,
    ]);
  });

  it('lets two files share a third', () => {
    const found = findingsOf(cycle, {
      [`${ROOM}/a.ts`]: "import './b.js'; import './c.js';",
      [`${ROOM}/b.ts`]: "import './c.js';",
      [`${ROOM}/c.ts`]: '',
    });
    expect(found).toEqual([]);
  });
});

describe('dead file', () => {
  it('finds a file nothing reaches, and a missing entry point', () => {
    expect(findingsOf(deadFile, { ...alive, [`${ROOM}/a.ts`]: '' })).toEqual([
      `${ROOM}/a.ts:0: no entry point and no test reaches this file`,
    ]);
    expect(findingsOf(deadFile, {})[0]).toBe(
      `architecture.json:0: entry point ${MAIN} does not exist`,
    );
  });

  it('follows imports, exports, worker addresses and built paths, from tests too', () => {
    const found = findingsOf(deadFile, {
      [MAIN]: "import '@x/engine'; new URL('../dist/worker.js', import.meta.url);",
      'apps/cli/src/worker.ts': "await import('./late.js');",
      'apps/cli/src/late.ts': '',
      [`${ROOM}/a.test.ts`]: "import './a.js';",
      [`${ROOM}/a.ts`]: "export { b } from './b.js';",
      [`${ROOM}/b.ts`]: '',
    });
    expect(found).toEqual([]);
  });
});

describe('link', () => {
  it('finds a page that points nowhere', () => {
    const found = findingsOf(link, {
      'docs/a.md': '[b](b.md#part) [root](../README.md) [web](https://example.org) [up](#part)',
      'docs/b.md': '[folder](../docs/)',
    });
    expect(found).toEqual(['docs/a.md:0: no such file: README.md']);
  });
});

describe('architecture page', () => {
  const marks = [
    '<!-- layers: written by `npm run architecture` from architecture.json -->',
    '<!-- /layers -->',
  ];
  const blank = `# A\n${marks.join('\n')}\nend\n`;

  it('finds a page that is missing, unmarked or stale', () => {
    const told = (page: Record<string, string>) => findingsOf(architecturePage, page)[0];
    expect(told({})).toContain('is missing');
    expect(told({ 'ARCHITECTURE.md': '# A' })).toContain('no place marked');
    expect(told({ 'ARCHITECTURE.md': blank })).toContain('is stale');
  });

  it('is content with what the tool writes, and writing twice changes nothing', () => {
    const page = withLayerTable(blank, exampleHouse) ?? '';
    expect(page).toContain('| `mid` | floor | low |');
    expect(page.startsWith('# A\n') && page.endsWith('\nend\n')).toBe(true);
    expect(withLayerTable(page, exampleHouse)).toBe(page);
    expect(findingsOf(architecturePage, { 'ARCHITECTURE.md': page })).toEqual([]);
  });
});
