import type { Figure } from '@almfes/engine';
import type { FolderFile } from '../folder-file.js';
import type { ContributionKind } from './contribution.js';
import { FILL_IN } from './fill-in.js';
import { firstOffered, type OfferedEdit } from './offered-edits.js';

/** What a template is made for. */
export interface TemplateRequest {
  readonly kind: ContributionKind;
  /** The day it is made, as the day of receipt. */
  readonly date: string;
  /** The case that is corrected, challenged or spoken of, or the name of a new one; '' if none. */
  readonly case: string;
  /** The figure that is corrected, with its id: its passport is what the contributor mends. */
  readonly figure: { readonly id: string; readonly passport: Figure } | null;
  /** Assumptions of the challenged case that a Change may replace; empty where no case is named. */
  readonly edits: readonly OfferedEdit[];
}

const fill = (words: string): string => `${FILL_IN}: ${words}`;

/**
 * The files of a new contribution (rule CONTRIB-16). Each text to be written begins with FILL IN
 * and says what belongs there; the check names every one that is left, with its line.
 */
export function contributionTemplate(request: TemplateRequest): readonly FolderFile[] {
  const form = { ...header(request), ...termsOf(request) };
  const file = { name: 'contribution.json', text: `${JSON.stringify(form, null, 2)}\n` };
  return request.kind === 'perspective' ? [file, { name: 'text.md', text: TEXT }] : [file];
}

function header({ kind, date }: TemplateRequest): object {
  return {
    schema: 'almfes/contribution/1',
    kind,
    title: fill('one line that says what this is'),
    contributor: { name: fill('your name, as it should be credited') },
    received: date,
    interest: fill('what you gain or lose by it (employer, holdings, a view you sell); or none'),
    licence: 'CC-BY-4.0',
    sources: [fill('the https address of a public page that anyone can open; one or more')],
  };
}

function termsOf(request: TemplateRequest): object {
  switch (request.kind) {
    case 'correction':
      return correctionTerms(request);
    case 'challenge':
      return challengeTerms(request);
    case 'perspective':
      return { about: request.case === '' ? [] : [request.case] };
    case 'case':
      return {
        case: request.case === '' ? fill('the name of the case, my-bank-2025') : request.case,
      };
  }
}

function correctionTerms({ case: slug, figure }: TemplateRequest): object {
  return {
    case: slug === '' ? fill('the name of the case, as almfes case --list gives it') : slug,
    figure: figure?.id ?? fill('the id of the figure in the figures.json of the case'),
    passport: figure?.passport ?? EMPTY_PASSPORT,
    reason: fill('what stands there now, what should stand there, and the page that says so'),
  };
}

const EMPTY_PASSPORT = {
  label: fill('what the figure is'),
  value: fill('the number as it is printed, without quotes'),
  unit: fill('USD million, percent or years'),
  asOf: fill('the day it describes, YYYY-MM-DD'),
  knownFrom: fill('the day the document became public, YYYY-MM-DD'),
  document: fill('the document, with its date'),
  locator: fill('the page or table'),
  url: fill('the https address of the document'),
  confidence: fill('seen, seen-secondary, derived or recalled'),
  role: fill('input, target, evidence or outcome'),
};

function challengeTerms({ case: slug, edits }: TemplateRequest): object {
  return {
    cases: slug === '' ? [] : [slug],
    change: {
      kind: 'replace-assumption',
      id: fill('a short name, faster-deposit-beta'),
      title: fill('what the Change does, in a line'),
      rationale: fill('why the assumption should be so'),
      sources: [fill('a figure id, or a document in words')],
      size: 1,
      edits: [editTerms(firstOffered(edits))],
    },
    claim: fill('what is wrong with the assumption, and what the evidence is'),
  };
}

/** With the value that stands now, so that nobody has to look it up. */
function editTerms(offered: OfferedEdit | undefined): object {
  if (offered === undefined) {
    const model = fill('a model of behaviour of the case, by its id');
    return { model, parameter: fill('beta, averageLifeYears …'), value: fill('a number') };
  }
  const { model, parameter, value, unit } = offered;
  return {
    model,
    parameter,
    value: fill(`a number (${unit}); the case has ${Number(value.toPrecision(6))}`),
  };
}

const TEXT = `${fill('your view, at least fifty words, as paragraphs of Markdown')}

${fill('links in Markdown, to public https addresses; no HTML and no pictures')}
`;
