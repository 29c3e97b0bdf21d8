import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Loose } from './library-files.test-fixture.js';
import type { StructuralHedgeFiles } from './parse-structural-hedge.js';

const LIBRARY = fileURLToPath(new URL('../../../../library/', import.meta.url));
const CURVES = 'data/boe-gilt-month-end/2026-11-29/boe-gilt-month-end.csv';

/** Cases of the library with a structural hedge, and the day of their decision. */
export const STRUCTURAL_CASES = {
  'barclays-structural-hedge': '2022-07-28',
  'natwest-structural-hedge': '2017-02-24',
} as const;

/** The files of a structural hedge of the library, free to be changed. */
export function structuralFiles(
  slug: keyof typeof STRUCTURAL_CASES,
): StructuralHedgeFiles & { figures: Loose; hedge: Loose } {
  const json = (name: string): Loose =>
    JSON.parse(readFileSync(`${LIBRARY}case/${slug}/${name}`, 'utf8'));
  return {
    slug,
    decisionDate: STRUCTURAL_CASES[slug],
    figures: json('figures.json'),
    hedge: json('structural-hedge.json'),
    curves: readFileSync(LIBRARY + CURVES, 'utf8'),
  };
}
