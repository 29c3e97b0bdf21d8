import { join } from 'node:path';
import type { Result } from '@almfes/engine';
import { type CaseFolder as CheckedFolder, HEDGE_FILE, parseCaseFolder } from '@almfes/laboratory';
import type { CaseFolder } from './case-folder.js';
import { readCurves, readGiltCurves, readJson } from './case-run.js';
import type { Effects } from './effect/effects.js';

const LIMIT_BYTES = 10_000_000;

/** A disclosure study read and checked; its structural hedge is evaluated where it has one. */
export async function readDisclosure(
  { slug, path }: CaseFolder,
  effects: Pick<Effects, 'files' | 'libraryFolder'>,
): Promise<Result<CheckedFolder>> {
  const front = await effects.files.readText(join(path, 'case.md'), LIMIT_BYTES);
  if (!front.ok) return front;
  const figures = await readJson(join(path, 'figures.json'), effects.files);
  if (!figures.ok) return figures;
  const curves = await readCurves(effects);
  if (!curves.ok) return curves;
  const known = { slug, front: front.value, figures: figures.value, curves: curves.value };
  if (!(await effects.files.isFile(join(path, HEDGE_FILE)))) {
    return parseCaseFolder({ ...known, sisters: [] });
  }
  const structuralHedge = await readJson(join(path, HEDGE_FILE), effects.files);
  if (!structuralHedge.ok) return structuralHedge;
  const gilts = await readGiltCurves(effects);
  if (!gilts.ok) return gilts;
  const hedge = { structuralHedge: structuralHedge.value, giltCurves: gilts.value };
  return parseCaseFolder({ ...known, ...hedge, sisters: [] });
}
