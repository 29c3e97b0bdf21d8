import type { CallReport } from '@almfes/intake';
import { AFTERWARDS, CASE_SECTIONS } from '../case/case-section.js';

/** What a new page says of its case; a text that starts with TO WRITE: fails the check. */
export interface PageTerms {
  readonly class: 'complete' | 'disclosure';
  readonly institution: string;
  readonly decisionDate: string;
  /** The report that the case starts from; null: none. */
  readonly report: CallReport | null;
  /** What step 1 has no group for, and why; each completes `Step 1 has no group for`. */
  readonly missingGroups: readonly string[];
  /** Whether changes.json states a discipline to begin with (rule FORM-30). */
  readonly hasDiscipline: boolean;
}

const FIGURES = [
  ['Total assets', 'cr.totalAssets'],
  ['AFS securities, fair value', 'cr.afsFairValue'],
  ['HTM securities', 'cr.htmNet'],
  ['Loans held for investment', 'cr.loansHeldForInvestment'],
  ['Deposits in domestic offices', 'cr.depositsDomestic'],
  ['CET1', 'cr.cet1'],
] as const;

const MEASURES = [
  ['EVE', 'eve.value', '0'],
  ['EVE change', 'eve.change', '+200'],
  ['12-month NII', 'nii.12m', '0'],
  ['12-month NII change', 'nii.12m.change', '+200'],
  ['Economic CET1, securities marked', 'capital.economic.e0', '+200'],
] as const;

const TASKS: Readonly<Record<string, string>> = {
  'What was known on the day':
    'what a treasurer could read by the decision date, in one or two paragraphs with figures as ' +
    'references; no word of what came later',
  'The five steps as they would have read':
    'one paragraph a step (baseline, attribution, hedges, assumption failure, action), each from ' +
    'the run of almfes case on this folder',
  'What the discipline cost and saved':
    'what the bank gave up in income for what it kept in capital, or would have; discipline in ' +
    'double square brackets takes the numbers of capital efficiency',
  'Published and reproduced':
    'which published model figures were met and which were missed, and by how much; or that the ' +
    'bank publishes none',
  'What we fitted': 'every number that was fitted or judged, and to what; or that nothing was',
  'What was published': 'the published figures as references, and what they say together',
  'What public data cannot tell': 'what an outsider cannot know, and how wide it leaves the result',
  'What would change our mind': 'the fact that would turn the conclusion, and where it would stand',
  'The decision lesson': 'one lesson for a treasurer, tied to the figures above',
};

/** `case.md` with every section and what to write in it (rule FORM-22). */
export function pageTemplate(terms: PageTerms): string {
  const sections = CASE_SECTIONS[terms.class].map(
    (title) => `## ${title}\n\n${given(title, terms)}TO WRITE: ${TASKS[title] ?? ''}.\n`,
  );
  const last =
    `## ${AFTERWARDS}\n\nTO WRITE: what happened after the decision date; the one section that ` +
    'may name figures of role outcome or evidence. Take it out if there is nothing to tell.\n';
  return `${front(terms)}\n${[...sections, last].join('\n')}`;
}

function front({ class: ofClass, institution, decisionDate, report }: PageTerms): string {
  const cycle = cycleOf(decisionDate);
  const title =
    report === null
      ? 'TO WRITE: the case in one line'
      : `TO WRITE: one line on ${institution}, ${report.quarterEnd.slice(0, 4)}`;
  const lines = [
    'schema: almfes/case-front/1',
    `title: ${JSON.stringify(title)}`,
    `institution: ${JSON.stringify(institution)}`,
    `jurisdiction: ${report === null ? '"TO WRITE: US, GB ..."' : 'US'}`,
    `class: ${ofClass}`,
    `rateCycle: ${cycle ?? '"TO WRITE: up-2018-19, down-2019-20 or up-2022-23"'}`,
    'regime: "TO WRITE: the capital regime on the decision date"',
    'outcome: "TO WRITE: failed, strained, contained, disciplined or hedged"',
    `decisionDate: ${JSON.stringify(decisionDate)}`,
    'version: 0.1.0',
    'status: draft',
    'licence: CC-BY-4.0',
    'authors: [laboratory]',
  ];
  return `---\n${lines.join('\n')}\n---\n`;
}

/** The cycle that a decision date stands before or in; null: none of the three. */
function cycleOf(date: string): string | null {
  if (date >= '2017-12-31' && date < '2019-08-01') return 'up-2018-19';
  if (date >= '2019-08-01' && date < '2021-04-01') return 'down-2019-20';
  return date >= '2021-04-01' && date < '2024-09-18' ? 'up-2022-23' : null;
}

/** What the template knows of a section before anyone writes. */
function given(title: string, terms: PageTerms): string {
  if (title === 'What the discipline cost and saved') return disciplineTable(terms);
  if (title !== 'What public data cannot tell') return tableOf(title, terms);
  const sentences = terms.missingGroups.map((reason) => `- Step 1 has no group for ${reason}.`);
  return sentences.length === 0 ? '' : `${sentences.join('\n')}\n\n`;
}

function disciplineTable({ report, hasDiscipline }: PageTerms): string {
  if (report === null || !hasDiscipline) return '';
  const unit = unitFor(report.amount('cet1'));
  return (
    '| Discipline | Value |\n|---|---:|\n' +
    `| Economic CET1 kept at [[discipline scenario]] | [[discipline capitalKept as ${unit}]] |\n` +
    `| Cost at forwards over two years | [[discipline cost as ${unit}]] |\n\n`
  );
}

/** A table is in billions where its largest amount is of this size, else in millions. */
const BILLIONS_FROM = 10_000;

function unitFor(largest: number | undefined): 'USD billion' | 'USD million' {
  return (largest ?? 0) >= BILLIONS_FROM ? 'USD billion' : 'USD million';
}

function tableOf(title: string, { report }: PageTerms): string {
  if (report === null) return '';
  if (title === 'What was known on the day') {
    const known = FIGURES.filter(([, id]) => isReported(report, id));
    const unit = unitFor(report.amount('totalAssets'));
    const rows = known.map(([words, id]) => `| ${words} | [[figure ${id} as ${unit}]] |`);
    return `| Call Report | Amount |\n|---|---:|\n${rows.join('\n')}\n\n`;
  }
  if (title !== 'The five steps as they would have read') return '';
  // Economic value and income are of the size of capital.
  const unit = unitFor(report.amount('cet1'));
  const rows = MEASURES.map(
    ([words, id, scenario]) =>
      `| ${words} | ${scenario === '0' ? 'base' : scenario} | ` +
      `[[measure ${id} ${scenario} as ${unit}]] |`,
  );
  return `| Measure | Scenario | Value |\n|---|---|---:|\n${rows.join('\n')}\n\n`;
}

function isReported({ amount }: CallReport, id: string): boolean {
  const name = id.slice('cr.'.length);
  const fields = ['totalAssets', 'afsFairValue', 'htmNet', 'loansHeldForInvestment'] as const;
  const found = [...fields, 'depositsDomestic' as const, 'cet1' as const].find((x) => x === name);
  return found !== undefined && amount(found) !== undefined;
}
