import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CaseInput } from '../../packages/engine/src/index.js';
import { parseCase } from '../../packages/intake/src/index.js';

const LIBRARY = fileURLToPath(new URL('../../library/', import.meta.url));

/** The cases of the library that evaluate, sorted by name; a disclosure case has no Study. */
export function caseSlugs(): string[] {
  const slugs = readdirSync(`${LIBRARY}case`).sort();
  return slugs.filter((slug) => existsSync(casePath(slug, 'study.json')));
}

/** Those with numbers fitted to disclosures; the case of a Call Report has none. */
export function casesWithFits(): string[] {
  return caseSlugs().filter((slug) => {
    const study = json(casePath(slug, 'study.json'));
    return typeof study === 'object' && study !== null && 'fits' in study;
  });
}

/** Path of a file of a case. */
export function casePath(slug: string, file: string): string {
  return `${LIBRARY}case/${slug}/${file}`;
}

/** Text of the latest vintage of the Treasury par yields that the library holds. */
export function treasuryCurveText(): string {
  const folder = `${LIBRARY}data/us-treasury-par`;
  const vintage = readdirSync(folder).sort().at(-1);
  return readFileSync(`${folder}/${vintage}/us-treasury-par.csv`, 'utf8');
}

/** Text of the latest vintage of the markets of the quarter ends. */
function quarterEndText(): string {
  const folder = `${LIBRARY}data/quarter-end-market`;
  const vintage = readdirSync(folder).sort().at(-1);
  return readFileSync(`${folder}/${vintage}/quarter-end-market.csv`, 'utf8');
}

/**
 * A case of the library with its sisters, parsed as the command parses it.
 * @throws when a file is missing or does not parse: the library is the author's to mend.
 */
export function libraryCase(slug: string): CaseInput {
  return parsedCase(filesOf(slug));
}

/** Levels of the assumptions of a Call Report case (CALL-40), by their key in study.json. */
export type AssumptionLevels = Readonly<Record<string, 'low' | 'central' | 'high'>>;

/**
 * The case of a Call Report with some assumptions at another level, all else as it stands.
 * @throws when the case has no levels, or does not parse at these.
 */
export function libraryCaseAt(slug: string, levels: AssumptionLevels): CaseInput {
  const own = filesOf(slug);
  const assumptions = assumptionLevels(slug);
  return parsedCase({
    ...own,
    study: { ...own.study, assumptions: { ...assumptions, ...levels } },
  });
}

/** The levels that a case of a Call Report has. @throws when it has none. */
export function assumptionLevels(slug: string): Readonly<Record<string, unknown>> {
  const { study } = filesOf(slug);
  if ('assumptions' in study && typeof study.assumptions === 'object' && study.assumptions) {
    return { ...study.assumptions };
  }
  throw new Error(`${slug} has no levels of assumptions`);
}

function parsedCase(own: ReturnType<typeof filesOf>): CaseInput {
  const sisters = sisterSlugs(own.changes).map(filesOf);
  const curves = treasuryCurveText();
  const parsed = parseCase({ ...own, curves, quarterEnds: quarterEndText(), sisters });
  if (parsed.ok) return parsed.value;
  throw new Error(parsed.issues.map(({ path, message }) => `${path}: ${message}`).join('\n'));
}

function filesOf(slug: string) {
  const study = json(casePath(slug, 'study.json'));
  if (typeof study !== 'object' || study === null) throw new Error(`${slug}: study.json`);
  return {
    slug,
    figures: json(casePath(slug, 'figures.json')),
    study,
    changes: json(casePath(slug, 'changes.json')),
  };
}

function sisterSlugs(changes: unknown): string[] {
  if (typeof changes !== 'object' || changes === null || !('sisters' in changes)) return [];
  return Array.isArray(changes.sisters) ? changes.sisters.map(String) : [];
}

function json(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
