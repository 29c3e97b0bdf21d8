import { itemAt } from '../foundation/index.js';
import type { AssumptionRanges, MeasureRange } from './assumption-range.js';
import type { BankBaseline, PeerStanding } from './bank-baseline.js';
import { BASELINE_KINDS, RUN_MEASURE } from './baseline-measures.js';
import type { Cell, Picture, Table } from './case-result.js';
import { columns, inWords, percentOf, table } from './table.js';

/** Assumptions in a picture: the widest. */
const SHOWN_DRIVERS = 8;
/** A driver is told that makes this share of the range by itself. */
const TOLD_SHARE = 0.001;

export function rangeIn(
  { ranges }: AssumptionRanges,
  id: string,
  scenario: string,
): MeasureRange | undefined {
  return ranges.find((range) => range.id === id && range.scenario === scenario);
}

/** The scenario that takes most EVE in the central Study; undefined where none is shown. */
export function worstScenario({ ranges }: AssumptionRanges): string | undefined {
  const changes = ranges.filter(({ id }) => id === 'eve.change');
  const [worst] = changes.toSorted((a, b) => a.central - b.central);
  return worst?.scenario;
}

/** The title of a scenario of the Study, its id where it has none such. */
export function scenarioTitle({ study }: AssumptionRanges, id: string): string {
  if (id === '') return 'at the date';
  return study.scenarios.find((scenario) => scenario.id === id)?.title ?? id;
}

export function balanceSheetTable({ lines }: BankBaseline): Table {
  return table(
    'baseline-balance-sheet',
    'Balance sheet: as reported and as built',
    columns(
      'line | Line |',
      'reported | Reported | USD million',
      'built | In the Study | USD million',
      'difference | Difference | USD million',
    ),
    lines.map(({ title, reported, built, difference }) => [title, reported, built, difference]),
    ['A difference is printed; what no line explains stands in a row of its own (CALL-21).'],
  );
}

/** Central values in every scenario. */
export function scenarioTable({ ranged }: BankBaseline): Table {
  const base = rangeIn(ranged, 'eve.value', '0')?.central ?? 0;
  const at = (id: string, scenario: string) => rangeIn(ranged, id, scenario)?.central ?? null;
  return table(
    'baseline-scenarios',
    'Central values in every scenario',
    columns(
      'scenario | Scenario |',
      'eve | EVE or its change | USD million',
      'eveShare | of base EVE | %',
      'nii | 12m NII or its change | USD million',
      'afs | Unrealised, AFS | USD million',
      'htm | Unrealised, HTM | USD million',
      'e0 | Economic CET1 (E0) | USD million',
      'run | Run threshold, 2 days | %',
    ),
    ranged.study.scenarios.map(({ id, title }): Cell[] => {
      const isBase = id === '0';
      const eve = at(isBase ? 'eve.value' : 'eve.change', id);
      return [
        title,
        eve,
        isBase || eve === null || base <= 0 ? null : percentOf(eve, base),
        at(isBase ? 'nii.12m' : 'nii.12m.change', id),
        ...['unrealised.afs', 'unrealised.htm', 'capital.economic.e0', RUN_MEASURE].map((measure) =>
          at(measure, id),
        ),
      ];
    }),
    [
      'Base: levels of EVE and NII; elsewhere their change. Economic CET1 takes the marks of AFS ' +
        'and HTM, before tax.',
      'Run threshold: the smallest share of uninsured deposits whose outflow within two days ' +
        'breaks liquidity, CET1 or tangible equity; 100 stands for none up to 100%.',
    ],
  );
}

/** Low, central and high of every measure in every scenario, and the widest driver. */
export function rangeTables({ ranged }: BankBaseline): Table[] {
  return BASELINE_KINDS.flatMap(({ id, title, unit }): Table[] => {
    const rows = ranged.ranges.filter((range) => range.id === id);
    if (rows.length === 0) return [];
    return [
      table(
        `baseline-range-${id.replaceAll('.', '-')}`,
        `Range: ${title}`,
        columns(
          'scenario | Scenario |',
          `low | Low | ${unit}`,
          `central | Central | ${unit}`,
          `high | High | ${unit}`,
          'driver | Widest by itself |',
          `width | its width | ${unit}`,
        ),
        rows.map((range): Cell[] => [
          scenarioTitle(ranged, range.scenario),
          ...[range.low, range.central, range.high],
          range.drivers[0]?.title ?? 'nothing moves it',
          range.drivers[0]?.width ?? null,
        ]),
        [RANGE_NOTE],
      ),
    ];
  });
}

const RANGE_NOTE =
  'Smallest and largest of: the central Study, each assumption alone at each end, all that lower ' +
  'the measure together, all that raise it together. Neither a bound nor a likelihood (CALL-82).';

/** What drives the width of the headline measures, one assumption at a time. */
export function tornadoTables({ ranged }: BankBaseline): Table[] {
  return headlines(ranged).map((range) => {
    const told = toldDrivers(range);
    const rest = range.drivers.length - told.length;
    return table(
      `baseline-drivers-${range.id.replaceAll('.', '-')}`,
      `What drives the range: ${headlineTitle(ranged, range)}`,
      columns(
        'assumption | Assumption |',
        `low | at low | ${range.unit}`,
        `high | at high | ${range.unit}`,
        `width | Width | ${range.unit}`,
      ),
      [
        ...told.map(({ title, atLow, atHigh, width }): Cell[] => [
          title,
          ...[atLow, atHigh, width],
        ]),
        [
          'All together, lowering and raising',
          range.allLowering?.value ?? null,
          range.allRaising?.value ?? null,
          range.high - range.low,
        ],
      ],
      [
        `The others stay central. Central value: ${inWords(range.central)} ${range.unit}.`,
        ...(rest === 0 ? [] : [`${rest} more move it by less than 0.1% of the range each.`]),
      ],
    );
  });
}

function toldDrivers({ drivers, low, high }: MeasureRange): MeasureRange['drivers'] {
  return drivers.filter(({ width }) => width >= TOLD_SHARE * (high - low));
}

export function tornadoPictures({ ranged }: BankBaseline): Picture[] {
  return headlines(ranged)
    .filter(({ drivers }) => drivers.length > 0)
    .map((range): Picture => {
      const shown = toldDrivers(range).slice(0, SHOWN_DRIVERS);
      const moved = (value: number | null) => (value ?? range.central) - range.central;
      return {
        kind: 'bars',
        id: `baseline-tornado-${range.id.replaceAll('.', '-')}`,
        title: `${headlineTitle(ranged, range)}: move from central, one assumption at a time`,
        unit: range.unit,
        categories: shown.map(({ title }) => title),
        series: [
          { name: 'assumption low', values: shown.map(({ atLow }) => moved(atLow)) },
          { name: 'assumption high', values: shown.map(({ atHigh }) => moved(atHigh)) },
        ],
      };
    });
}

/** Base EVE, its change where the bank loses most, NII there, economic CET1 and the threshold. */
function headlines(ranged: AssumptionRanges): MeasureRange[] {
  const worst = worstScenario(ranged) ?? '0';
  const wanted: readonly (readonly [string, string])[] = [
    ['eve.value', '0'],
    ['eve.change', worst],
    ['nii.12m', '0'],
    ['nii.12m.change', worst],
    ['capital.economic.e0', worst],
    [RUN_MEASURE, '0'],
  ];
  return wanted.flatMap(([id, scenario]) => rangeIn(ranged, id, scenario) ?? []);
}

function headlineTitle(ranged: AssumptionRanges, { title, scenario }: MeasureRange): string {
  return scenario === '0' ? title : `${title}, ${scenarioTitle(ranged, scenario)}`;
}

export function rangePicture({ ranged }: BankBaseline): Picture[] {
  const changes = ranged.ranges.filter(({ id }) => id === 'eve.change');
  if (changes.length === 0) return [];
  return [
    {
      kind: 'bars',
      id: 'baseline-eve-range',
      title: 'EVE change by scenario: low, central, high',
      unit: 'USD million',
      categories: changes.map(({ scenario }) => scenarioTitle(ranged, scenario)),
      series: [
        { name: 'low', values: changes.map(({ low }) => low) },
        { name: 'central', values: changes.map(({ central }) => central) },
        { name: 'high', values: changes.map(({ high }) => high) },
      ],
    },
  ];
}

export function assumptionTable({ assumptions }: BankBaseline): Table {
  return table(
    'baseline-assumptions',
    'What public data leave open',
    columns(
      'assumption | Assumption |',
      'unit | Unit |',
      'low | Low |',
      'central | Central |',
      'high | High |',
      'amount | Bears on | USD million',
      'source | Source |',
    ),
    assumptions.map(({ title, unit, low, central, high, amountUsdMillion, source }) => [
      ...[title, unit, low, central, high],
      ...[amountUsdMillion, source],
    ]),
  );
}

/** Ratios beside the percentiles of the size group. */
export function peerTable({ bank }: BankBaseline, peers: PeerStanding): Table {
  return table(
    'baseline-peers',
    `Beside ${peers.banks} banks of ${peers.group}, ${bank.quarterEnd}`,
    columns(
      'ratio | Ratio |',
      'unit | Unit |',
      'value | The bank |',
      'standing | Banks below | %',
      'p10 | p10 |',
      'p25 | p25 |',
      'p50 | p50 |',
      'p75 | p75 |',
      'p90 | p90 |',
      'banks | Banks |',
    ),
    peers.ratios.map(({ title, unit, value, banks, percentiles, standing }): Cell[] => [
      ...[title, unit, value, standing],
      ...[1, 2, 3, 4, 5].map((at) => (percentiles.length === 0 ? null : itemAt(percentiles, at))),
      banks,
    ]),
    [
      'Banks of the same file with loans of at least 20% and domestic deposits of at least 50% ' +
        'of assets, each counting once (CALL-86).',
    ],
  );
}
