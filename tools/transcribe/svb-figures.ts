/** Carries the public figures of the three Silicon Valley Bank cases into library/case. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { maturityTables, quarterlyReports, yearEndReport } from './call-report.js';
import { type RoleRule, selectCollected } from './collected.js';
import { type CaseFile, type Figures, printCase } from './figure.js';
import { repositoryRoot } from './shared.js';
import { rules2020, rules2021, rules2022 } from './svb-rules.js';

function quarterEnds(years: readonly number[]): string[] {
  return years.flatMap((year) =>
    ['03-31', '06-30', '09-30', '12-31'].map((day) => `${year}-${day}`),
  );
}

function caseFile(
  slug: string,
  decisionDate: string,
  note: string,
  rules: readonly RoleRule[],
  reports: Figures,
): CaseFile {
  const figures = { ...selectCollected(rules), ...reports };
  return { schema: 'almfes/figures/1', case: slug, decisionDate, note, figures };
}

const bankNote =
  'Bank figures carry (bank) in the label and are dated by the day their report was due; the ' +
  'bulk files hold them as last revised by 2024-09-15, so a later amendment may be in them.';

const nothing = /^$/;

const cases: readonly CaseFile[] = [
  caseFile(
    'svb-2020',
    '2022-03-01',
    'A check of the svb-2021 parameters on the balance sheet of 2020-12-31, not a decision: ' +
      'its figures are held from the comparative columns of the FY2021 10-K, known from ' +
      '2022-03-01, and from the Call Reports of 2020. ' +
      bankNote,
    rules2020,
    {
      ...quarterlyReports(quarterEnds([2020]).slice(0, 3), maturityTables),
      ...quarterlyReports(['2020-12-31'], nothing),
    },
  ),
  caseFile(
    'svb-2021',
    '2022-03-01',
    "Inputs and targets stand in the FY2021 10-K or in the bank's Call Reports filed by then. " +
      'The 2021 columns of the FY2022 10-K are evidence only. The 2021 durations and uninsured ' +
      'deposits were transcribed from the FY2022 10-K; the collected notes cite the FY2021 page ' +
      'for the same table, and each locator says so. ' +
      bankNote,
    rules2021,
    {
      ...yearEndReport('2021-12-31'),
      ...quarterlyReports(quarterEnds([2020, 2021]), maturityTables),
    },
  ),
  caseFile(
    'svb-2022',
    '2023-02-24',
    "Inputs and targets stand in the FY2022 10-K, the FY2021 10-K or the bank's Call Reports " +
      'filed by then. The Federal Reserve review of 2023-04-28 is evidence; March 2023 is ' +
      'outcome. ' +
      bankNote,
    rules2022,
    {
      ...yearEndReport('2021-12-31'),
      ...yearEndReport('2022-12-31'),
      ...quarterlyReports(quarterEnds([2021, 2022]), maturityTables),
    },
  ),
];

for (const file of cases) {
  const folder = `${repositoryRoot}library/case/${file.case}`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/figures.json`, printCase(file));
  process.stdout.write(`${file.case}: ${Object.keys(file.figures).length} figures\n`);
}
