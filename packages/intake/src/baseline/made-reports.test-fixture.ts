import { type CallReports, FIELDS, type FieldName, NOT_REPORTED } from '../call-report/index.js';

/** What a made bank reports, USD million; all else is blank. */
export interface MadeBank {
  readonly name?: string;
  readonly city?: string;
  readonly amounts: Partial<Record<FieldName, number>>;
}

const NAMES = Object.keys(FIELDS) as FieldName[];

/** Call Reports of a quarter as the reader gives them, IDRSSD 1, 2, … */
export function madeReports(banks: readonly MadeBank[]): CallReports {
  const columnsOf = <T>(make: (name: FieldName) => T) =>
    Object.fromEntries(NAMES.map((name) => [name, make(name)])) as Record<FieldName, T>;
  return {
    quarterEnd: '2021-12-31',
    fileName: 'made.zip',
    institutions: banks.map(({ name = 'MADE BANK', city = 'TOWN' }, at) => ({
      ...{ idrssd: at + 1, name, city, state: 'TX', form: '041' },
    })),
    columns: columnsOf((name) =>
      Float64Array.from(banks.map(({ amounts }) => amounts[name] ?? Number.NaN)),
    ),
    codePlaces: columnsOf((name) =>
      Uint8Array.from(banks.map(({ amounts }) => (amounts[name] === undefined ? NOT_REPORTED : 0))),
    ),
    missingSchedules: [],
    refused: [],
  };
}
