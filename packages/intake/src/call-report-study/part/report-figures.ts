import type { Figure } from '@almfes/engine';
import { FIELDS, type FieldUnit } from '../../call-report/index.js';
import { filingDate } from '../filing-date.js';
import type { ReportReader } from '../report-reader.js';

const UNITS: Readonly<Record<FieldUnit, string>> = {
  amount: 'USD million',
  ratio: 'ratio',
  count: 'count',
  election: 'as filed',
};
const URL = 'https://cdr.ffiec.gov/public/PWS/DownloadBulkData.aspx';

/** Every amount that was read, with its passport, by id `call-report.<field>` (rule CALL-20). */
export function reportFigures({ report, read }: ReportReader): Record<string, Figure> {
  const knownFrom = filingDate(report.quarterEnd, report.institution.form);
  const figures: Record<string, Figure> = {};
  for (const [name, value] of read) {
    const { definition, schedule, unit } = FIELDS[name];
    figures[`call-report.${name}`] = {
      ...{ label: definition, value, unit: UNITS[unit], asOf: report.quarterEnd, knownFrom },
      document: report.fileName,
      locator: `${report.codeOf(name)}, schedule ${schedule}, IDRSSD ${report.institution.idrssd}`,
      ...{ url: URL, confidence: 'seen', role: 'input' },
    };
  }
  return figures;
}
