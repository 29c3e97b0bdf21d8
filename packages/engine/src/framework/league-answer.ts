import type { Answer } from './answer.js';
import { type CaseLeagueRow, caseLeagueTables, noRatio } from './case-league-tables.js';
import type { Table } from './case-result.js';
import { inLeagueOrder, isMeasured, keptOverAssets, type LeagueRow } from './league-row.js';
import { PROGRAMME_TITLES, PROGRAMMES, type Programme } from './standard-programme.js';
import { columns, table } from './table.js';

export interface LeagueQuestionTold {
  readonly title: string;
  /** Titles of cycles by id, in the order they are told; '' for a quarter that is none. */
  readonly cycles: readonly { readonly id: string; readonly title: string }[];
  readonly rows: readonly LeagueRow[];
  readonly cases: readonly CaseLeagueRow[];
}

/** The league as tables, one a cycle and programme, those not measured last (EFF-12). */
export function leagueAnswer({ title, cycles, rows, cases }: LeagueQuestionTold): Answer {
  const tables = cycles.flatMap((cycle) =>
    PROGRAMMES.flatMap((programme) => {
      const own = rows.filter((row) => row.cycle === cycle.id && row.programme === programme);
      return own.some(isMeasured) ? [leagueTable(cycle.title, programme, own)] : [];
    }),
  );
  return {
    title,
    findings: findingsOf(rows),
    tables: [...tables, ...caseLeagueTables(cases), ...notMeasuredTable(rows)],
    pictures: [],
    sources: [
      'docs/method/capital-efficiency.md; docs/validation/league.md',
      'Call Reports of the FFIEC; curves: library/data/quarter-end-market',
    ],
  };
}

function findingsOf(rows: readonly LeagueRow[]): string[] {
  const measured = rows.filter(isMeasured);
  const ranged = measured.filter(({ measured: { range } }) => range.ratio !== null);
  return [
    `${measured.length} of ${rows.length} measured, ` +
      `${ranged.length} with a ratio at every end of their assumptions.`,
    'Not comparable: banks of different cycles, one programme with the other, cases with banks, ' +
      'and banks of this file with those of another. One five-year swap has the same ratio at ' +
      'every bank of a date: for swaps only size and cost set banks apart.',
    'Securities income of the named banks leaves out states, municipals and other securities: ' +
      'where it gives a yield under the curve, the yield is raised to it (EFF-13): an estimate.',
  ].slice(0, rows.some(({ cycle }) => cycle !== '') ? 3 : 2);
}

const NUMBERS = columns(
  'rank | Rank |',
  'bank | Bank |',
  'keptShare | Kept | % of assets',
  'kept | Kept | USD million',
  'cost | Cost | USD million',
  'ratio | Ratio |',
  'ratioLow | Low |',
  'ratioHigh | High |',
  'realisedKept | Kept as it came | USD million',
  'realisedCost | Cost as it came | USD million',
);

function leagueTable(cycle: string, programme: Programme, rows: readonly LeagueRow[]): Table {
  return table(
    `league-${rows[0]?.cycle || 'quarter'}-${programme}`,
    `${cycle}: ${PROGRAMME_TITLES[programme]}`,
    NUMBERS,
    inLeagueOrder(rows).map(({ bank, measured }, index) => {
      const { central, range, realised } = measured;
      return [
        index + 1,
        bank,
        100 * keptOverAssets(measured),
        central.capitalKept,
        central.cost,
        central.ratio ?? noRatio(central),
        range.ratio?.[0] ?? null,
        range.ratio?.[1] ?? null,
        realised?.capitalKept ?? null,
        realised?.cost ?? null,
      ];
    }),
    [
      'Before tax, 24 months, at the forwards of the quarter end; as it came: outcome, known to ' +
        'nobody on the day. A negative cost is a gain.',
    ],
  );
}

function notMeasuredTable(rows: readonly LeagueRow[]): Table[] {
  const without = rows.filter((row) => !isMeasured(row));
  if (without.length === 0) return [];
  return [
    table(
      'league-not-measured',
      'Not measured',
      columns('bank | Bank |', 'date | Date |', 'programme | Programme |', 'reason | Reason |'),
      without.map(({ bank, quarterEnd, programme, issues }) => [
        bank,
        quarterEnd,
        programme,
        issues[0]?.message ?? '',
      ]),
    ),
  ];
}
