import { fail, issue, ok, type Result } from '@almfes/engine';
import { isSlug } from '../slug.js';
import { VALUE_FORMATS, type ValueFormat } from './value-format.js';

/** A number that prose takes from a passport, the Outcome or the discipline of its case. */
export type ValueTarget =
  | { readonly kind: 'figure'; readonly id: string }
  /** Scenario '' is the valuation date. */
  | { readonly kind: 'measure'; readonly id: string; readonly scenario: string }
  | { readonly kind: 'discipline'; readonly id: string };

export interface RatioTarget {
  readonly kind: 'ratio';
  readonly over: ValueTarget;
  readonly under: ValueTarget;
}

/** Another page of the laboratory. */
export interface PageTarget {
  readonly kind: 'case' | 'entry' | 'article';
  readonly id: string;
}

/** What stands between double square brackets; `format` null leaves it to the unit. */
export type Reference =
  | { readonly target: ValueTarget | RatioTarget; readonly format: ValueFormat | null }
  | { readonly target: PageTarget; readonly format: null };

const ID = /^[A-Za-z0-9][A-Za-z0-9._+:/-]{0,119}$/;
const SCENARIO = /^[A-Za-z0-9+-][A-Za-z0-9._+:-]{0,119}$/;
const FORMS = [
  'figure ID',
  'measure ID SCENARIO',
  'discipline FIELD',
  'ratio ONE / OTHER',
  'case SLUG',
  'entry ID',
  'article SLUG',
].join(', ');

/**
 * The text between double square brackets (rule PROSE-2): `figure ID`, `measure ID SCENARIO`,
 * `discipline FIELD`, `ratio ONE / OTHER` over two of those, each with `as FORMAT` or without; or
 * `case SLUG`, `entry ID`, `article SLUG`. `at` is the file and line, for the issue.
 */
export function parseReference(text: string, at: string): Result<Reference> {
  const words = text.trim().split(/\s+/);
  const [kind = '', id = ''] = words;
  if (kind === 'case' || kind === 'article' || kind === 'entry') {
    const good = words.length === 2 && (kind === 'entry' ? ID.test(id) : isSlug(id));
    return good ? ok({ target: { kind, id }, format: null }) : notUnderstood(text, at);
  }
  const place = words.indexOf('as');
  const target = targetOf(place < 0 ? words : words.slice(0, place));
  if (target === null) return notUnderstood(text, at);
  if (place < 0) return ok({ target, format: null });
  const written = words.slice(place + 1).join(' ');
  const format = VALUE_FORMATS.find((each) => each === written);
  if (format !== undefined) return ok({ target, format });
  return fail(issue('reference-format', at, `as ${VALUE_FORMATS.join(', ')}`, `as ${written}`));
}

function targetOf(words: readonly string[]): ValueTarget | RatioTarget | null {
  if (words[0] !== 'ratio') return valueTarget(words);
  const slash = words.indexOf('/');
  const over = slash < 0 ? null : valueTarget(words.slice(1, slash));
  const under = slash < 0 ? null : valueTarget(words.slice(slash + 1));
  return over === null || under === null ? null : { kind: 'ratio', over, under };
}

function valueTarget([kind, id = '', scenario, ...more]: readonly string[]): ValueTarget | null {
  if (!ID.test(id) || more.length > 0) return null;
  if (kind === 'measure') {
    if (scenario !== undefined && !SCENARIO.test(scenario)) return null;
    return { kind, id, scenario: scenario ?? '' };
  }
  if (scenario !== undefined) return null;
  return kind === 'figure' || kind === 'discipline' ? { kind, id } : null;
}

function notUnderstood(text: string, at: string): Result<Reference> {
  return fail(issue('reference', at, `one of ${FORMS}`, `[[${text.slice(0, 120)}]]`));
}
