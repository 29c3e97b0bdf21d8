import {
  columnsOf,
  type FireSchemaName,
  fireMapping,
  type RowMapping,
  TERM_NAMES,
  type TermName,
  type TermSource,
  termOf,
} from '../mapping/index.js';
import type { ColumnProfile, TapeProfile } from '../profile/index.js';
import type { MappingProposal, OpenTerm, ProposalLine, ProposalSection } from './proposal.js';
import { proposeUnit } from './propose-unit.js';

const SCHEMA_NAMES: readonly FireSchemaName[] = ['loan', 'security', 'account', 'derivative'];
const SURE = 0.95;

/**
 * Sections of a tape in the terms of FIRE: the schema whose mapping is whole and reads most of its
 * columns. The pattern of dates and the unit of rates follow the cells where those are clear; a
 * unit other than FIRE's is left open. Undefined when the tape is not in these terms.
 */
export function inferFire(
  profile: TapeProfile,
): Pick<MappingProposal, 'leaveOut' | 'sections'> | undefined {
  const names = profile.columns.map(({ name }) => name);
  if (!names.includes('currency_code')) return undefined;
  const whole = SCHEMA_NAMES.flatMap((schema) => {
    const mapping = fireMapping(schema, names);
    return mapping.ok ? [{ schema, mapping: mapping.value }] : [];
  });
  const [best] = whole.sort((a, b) => columnsOf(b.mapping).length - columnsOf(a.mapping).length);
  if (best === undefined) return undefined;
  const columns = new Map(profile.columns.map((column) => [column.name, column]));
  const sections = best.mapping.rows.map((rows) => sectionOf(best.schema, rows, columns));
  return { leaveOut: best.mapping.leaveOut, sections };
}

function sectionOf(
  schema: FireSchemaName,
  rows: RowMapping,
  columns: ReadonlyMap<string, ColumnProfile>,
): ProposalSection {
  const lines: ProposalLine[] = [];
  const open: OpenTerm[] = [];
  for (const term of TERM_NAMES) {
    const source = rows.terms[term];
    if (source === undefined) continue;
    const line = lineOf(term, source, { schema, columns });
    if (line.confidence === SURE) lines.push(line);
    else
      open.push({
        term,
        question: `${termOf(term).title}: ${line.evidence.join('; ')}`,
        best: line,
      });
  }
  const evidence = `columns are attributes of FIRE ${schema}`;
  return { kind: rows.kind, when: rows.when, evidence, lines, open };
}

interface FireTape {
  readonly schema: FireSchemaName;
  readonly columns: ReadonlyMap<string, ColumnProfile>;
}

function lineOf(term: TermName, source: TermSource, { schema, columns }: FireTape): ProposalLine {
  const known = (evidence: string): ProposalLine => ({
    ...{ term, source, confidence: SURE },
    evidence: [evidence],
  });
  if ('constant' in source) return known(`not in FIRE ${schema}: ${source.constant} is assumed`);
  const name = `${source.column} of FIRE ${schema}`;
  const column = columns.get(source.column);
  if (column?.range === undefined) return known(name);
  const { type } = termOf(term);
  const [pattern] = column.patterns ?? [];
  if (type === 'date' && pattern !== undefined && pattern !== source.pattern) {
    return { ...known(`${name}, written ${pattern}`), source: { ...source, pattern } };
  }
  if (type !== 'rate') return known(name);
  const { unit, reason } = proposeUnit(term, column);
  if (unit === source.unit) return known(`${name}; ${reason.evidence}`);
  const evidence = `FIRE says per cent, ${reason.evidence}`;
  return { term, source: { ...source, unit }, confidence: 0.5, evidence: [evidence] };
}
