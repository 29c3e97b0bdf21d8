import type { KindCondition } from '../mapping/index.js';
import type { MappingProposal, OpenTerm, ProposalLine, ProposalSection } from './proposal.js';

/**
 * A proposal as a mapping file in the making: YAML in which every line has its confidence and its
 * evidence as a comment, and every open term stands as a comment with its question. It cannot be
 * used before a person has answered: required terms that are open are missing (rule TAPE-25).
 */
export function proposalText(proposal: MappingProposal): string {
  const { fileName, leaveOut, sections, questions } = proposal;
  return [
    '# A proposal: check every line, answer what is open, then save it as your mapping.',
    ...questions.map((question) => `# OPEN ${oneLine(question)}`),
    'version: 1',
    `title: ${JSON.stringify(fileName)}`,
    'limits: { quarantinedRows: 0.01, quarantinedBalance: 0.01 }',
    ...(leaveOut.length === 0 ? [] : ['leaveOut:']),
    ...leaveOut.map((choice) => `  - ${JSON.stringify(choice)}`),
    'rows:',
    ...sections.flatMap(sectionLines),
    '',
  ].join('\n');
}

function sectionLines({ kind, when, evidence, lines, open }: ProposalSection): readonly string[] {
  const conditions = when.map(conditionText).join(', ');
  return [
    `  # ${oneLine(evidence)}`,
    `  - kind: ${kind}`,
    ...(when.length === 0 ? [] : [`    when: [${conditions}]`]),
    '    balance: notionalPrincipal',
    '    terms:',
    ...lines.flatMap(lineLines),
    ...open.flatMap(openLines),
  ];
}

function conditionText(condition: KindCondition): string {
  return JSON.stringify(condition);
}

function lineLines({ term, source, confidence, evidence }: ProposalLine): readonly string[] {
  return [
    `      # ${confidence}: ${oneLine(evidence.join('; '))}`,
    `      ${term}: ${JSON.stringify(source)}`,
  ];
}

function openLines({ term, question, best }: OpenTerm): readonly string[] {
  const proposed = best === undefined ? '' : `${best.confidence}: `;
  return [
    `      # OPEN ${term}, ${proposed}${oneLine(question)}`,
    ...(best === undefined ? [] : [`      # ${term}: ${oneLine(JSON.stringify(best.source))}`]),
  ];
}

/** Text of a tape in a comment: a line break in it would end the comment. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
