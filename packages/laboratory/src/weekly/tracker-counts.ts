import type { Picture, Table } from '@almfes/engine';
import { ALM_PROCESSES, type Entry, EVIDENCE_GRADES, PHASES, TECHNIQUES } from './entry.js';

/** A closed list by which entries are counted: its name, its keys with their names, and a key. */
export interface Sorting {
  readonly id: string;
  readonly title: string;
  readonly names: Readonly<Record<string, string>>;
  readonly keyOf: (entry: Entry) => string;
}

const byProcess: Sorting = {
  id: 'process',
  title: 'ALM process',
  names: ALM_PROCESSES,
  keyOf: ({ almProcess }) => almProcess,
};
const byTechnique: Sorting = {
  id: 'technique',
  title: 'technique',
  names: TECHNIQUES,
  keyOf: ({ technique }) => technique,
};
const byGrade: Sorting = {
  id: 'grade',
  title: 'evidence grade',
  names: EVIDENCE_GRADES,
  keyOf: ({ evidenceGrade }) => evidenceGrade,
};
const byPhase: Sorting = {
  id: 'phase',
  title: 'phase of the Glass Box ladder',
  names: PHASES,
  keyOf: ({ phase }) => phase,
};

/** A phone shows this many columns beside the names without scrolling: years, and all before. */
const YEARS_SHOWN = 5;

const yearOf = ({ date }: Entry): number => Number(date.slice(0, 4));

/** The five years up to the newest source, and one column before them for all that is older. */
function yearColumns(entries: readonly Entry[]): Pick<Columns, 'columns' | 'columnOf'> {
  const first = Math.max(...entries.map(yearOf)) - YEARS_SHOWN + 1;
  const earlier = `to ${first - 1}`;
  const years = Array.from({ length: YEARS_SHOWN }, (_, at) => String(first + at));
  return {
    columns: [earlier, ...years],
    columnOf: (entry) => (yearOf(entry) < first ? earlier : String(yearOf(entry))),
  };
}

/** Entries by year of the source and a sorting, as a heat map: where the field is moving. */
function trend(entries: readonly Entry[], sorting: Sorting): Picture {
  return crossing(entries, sorting, {
    id: `trend-${sorting.id}`,
    title: `Entries by ${sorting.title} and year of the source`,
    ...yearColumns(entries),
  });
}

interface Columns {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly columnOf: (entry: Entry) => string;
}

function crossing(
  entries: readonly Entry[],
  { names, keyOf }: Sorting,
  { id, title, columns, columnOf }: Columns,
): Picture {
  const rows = Object.entries(names);
  const values = rows.map(([key]) =>
    columns.map(
      (column) =>
        entries.filter((entry) => keyOf(entry) === key && columnOf(entry) === column).length,
    ),
  );
  const kept = rows.map(([, name]) => name);
  return { kind: 'heat-map', id, title, unit: 'entries', rows: kept, columns, values };
}

/** Trend by process, technique and evidence grade, and how good the evidence of a process is. */
export function trackerPictures(entries: readonly Entry[]): Picture[] {
  return [
    trend(entries, byProcess),
    trend(entries, byTechnique),
    trend(entries, byGrade),
    crossing(entries, byProcess, {
      id: 'process-by-grade',
      title: 'How good the evidence is, from A measured to E opinion and R rule, by ALM process',
      columns: Object.keys(EVIDENCE_GRADES),
      columnOf: ({ evidenceGrade }) => evidenceGrade,
    }),
  ];
}

/** Counts by process, technique, phase and evidence grade, largest first as the lists stand. */
export function trackerCounts(entries: readonly Entry[]): Table[] {
  return [byProcess, byTechnique, byPhase, byGrade].map(({ id, title, names, keyOf }) => ({
    id: `entries-by-${id}`,
    title: `Entries by ${title}`,
    columns: [
      { id, title: title === 'ALM process' ? title : capital(title), unit: '' },
      { id: 'entries', title: 'Entries', unit: 'entries' },
      { id: 'measured', title: 'With a measured result', unit: 'entries' },
    ],
    rows: Object.entries(names).map(([key, name]) => {
      const own = entries.filter((entry) => keyOf(entry) === key);
      const measured = own.filter(({ measuredResult }) => measuredResult !== undefined);
      return [name, own.length, measured.length];
    }),
    notes: [],
  }));
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
