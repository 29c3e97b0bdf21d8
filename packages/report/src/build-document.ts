import type { CaseResult } from '@almfes/engine';
import type { Fact, ReportDocument, Section } from './document.js';
import { attributionSection } from './section/attribution.js';
import { briefSection } from './section/brief.js';
import { claimSection } from './section/claim.js';
import { fitSection } from './section/fit.js';
import { reproductionSection } from './section/reproduction.js';
import { stepSection } from './section/step.js';
import { withTrueMinus } from './typography.js';

/**
 * The whole report of a case as sections. `steps` keeps only those steps and leaves out what
 * speaks of the case as a whole. Pure; throws RangeError when a number is not finite.
 */
export function buildDocument(result: CaseResult, steps?: readonly number[]): ReportDocument {
  const wanted = result.steps.filter((step) => steps === undefined || steps.includes(step.step));
  const stepSections = wanted.map(stepSection);
  const sections =
    steps === undefined ? wholeCase(result, stepSections) : [...stepSections, sources(result)];
  return withTrueMinus({
    title: result.title,
    facts: facts(result),
    sections: sections.filter((section) => section.blocks.length > 0),
  });
}

function wholeCase(result: CaseResult, steps: readonly Section[]): Section[] {
  const afterAttribution = steps.findIndex(({ id }) => id === 'step-1') + 1;
  return [
    briefSection(result),
    ...steps.slice(0, afterAttribution),
    attributionSection(result.attribution),
    ...steps.slice(afterAttribution),
    reproductionSection(result.publishedVsReproduced),
    fitSection(result.fits),
    claimSection(result.claims),
    listSection('assumptions', 'Assumptions', result.assumptions),
    sources(result),
  ];
}

function sources(result: CaseResult): Section {
  return listSection('sources', 'Sources', result.sources);
}

function listSection(id: string, title: string, items: readonly string[]): Section {
  return { id, title, blocks: items.length === 0 ? [] : [{ kind: 'list', items }] };
}

function facts(result: CaseResult): Fact[] {
  return [
    { term: 'Institution', text: result.institution },
    { term: 'Case', text: result.case },
    { term: 'Balance sheet of', text: result.valuationDate },
    { term: 'Yield curve of', text: result.curveDate },
    { term: 'Known up to', text: result.decisionDate },
    { term: 'Study', text: result.studyHash },
  ];
}
