/**
 * The schedules that are read, by their names on the form, with their names in the file names of
 * the FFIEC CDR bulk zip in order of preference: the files of the first that is there are read.
 * RC-E part I is written twice, as RCE and as RCEI.
 */
export const SCHEDULES = [
  { name: 'RC', labels: ['RC'] },
  { name: 'RC-A', labels: ['RCA'] },
  { name: 'RC-B', labels: ['RCB'] },
  { name: 'RC-C I', labels: ['RCCI'] },
  { name: 'RC-E', labels: ['RCE', 'RCEI'] },
  { name: 'RC-E II', labels: ['RCEII'] },
  { name: 'RC-F', labels: ['RCF'] },
  { name: 'RC-G', labels: ['RCG'] },
  { name: 'RC-K', labels: ['RCK'] },
  { name: 'RC-L', labels: ['RCL'] },
  { name: 'RC-M', labels: ['RCM'] },
  { name: 'RC-N', labels: ['RCN'] },
  { name: 'RC-O', labels: ['RCO'] },
  { name: 'RC-R I', labels: ['RCRI'] },
  { name: 'RI', labels: ['RI'] },
  { name: 'RI-A', labels: ['RIA'] },
  { name: 'RI-B II', labels: ['RIBII'] },
] as const;

export type Schedule = (typeof SCHEDULES)[number]['name'];

/**
 * The unit of a column: an amount is USD million (the files hold USD thousand), a ratio is a
 * decimal (the files hold per cent with a % sign), a count is a number of things, an election is
 * the digit that was filed.
 */
export type FieldUnit = 'amount' | 'ratio' | 'count' | 'election';

/** One field of the dictionary. */
export interface CallReportField {
  readonly schedule: Schedule;
  /** MDRM codes (series and item) in order of preference: the first that is filed is read. */
  readonly codes: readonly string[];
  readonly unit: FieldUnit;
  readonly definition: string;
}

type FieldMaker = (codes: readonly string[], definition: string) => CallReportField;

/** Makes amounts of one schedule. */
export function amountsOf(schedule: Schedule): FieldMaker {
  return (codes, definition) => ({ schedule, codes, unit: 'amount', definition });
}

/** Makes ratios of one schedule. */
export function ratiosOf(schedule: Schedule): FieldMaker {
  return (codes, definition) => ({ schedule, codes, unit: 'ratio', definition });
}

/** Makes counts of one schedule. */
export function countsOf(schedule: Schedule): FieldMaker {
  return (codes, definition) => ({ schedule, codes, unit: 'count', definition });
}

/** Makes elections of one schedule. */
export function electionsOf(schedule: Schedule): FieldMaker {
  return (codes, definition) => ({ schedule, codes, unit: 'election', definition });
}

/** Filers of FFIEC 031 report the consolidated bank (RCFD); 041 and 051 have one series (RCON). */
export function consolidated(item: string): readonly string[] {
  return [`RCFD${item}`, `RCON${item}`];
}

/** Domestic offices, in all three forms. */
export function domestic(item: string): readonly string[] {
  return [`RCON${item}`];
}

/** Foreign offices, FFIEC 031 only. */
export function foreign(item: string): readonly string[] {
  return [`RCFN${item}`];
}

/** Income and expense since 1 January. */
export function income(item: string): readonly string[] {
  return [`RIAD${item}`];
}

/** Regulatory capital, standardised approach: RCFA (FFIEC 031) else RCOA (041, 051). */
export function capital(item: string): readonly string[] {
  return [`RCFA${item}`, `RCOA${item}`];
}

/** The same for an item that banks of the advanced approaches file in column B alone (RCFW). */
export function capitalOrAdvanced(item: string): readonly string[] {
  return [`RCFA${item}`, `RCOA${item}`, `RCFW${item}`];
}
