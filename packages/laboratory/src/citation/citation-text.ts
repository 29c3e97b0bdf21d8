import { stringify } from 'yaml';
import { type Author, type Citable, permanentId } from './citable.js';

/** Ways to write a citation (rule CITE-4). */
export const CITATION_FORMATS = ['apa', 'bibtex', 'cff', 'json'] as const;
export type CitationFormat = (typeof CITATION_FORMATS)[number];

const PUBLISHER = 'ALMFES laboratory';
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];
const KIND = { case: 'Case study', article: 'Article', weekly: 'Weekly issue' } as const;

/** A citation in one of the formats; ends with a line break. */
export function citationText(citable: Citable, format: CitationFormat): string {
  switch (format) {
    case 'apa':
      return `${apaCitation(citable)}\n`;
    case 'bibtex':
      return bibtexEntry(citable);
    case 'cff':
      return citationFile(citable);
    case 'json':
      return `${JSON.stringify({ id: permanentId(citable), ...citable }, null, 2)}\n`;
  }
}

/**
 * APA style, 7th edition, as for a data set with a version: author (date). Title (Version) [kind].
 * Publisher (left out where it is the only author). Identifier. Names stand as people give them.
 */
export function apaCitation(citable: Citable): string {
  const { kind, version, title, authors, date, contentHash } = citable;
  const names = authors.map(({ name }) => name);
  const last = names.at(-1) ?? PUBLISHER;
  const who = names.length > 1 ? `${names.slice(0, -1).join(', ')}, & ${last}` : last;
  const publisher = names.length === 1 && last === PUBLISHER ? '' : ` ${PUBLISHER}.`;
  const what = `${title} (Version ${version}) [${KIND[kind]}].`;
  const ids = `${permanentId(citable)} sha256:${contentHash}`;
  return `${who}. (${apaDate(date)}). ${what}${publisher} ${ids}`;
}

function apaDate(date: string | null): string {
  if (date === null) return 'n.d.';
  const [year, month, day] = date.split('-').map(Number);
  return `${year}, ${MONTHS[(month ?? 1) - 1]} ${day}`;
}

/** A BibTeX entry @misc; what TeX would read as a command is escaped. */
export function bibtexEntry(citable: Citable): string {
  const { kind, slug, version, title, authors, date, licence, contentHash } = citable;
  const [year, month] = date === null ? [] : date.split('-');
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['author', authors.map(bibtexName).join(' and ')],
    ['title', `{${escaped(title)}}`],
    ['year', year],
    ['month', month === undefined ? undefined : String(Number(month))],
    ['version', version],
    ['publisher', `{${PUBLISHER}}`],
    ['howpublished', escaped(permanentId(citable))],
    ['note', `${KIND[kind]}, ${licence}, sha256:${contentHash}`],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name.padEnd(12)} = {${value}},`],
  );
  return `@misc{almfes-${kind}-${slug}-${version},\n${lines.join('\n')}\n}\n`;
}

/**
 * An organisation stands in braces of its own, so that no program cuts it into names; so does a
 * name with a comma or an "and".
 */
function bibtexName({ name, kind }: Author): string {
  const isWhole = kind === 'organisation' || /,|\band\b/i.test(name);
  return isWhole ? `{${escaped(name)}}` : escaped(name);
}

const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  // BibTeX counts braces, also behind a backslash: one alone would never end the entry
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
};

function escaped(text: string): string {
  return text.replaceAll(/[\\~^&%$#_{}]/g, (found) => TEX[found] ?? `\\${found}`);
}

/** CITATION.cff of the Citation File Format 1.2.0: the citation of a data set as YAML. */
export function citationFile(citable: Citable): string {
  const { kind, slug, version, title, authors, date, licence, abstract, contentHash } = citable;
  return stringify({
    'cff-version': '1.2.0',
    message: 'Please cite this version by these metadata.',
    type: 'dataset',
    title,
    authors: authors.map(cffAuthor),
    version,
    ...(date === null ? {} : { 'date-released': date }),
    license: licence,
    abstract,
    keywords: ['asset liability management', 'interest rate risk', kind, slug],
    identifiers: [
      { type: 'other', value: permanentId(citable), description: 'readable permanent id' },
      { type: 'other', value: `sha256:${contentHash}`, description: 'hash of the content' },
    ],
  });
}

/** The last word of a person's name stands as the family name; one word is a family name. */
function cffAuthor({ name, kind, orcid, affiliation }: Author): object {
  if (kind === 'organisation') return { name };
  const words = name.trim().split(/\s+/);
  const given = words.slice(0, -1).join(' ');
  return {
    ...(given === '' ? {} : { 'given-names': given }),
    'family-names': words.at(-1) ?? name,
    ...(orcid === undefined ? {} : { orcid }),
    ...(affiliation === undefined ? {} : { affiliation }),
  };
}
