import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { caseText, hedgeFiles } from './case-files.test-fixture.js';
import { parseCaseFolder, parseCasePage } from './parse-case-folder.js';

const LIBRARY = fileURLToPath(new URL('../../../../library/case/', import.meta.url));
const slugs = readdirSync(LIBRARY).filter((slug) => !existsSync(`${LIBRARY}${slug}/study.json`));

describe('the disclosure cases of the library', () => {
  it('FORM-16: there are some', () => {
    expect(slugs.length).toBeGreaterThan(0);
  });

  it.each(slugs)('FORM-16, FORM-17: %s is whole, and knows nothing that came after', (slug) => {
    const figures = JSON.parse(caseText(slug, 'figures.json'));
    const front = caseText(slug, 'case.md');
    const hasHedge = existsSync(`${LIBRARY}${slug}/structural-hedge.json`);
    const hedge = hasHedge ? hedgeFiles(slug) : {};
    const found = parseCaseFolder({ slug, front, figures, curves: '', sisters: [], ...hedge });
    expect(found.ok ? [] : found.issues).toEqual([]);
    expect(found.ok && found.value.class).toBe('disclosure');
  });
});

describe('the pages of all cases of the library', () => {
  it.each(readdirSync(LIBRARY))('FORM-16: %s has its sections, and no number is typed', (slug) => {
    const found = parseCasePage(caseText(slug, 'case.md'));
    expect(found.ok ? [] : found.issues).toEqual([]);
  });
});
