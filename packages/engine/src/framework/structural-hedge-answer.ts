import { itemAt } from '../foundation/index.js';
import {
  type AssumptionEffect,
  type HedgeMeasure,
  monthName,
  PUBLISHED_MEASURES,
  STRUCTURAL_HORIZONS,
  STRUCTURAL_MEASURES,
  STRUCTURAL_SHIFTS,
  type StructuralHedge,
  type StructuralOutcome,
  shiftName,
} from '../hedge/index.js';
import type { Answer } from './answer.js';
import type { ComputedOrigin, Picture, Table } from './case-result.js';
import { columns, scenarioName, table } from './table.js';
import { originsOf, type RowCell, type Told, tell } from './told.js';

/**
 * A structural hedge told: published beside ours, the day, its value, the income to come and what
 * each assumption moves (STRUCT-7 to STRUCT-13). Every number has its origin; no sentence is made,
 * for the page of the case has the words.
 */
export function structuralHedgeAnswer(hedge: StructuralHedge, outcome: StructuralOutcome): Answer {
  const found = reader(outcome);
  return {
    title: `Structural hedge at the end of ${monthName(hedge.month)}`,
    findings: [],
    tables: [
      ...publishedTables(hedge, found),
      dayTable(found),
      valueTable(hedge, found),
      incomeTable(hedge, found),
      assumptionTable(hedge, outcome, found),
    ],
    pictures: [...contributionPictures(hedge, found), incomePicture(hedge, found)],
    sources: [...hedge.sources, 'Method: docs/method/structural-hedge.md, STRUCT-1 to STRUCT-13'],
  };
}

interface Reader {
  readonly measure: (id: string, scenario?: string) => HedgeMeasure;
  /** Its value, least and most, each told with its origin. */
  readonly range: (id: string, scenario?: string) => readonly [Told<number>, RowCell, RowCell];
}

function reader({ measures }: StructuralOutcome): Reader {
  const measure = (id: string, scenario = ''): HedgeMeasure => {
    const found = measures.find((each) => each.id === id && each.scenario === scenario);
    if (found === undefined) throw new RangeError(`no ${id} at '${scenario}'`);
    return found;
  };
  return {
    measure,
    range: (id, scenario) => {
      const { value, low, high } = measure(id, scenario);
      const origin = structuralOrigin(id);
      return [{ value, origin }, ...lowHigh(origin, low, high)];
    },
  };
}

function lowHigh(origin: ComputedOrigin, low: number, high: number): [RowCell, RowCell] {
  return [
    { value: low, origin },
    { value: high, origin },
  ];
}

/** A measure of the hedge under the assumptions as they are, or after one was moved. */
function structuralOrigin(id: string, applied: readonly string[] = []): ComputedOrigin {
  const definition = STRUCTURAL_MEASURES.find((each) => each.id === id);
  if (definition === undefined) throw new RangeError(`no measure ${id}`);
  return { title: definition.title, rule: definition.rule, measures: [id], applied };
}

const IN_TABLES: Readonly<Record<string, string>> = { '%': '% a year' };

/** A table a measure that the bank published, with what is missed. */
function publishedTables(hedge: StructuralHedge, found: Reader): Table[] {
  return PUBLISHED_MEASURES.flatMap((id) => {
    const published = hedge.published.filter(({ measure }) => measure === id);
    const [first] = published;
    if (first === undefined) return [];
    const { unit } = found.measure(id, first.period);
    const shown = IN_TABLES[unit] ?? unit;
    const { title } = structuralOrigin(id);
    return [
      table(
        `published-${id.replace('structural.', '')}`,
        `${title}: published beside the ladder`,
        columns(
          'period | Period |',
          `published | Published | ${shown}`,
          `ours | Ours | ${shown}`,
          `low | Low | ${shown}`,
          `high | High | ${shown}`,
          `difference | Ours less published | ${shown}`,
          'share | Of published | %',
        ),
        published.map(({ period, figure, value }) => {
          const [ours, low, high] = found.range(id, period);
          const origin = structuralOrigin(id);
          const miss = ours.value - value;
          return [
            period === '' ? monthName(hedge.month) : period,
            { value, origin: { figure: `${hedge.slug}/${figure}` } },
            ...[ours, low, high],
            ...tell(origin, [miss, (100 * miss) / value]),
          ];
        }),
        [RANGE_NOTE],
      ),
    ];
  });
}

const RANGE_NOTE = 'Low and high: over each assumption alone at each end (STRUCT-11).';

const OF_THE_DAY = [
  ...(['notional', 'averageLife', 'bookYield', 'marketRate', 'income'] as const),
  ...(['incomeAtMarket', 'gap'] as const),
];

function dayTable(found: Reader): Table {
  const rows = OF_THE_DAY.map((name): RowCell[] => {
    const id = `structural.${name}`;
    const { unit } = found.measure(id);
    return [structuralOrigin(id).title, ...found.range(id), IN_TABLES[unit] ?? unit];
  });
  const heads = columns('measure | Measure |', 'value | Value |', 'low | Low |', 'high | High |');
  return table('day', 'The hedge on the day', [...heads, ...columns('unit | Unit |')], rows, [
    RANGE_NOTE,
  ]);
}

function valueTable({ currency }: StructuralHedge, found: Reader): Table {
  const unit = `${currency} million`;
  return table(
    'value',
    'What the hedge is worth, and when rates move',
    columns(
      'rates | Rates |',
      ...['value | Value', 'low | Low', 'high | High'].map((head) => `${head} | ${unit}`),
      ...['change | Change', 'changeLow | Low', 'changeHigh | High'].map(
        (head) => `${head} | ${unit}`,
      ),
    ),
    STRUCTURAL_SHIFTS.map((shiftBp) => {
      const scenario = shiftName(shiftBp);
      const none: readonly RowCell[] = [null, null, null];
      return [
        scenarioName(scenario),
        ...found.range('structural.value', scenario),
        ...(shiftBp === 0 ? none : found.range('structural.valueChange', scenario)),
      ];
    }),
    ['Every value is a revaluation on the moved curve (STRUCT-8).', RANGE_NOTE],
  );
}

function incomeTable({ currency }: StructuralHedge, found: Reader): Table {
  const unit = `${currency} million`;
  const rows = STRUCTURAL_HORIZONS.flatMap((months) =>
    STRUCTURAL_SHIFTS.map((shiftBp): RowCell[] => {
      const scenario = shiftName(shiftBp);
      const range = (name: string) => found.range(`structural.${name}.${months}m`, scenario);
      const isBase = shiftBp === 0;
      return [
        `${months} months`,
        scenarioName(scenario),
        ...range('hedged'),
        range('unhedged')[0],
        isBase ? null : range('hedgedChange')[0],
        isBase ? null : range('unhedgedChange')[0],
        ...(isBase ? [null, null, null] : range('heldBack')),
      ];
    }),
  );
  return table(
    'income',
    'Income to come, with the hedge and without',
    columns(
      'months | Over |',
      'rates | Rates |',
      ...['hedged | With', 'low | Low', 'high | High', 'unhedged | Without'].map(
        (head) => `${head} | ${unit}`,
      ),
      ...['hedgedChange | Change with', 'unhedgedChange | Change without'].map(
        (head) => `${head} | ${unit}`,
      ),
      ...['heldBack | Held back', 'heldLow | Low', 'heldHigh | High'].map(
        (head) => `${head} | ${unit}`,
      ),
    ),
    rows,
    [
      'Held back: change with the hedge less change without. Positive: what it saves in a fall; ' +
        'negative: what it costs in a rise (STRUCT-10).',
      'No floor: the short rate may fall below zero.',
      RANGE_NOTE,
    ],
  );
}

const MOVED = ['structural.value', 'structural.income', 'structural.marketRate'] as const;
const SCENARIO_OF: Readonly<Record<string, string>> = { 'structural.value': '0' };

/** What each assumption alone makes of the value, the income and the market rate. */
function assumptionTable(
  hedge: StructuralHedge,
  { effects }: StructuralOutcome,
  found: Reader,
): Table {
  const unit = `${hedge.currency} million`;
  const central = MOVED.map((id) => found.range(id, SCENARIO_OF[id])[0]);
  return table(
    'assumptions',
    'What each assumption moves',
    columns(
      'assumption | Assumption |',
      'end | End |',
      'setting | Taken as |',
      `value | Value on the day | ${unit}`,
      `income | Income a year | ${unit}`,
      'marketRate | Market rate | % a year',
    ),
    [
      ['All', 'central', 'as stated', ...central],
      ...effects.map((effect): RowCell[] => {
        const { title, end, setting } = effect.run;
        return [title, end, setting, ...MOVED.map((id) => movedCell(effect, id))];
      }),
    ],
    Object.entries(hedge.reasons).map(([name, reason]) => `${nameOf(name, hedge)}: ${reason}`),
  );
}

function movedCell({ run, numbers }: AssumptionEffect, id: string): Told<number> {
  const scenario = SCENARIO_OF[id] ?? '';
  const number = numbers.find((each) => each.id === id && each.scenario === scenario);
  if (number === undefined) throw new RangeError(`no ${id}`);
  const applied = [`${run.title}: ${run.setting}`];
  return { value: number.value, origin: structuralOrigin(id, applied) };
}

/** 'length combined' is the length of the programme of that id. */
function nameOf(name: string, { programmes }: StructuralHedge): string {
  const [kind = '', ...rest] = name.split(' ');
  const title = programmes.find(({ id }) => id === rest.join(' '))?.title ?? '';
  const words: Readonly<Record<string, string>> = {
    length: `Length, ${title}`,
    stopped: `Not renewed since, ${title}`,
    growth: 'New notional',
    spread: 'Spread to the curve',
    shortRate: 'Short rate',
  };
  return words[kind] ?? name;
}

/** Published and ours as lines; none where there are not two periods. */
function contributionPictures(hedge: StructuralHedge, found: Reader): Picture[] {
  const id = 'structural.contribution';
  const published = hedge.published.filter(({ measure }) => measure === id);
  if (published.length < 2) return [];
  const ranges = published.map(({ period }) => found.range(id, period));
  const ours = published.map(({ period }) => found.measure(id, period));
  const rows = published.map(({ figure, value }, at): RowCell[] => [
    { value, origin: { figure: `${hedge.slug}/${figure}` } },
    ...itemAt(ranges, at),
  ]);
  return [
    {
      kind: 'lines',
      id: 'contribution',
      title: 'Contribution of the hedge: published, and of the ladder',
      unit: `${hedge.currency} million`,
      points: published.map(({ period }) => period),
      series: [
        { name: 'Published', values: published.map(({ value }) => value) },
        { name: 'Ours', values: ours.map(({ value }) => value) },
        { name: 'Low', values: ours.map(({ low }) => low) },
        { name: 'High', values: ours.map(({ high }) => high) },
      ],
      ...originsOf(rows),
    },
  ];
}

function incomePicture({ currency }: StructuralHedge, found: Reader): Picture {
  const months = itemAt(STRUCTURAL_HORIZONS, STRUCTURAL_HORIZONS.length - 1);
  const scenarios = STRUCTURAL_SHIFTS.map(shiftName);
  const ids = [`structural.hedged.${months}m`, `structural.unhedged.${months}m`];
  const values = (id: string) => scenarios.map((scenario) => found.measure(id, scenario).value);
  const rows = scenarios.map((scenario) => ids.map((id) => found.range(id, scenario)[0]));
  return {
    kind: 'bars',
    id: 'income',
    title: `Income over the next ${months} months`,
    unit: `${currency} million`,
    categories: scenarios.map(scenarioName),
    series: ids.map((id, at) => ({
      name: at === 0 ? 'With the hedge' : 'Without',
      values: values(id),
    })),
    ...originsOf(rows),
  };
}
