import { FIELDS, type FieldName } from '@almfes/intake';
import { type SharedRow, sharedRows } from './shared-file.js';

const USD_THOUSAND_A_MILLION = 1000;

/** Amounts that a named bank reported on a date, USD million; 0 where it reported none. */
export interface CollectedBank {
  readonly idrssd: number;
  readonly amount: (field: FieldName) => number;
}

let columns: ReadonlyMap<string, string> | undefined;

/** The column of a collected table by MDRM code. */
function columnsByCode(): ReadonlyMap<string, string> {
  columns ??= new Map(
    sharedRows('call-reports/fields.csv').flatMap(({ key = '', mdrm_codes_in_order: text = '' }) =>
      text.split(' else ').map((code): [string, string] => [code, key]),
    ),
  );
  return columns;
}

/** The named banks on one date. */
export function collectedAmounts(date: string): readonly CollectedBank[] {
  return sharedRows('call-reports/named_banks_quarterly.csv')
    .filter((row) => row.date === date)
    .map((row) => ({
      idrssd: Number(row.idrssd),
      amount: (field) => amountIn(row, field),
    }));
}

function amountIn(row: SharedRow, field: FieldName): number {
  const { codes } = FIELDS[field];
  const column = codes.map((code) => columnsByCode().get(code)).find((key) => key !== undefined);
  return Number(row[column ?? ''] ?? '') / USD_THOUSAND_A_MILLION;
}
