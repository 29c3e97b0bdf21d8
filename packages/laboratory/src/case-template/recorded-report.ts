import type { Figure } from '@almfes/engine';
import {
  BEFORE_PREFIX,
  CALL_REPORT_UNITS,
  type CallReport,
  FIELDS,
  type FieldName,
  filingDate,
  REPORT_PREFIX,
} from '@almfes/intake';

/** A Call Report that remembers what was asked of it and is reported. */
export interface RecordedReport {
  readonly report: CallReport;
  readonly read: ReadonlyMap<FieldName, number>;
}

export function recordedReport(report: CallReport): RecordedReport {
  const read = new Map<FieldName, number>();
  const amount = (name: FieldName): number | undefined => {
    const value = report.amount(name);
    if (value !== undefined) read.set(name, value);
    return value;
  };
  return { report: { ...report, amount }, read };
}

const ADDRESS = 'https://cdr.ffiec.gov/public/PWS/DownloadBulkData.aspx';
const WORDS = { [REPORT_PREFIX]: 'Call Report', [BEFORE_PREFIX]: 'earlier Call Report' } as const;

/** Every amount that was read, as a figure `cr.<field>` with its passport (rule FORM-20). */
export function recordedFigures(
  { report, read }: RecordedReport,
  prefix: typeof REPORT_PREFIX | typeof BEFORE_PREFIX,
): Record<string, Figure> {
  const { institution, quarterEnd } = report;
  const knownFrom = filingDate(quarterEnd, institution.form);
  const names = [...read.keys()].toSorted();
  return Object.fromEntries(
    names.map((name): [string, Figure] => {
      const { definition, schedule, unit } = FIELDS[name];
      return [
        `${prefix}${name}`,
        {
          label: definition,
          value: read.get(name) ?? 0,
          unit: CALL_REPORT_UNITS[unit],
          asOf: quarterEnd,
          knownFrom,
          document: `FFIEC ${WORDS[prefix]}, form ${institution.form}, ${quarterEnd}`,
          locator: `${report.codeOf(name)}, schedule ${schedule}, IDRSSD ${institution.idrssd}`,
          ...{ url: ADDRESS, confidence: 'seen', role: 'input' },
        },
      ];
    }),
  );
}

/** A share made of many reports, in per cent, with the passport of what it is made of. */
export function derivedFigure(
  terms: Pick<Figure, 'label' | 'asOf' | 'knownFrom' | 'document' | 'locator'> & {
    readonly percent: number;
  },
): Figure {
  const { percent, ...rest } = terms;
  return {
    ...{ ...rest, value: Math.round(1e6 * percent) / 1e6, unit: 'percent' },
    ...{ url: ADDRESS, confidence: 'derived', role: 'input' },
  };
}
