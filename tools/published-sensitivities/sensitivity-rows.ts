import { readFileSync } from 'node:fs';
import { publishedVsReproduced } from '../../packages/engine/src/framework/reproduce.js';
import type { Reproduction } from '../../packages/engine/src/index.js';
import { casePath, caseSlugs, libraryCase } from '../case/library-case.js';
import { REASONS } from './sensitivity-reasons.js';

/** What this page reads of a passport. */
export interface Passport {
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  readonly asOf: string;
  readonly confidence: string;
}

/** A published figure beside ours: a sensitivity, or what it is a share of, or a duration. */
export interface SensitivityRow extends Reproduction {
  readonly slug: string;
  /** How the figure was read: confidence of its passport. */
  readonly confidence: string;
}

/**
 * Every published sensitivity that a case holds beside its Study. Figures as reported by the bank
 * (marks, the CET1 ratio, income of the year before) are met by construction or of another year.
 */
export function sensitivityRows(): SensitivityRow[] {
  return caseSlugs().flatMap((slug) => {
    const input = { ...libraryCase(slug), sisters: [] };
    return publishedVsReproduced(input)
      .filter(({ id }) => !id.startsWith(`${slug}/reported.`))
      .map((row) => ({ ...row, slug, ...readAs(slug, row.id) }));
  });
}

function readAs(slug: string, id: string): { readonly confidence: string } {
  return { confidence: passport(slug, id.slice(slug.length + 1)).confidence };
}

/** A figure of a case. @throws when the case has none of that id. */
export function passport(slug: string, id: string): Passport {
  const { figures } = JSON.parse(readFileSync(casePath(slug, 'figures.json'), 'utf8'));
  const figure: Passport | undefined = figures[id];
  if (figure === undefined) throw new Error(`${slug} has no figure ${id}`);
  return figure;
}

/** What stands in the column Why: fitted, no difference as printed, or the reason. */
export function whyOf({ id, role, difference, unit }: SensitivityRow): string {
  if (role === 'fitted') return 'fitted';
  if (Number(shown(difference, unit)) === 0) return 'none as printed';
  const reason = REASONS[id];
  if (reason === undefined) throw new Error(`no reason for ${id}`);
  return reason;
}

/** Millions whole, per cent to 0.1 as published, durations to 0.01. */
export function shown(value: number, unit: string): string {
  if (unit === 'USD million') return value.toFixed(0).replace(/^-0$/, '0');
  return value.toFixed(unit === 'years' ? 2 : 1).replace(/^-(0\.0+)$/, '$1');
}
