import {
  type Change,
  type Figure,
  type Issue,
  issue,
  parseChange,
  type Read,
  type Result,
  read,
  readFigure,
} from '@almfes/engine';
import { publicAddress } from '@almfes/intake';
import { isSlug } from '../slug.js';
import {
  type Challenge,
  CONTRIBUTION_KINDS,
  type Contribution,
  type ContributionHeader,
  type Contributor,
  type Correction,
  type Perspective,
  type ProposedCase,
} from './contribution.js';

const { identifier, isoDate, list, members, object, objectWith, oneOf, text, title } = read;

const SCHEMA = 'almfes/contribution/1';
const MOST_SOURCES = 100;
const MOST_CASES = 200;
const argument: Read<string> = text({ min: 1, max: 20_000 });

const slug: Read<string> = (value, path, issues) => {
  if (typeof value === 'string' && isSlug(value)) return value;
  issues.push(issue('slug', path, 'small letters, digits and hyphens', read.describe(value)));
  return undefined;
};

/** Where a figure stands: a case, `article/<slug>`, or a data set as `data/<file>`. */
const home: Read<string> = (value, path, issues) => {
  if (typeof value === 'string' && isSlug(value.replace(/^(?:article|data)\//, ''))) return value;
  const expected = 'small letters, digits and hyphens, after article/ or data/ where it is one';
  issues.push(issue('slug', path, expected, read.describe(value)));
  return undefined;
};

const orcid: Read<string> = (value, path, issues) => {
  if (typeof value === 'string' && isOrcid(value)) return value;
  const expected = 'https://orcid.org/ and sixteen digits with their check digit';
  issues.push(issue('orcid', path, expected, read.describe(value)));
  return undefined;
};

const ORCID = /^https:\/\/orcid\.org\/(\d{4}-\d{4}-\d{4}-\d{3}[\dX])$/;

/** The last character checks the others (ISO 7064, MOD 11-2). */
function isOrcid(address: string): boolean {
  const characters = ORCID.exec(address)?.[1]?.replaceAll('-', '');
  if (characters === undefined) return false;
  let total = 0;
  for (const digit of characters.slice(0, -1)) total = (total + Number(digit)) * 2;
  const check = (12 - (total % 11)) % 11;
  return characters.endsWith(check === 10 ? 'X' : String(check));
}

const contributor: Read<Contributor> = objectWith<
  Pick<Contributor, 'name'>,
  Required<Omit<Contributor, 'name'>>
>({ name: title }, { orcid, affiliation: title, url: publicAddress });

/** A Change has a door of its own, with its own pointers. */
const change: Read<Change> = (value, path, issues) => {
  const found = parseChange(value);
  if (found.ok) return found.value;
  issues.push(...found.issues.map((each) => ({ ...each, path: `${path}${each.path}` })));
  return undefined;
};

/** A figure by its own door, in a document that anyone can open. */
const passport: Read<Figure> = (value, path, issues) => {
  const found = readFigure(value, path, issues);
  if (found !== undefined) publicAddress(found.url, `${path}/url`, issues);
  return found;
};

type Outer = ContributionHeader & { readonly schema: string };

const HEADER = {
  schema: oneOf([SCHEMA]),
  title,
  contributor,
  received: isoDate,
  interest: text({ min: 1, max: 2000 }),
  licence: oneOf(['CC-BY-4.0']),
  sources: list(publicAddress, MOST_SOURCES, 1),
};

const READERS = {
  correction: object<Correction & Outer>({
    ...HEADER,
    kind: oneOf(['correction']),
    case: home,
    figure: identifier,
    passport,
    reason: argument,
  }),
  challenge: object<Challenge & Outer>({
    ...HEADER,
    kind: oneOf(['challenge']),
    cases: list(slug, MOST_CASES),
    change,
    claim: argument,
  }),
  perspective: object<Perspective & Outer>({
    ...HEADER,
    kind: oneOf(['perspective']),
    about: list(slug, MOST_CASES),
  }),
  case: object<ProposedCase & Outer>({ ...HEADER, kind: oneOf(['case']), case: slug }),
} as const;

/**
 * Reads `contribution.json` (rules CONTRIB-1 and CONTRIB-2): the kind says which terms it has, all
 * of them; an unknown key is an issue. Issues carry JSON pointers.
 */
export function parseContribution(value: unknown): Result<Contribution> {
  const issues: Issue[] = [];
  const found = members(value, '', issues);
  if (found === undefined) return { ok: false, issues };
  const kind = oneOf(CONTRIBUTION_KINDS)(found.kind, '/kind', issues);
  if (kind === undefined) return { ok: false, issues };
  const whole = READERS[kind](value, '', issues);
  if (whole === undefined) return { ok: false, issues };
  const { schema: _schema, ...contribution } = whole;
  return read.resultOf(contribution, issues);
}
