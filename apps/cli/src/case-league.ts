import { type CaseLeagueRow, caseDiscipline, disciplineTable } from '@almfes/engine';
import { type CaseFiles, caseRange, parseCase } from '@almfes/intake';
import { listCases } from './case-folder.js';
import { readCaseFiles } from './case-run.js';
import type { Effects } from './effect/effects.js';
import { createProgress } from './progress.js';

type Surroundings = Pick<
  Effects,
  'files' | 'libraryFolder' | 'workingFolder' | 'clockMs' | 'stderr'
>;

/** The disciplines of the library's cases over their assumptions; a case without one says so. */
export async function caseLeagueRows(effects: Surroundings): Promise<readonly CaseLeagueRow[]> {
  const progress = createProgress({ clockMs: effects.clockMs, write: effects.stderr });
  const rows: CaseLeagueRow[] = [];
  const folders = await listCases(effects);
  for (const [done, folder] of folders.entries()) {
    progress('cases, over their assumptions', done, folders.length);
    const files = await readCaseFiles(folder, effects);
    rows.push(files.ok ? caseRow(files.value) : without(folder.slug, files.issues[0]?.message));
  }
  return rows;
}

function caseRow(files: CaseFiles): CaseLeagueRow {
  const { slug } = files;
  const input = parseCase(files);
  if (!input.ok) return without(slug, input.issues[0]?.message);
  const { study, discipline } = input.value;
  const told = caseDiscipline(input.value);
  const range = caseRange(files, { study, discipline });
  if (told === null || discipline === null) {
    return { ...without(slug, 'it states no discipline'), range };
  }
  if (!told.ok) return without(slug, told.issues[0]?.message);
  return { slug, discipline: disciplineTable(discipline, told.value), reason: '', range };
}

function without(slug: string, reason = 'no reason given'): CaseLeagueRow {
  return { slug, discipline: null, reason, range: null };
}
