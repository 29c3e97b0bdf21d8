import { type Issue, issue, type Read, read } from '@almfes/engine';
import { isSlug } from '../slug.js';

export const CASE_CLASSES = ['complete', 'disclosure'] as const;
export const RATE_CYCLES = ['up-2018-19', 'down-2019-20', 'up-2022-23'] as const;
export const CASE_OUTCOMES = ['failed', 'strained', 'contained', 'disciplined', 'hedged'] as const;
export const CASE_STATUSES = ['draft', 'in-review', 'published'] as const;

/** What stands before the prose of a case (rule FORM-15). */
export interface CaseFront {
  readonly title: string;
  readonly institution: string;
  /** ISO 3166-1 alpha-2. */
  readonly jurisdiction: string;
  /** A complete case evaluates; a disclosure case has published figures alone. */
  readonly class: (typeof CASE_CLASSES)[number];
  readonly rateCycle: (typeof RATE_CYCLES)[number];
  readonly regime: string;
  readonly outcome: (typeof CASE_OUTCOMES)[number];
  readonly decisionDate: string;
  /** Semantic version 2.0.0. */
  readonly version: string;
  readonly status: (typeof CASE_STATUSES)[number];
  readonly licence: 'CC-BY-4.0';
  readonly authors: readonly string[];
  /** People whose contributions were accepted (rule CONTRIB-15); absent where there are none. */
  readonly contributors?: readonly string[];
}

const { isoDate, list, objectWith, oneOf, text, title } = read;

/** Text that a pattern holds, or an issue that says what was expected. */
export function matching(holds: (found: string) => boolean, expected: string): Read<string> {
  return (value, path, issues) => {
    const found = text({ min: 1, max: 300 })(value, path, issues);
    if (found === undefined || holds(found)) return found;
    issues.push(issue('form', path, expected, read.describe(found)));
    return undefined;
  };
}

const REGIONS = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
const region = matching(
  (code) => /^[A-Z]{2}$/.test(code) && REGIONS.of(code) !== undefined,
  'a country code of ISO 3166-1 (US, GB)',
);
const SEMANTIC = /^(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})$/;

export const semanticVersion = matching(
  (version) => SEMANTIC.test(version),
  'a version MAJOR.MINOR.PATCH',
);
export const slugText = matching(isSlug, 'small letters, digits and single hyphens');

type Required = Omit<CaseFront, 'contributors'> & { readonly schema: string };

const REQUIRED = {
  schema: oneOf(['almfes/case-front/1']),
  title,
  institution: title,
  jurisdiction: region,
  class: oneOf(CASE_CLASSES),
  rateCycle: oneOf(RATE_CYCLES),
  regime: title,
  outcome: oneOf(CASE_OUTCOMES),
  decisionDate: isoDate,
  version: semanticVersion,
  status: oneOf(CASE_STATUSES),
  licence: oneOf(['CC-BY-4.0']),
  authors: list(slugText, 20, 1),
};

const front = objectWith<Required, { readonly contributors: readonly string[] }>(REQUIRED, {
  contributors: list(title, 100, 1),
});

/** Reads the front matter of `case.md`; an unknown key is refused. */
export const readCaseFront: Read<CaseFront> = (value, path, issues: Issue[]) => {
  const found = front(value, path, issues);
  if (found === undefined) return undefined;
  const { schema: _schema, ...rest } = found;
  return rest;
};
