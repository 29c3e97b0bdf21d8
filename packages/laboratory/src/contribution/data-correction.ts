import { canonicalJson } from '@almfes/engine';
import {
  CALL_REPORT_SCHEMA,
  type CaseFiles,
  marketForm,
  parseQuarterEndMarkets,
} from '@almfes/intake';
import { type DataCell, type DataSet, dataCells, dataSetOf, withCells } from './data-set.js';
import type { FigureCorrection } from './figure-correction.js';
import { isObject } from './json-object.js';

/** A data set with the correction in it, and the cells in which the fact stands. */
export interface CorrectedData {
  readonly before: DataSet;
  readonly after: DataSet;
  readonly cells: readonly DataCell[];
}

/** What a column tells on which day: the same in two sets is one fact (rule CONTRIB-18). */
interface Told {
  readonly what: string;
  /** The column with the day. */
  readonly day: string;
}

const TENOR = /^\d+[MY]$/;

function toldBy(set: string, column: string): Told {
  const days: Readonly<Record<string, string>> = {
    'us-treasury-par': 'date',
    'us-treasury-month-end': 'date',
    'quarter-end-market': 'curveDate',
  };
  const day = days[set];
  if (day !== undefined && TENOR.test(column)) return { what: `par yield ${column}`, day };
  const named: Readonly<Record<string, Told>> = {
    'pmms.ratePercent': { what: 'mortgage survey', day: 'observed' },
    'quarter-end-market.mortgage30Y': { what: 'mortgage survey', day: 'mortgageSurvey' },
    'fed-funds-quarterly.averagePercent': { what: 'quarter of federal funds', day: 'date' },
    'quarter-end-market.fedFundsQuarterAverage': {
      ...{ what: 'quarter of federal funds', day: 'quarterEnd' },
    },
  };
  return named[`${set}.${column}`] ?? { what: `${set} ${column}`, day: '' };
}

/** Every set that holds the fact, with the correction in it; empty where no set is corrected. */
export function correctedData(
  { case: home, figure, passport }: FigureCorrection,
  sets: readonly DataSet[],
): readonly CorrectedData[] {
  const own = dataSetOf(home, sets);
  const cell = own && dataCells(own).find(({ id }) => id === figure);
  if (own === undefined || cell === undefined) return [];
  const told = toldBy(own.name, cell.column);
  const isSame = (set: DataSet, each: DataCell): boolean => {
    if (set === own && each.id === figure) return true;
    const other = toldBy(set.name, each.column);
    const isFact = other.what === told.what && told.day !== '' && each.value === cell.value;
    return isFact && each.row[other.day] === cell.row[told.day];
  };
  return sets.flatMap((before) => {
    const cells = dataCells(before).filter((each) => isSame(before, each));
    if (cells.length === 0) return [];
    return [{ before, cells, after: withCells(before, cells, Number(passport.value)) }];
  });
}

/** The files of a case and its sisters with the corrected sets in the place of the old ones. */
export function withData(files: CaseFiles, data: readonly CorrectedData[]): CaseFiles {
  const textOf = (name: string) => data.find(({ before }) => before.name === name)?.after.text;
  const quarterEnds = files.quarterEnds === undefined ? undefined : textOf('quarter-end-market');
  return {
    ...files,
    curves: textOf('us-treasury-par') ?? files.curves,
    ...(quarterEnds === undefined ? {} : { quarterEnds }),
    study: correctedStudy(files.study, data),
    sisters: files.sisters.map((each) => ({ ...each, study: correctedStudy(each.study, data) })),
  };
}

/**
 * A Study's form with what it copied from a set: the market of a Call Report case, which is that of
 * its quarter end to the last digit, and a parameter whose note names the set and the day.
 */
export function correctedStudy(study: unknown, data: readonly CorrectedData[]): unknown {
  if (!isObject(study)) return study;
  const markets = data.find(({ before }) => before.name === 'quarter-end-market');
  if (study.schema === CALL_REPORT_SCHEMA) {
    return markets === undefined ? study : withMarket(study, markets);
  }
  return data.reduce((form: unknown, each) => withNoted(form, each), study);
}

function withMarket(
  study: Readonly<Record<string, unknown>>,
  { before, after }: CorrectedData,
): unknown {
  const quarterEnd = String(study.quarterEnd);
  const [was, is] = [before, after].map(({ text }) => {
    const markets = parseQuarterEndMarkets(text);
    const found = markets.ok ? markets.value.get(quarterEnd) : undefined;
    return found === undefined ? null : JSON.parse(JSON.stringify(marketForm(found)));
  });
  const isCopy = was !== null && canonicalJson(was) === canonicalJson(study.market);
  return isCopy && canonicalJson(was) !== canonicalJson(is) ? { ...study, market: is } : study;
}

/** Digits that a rate of per cent keeps as a decimal. */
const DIGITS = 12;
const decimal = (percent: number): number => Number((percent / 100).toPrecision(DIGITS));

function withNoted(value: unknown, data: CorrectedData): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => withNoted(each, data));
  if (!isObject(value)) return value;
  const { note } = value;
  const found =
    typeof note === 'string' && note.includes(`library/data/${data.before.folder}`)
      ? data.cells.find(
          (cell) =>
            decimal(cell.value) === value.value &&
            note.includes(cell.row[toldBy(data.before.name, cell.column).day] ?? '\n'),
        )
      : undefined;
  if (found !== undefined) {
    const after = dataCells(data.after).find(({ id }) => id === found.id);
    return { ...value, value: decimal(after?.value ?? found.value) };
  }
  const entries = Object.entries(value).map(([key, inner]) => [key, withNoted(inner, data)]);
  return Object.fromEntries(entries);
}
