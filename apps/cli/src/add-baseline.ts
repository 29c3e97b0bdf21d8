import { type Issue, read } from '@almfes/engine';
import { type Command, InvalidArgumentError } from 'commander';
import { withAnswerOptions } from './answer-output.js';
import type { BaselineOptions } from './command/baseline.js';
import { wholeNumber } from './whole-number.js';

/** Adds `almfes baseline`: step 0 of any US bank from the public Call Report file. */
export function addBaseline(
  program: Command,
  act: (options: BaselineOptions) => Promise<void>,
): void {
  const command = program
    .command('baseline')
    .description(
      'step 0 of any US bank from its public Call Report, with the range of each measure',
    )
    .requiredOption('--call-report <zip>', 'the FFIEC bulk file of a quarter, as downloaded')
    .option('--bank <name>', 'the name of the bank as it files, or its IDRSSD')
    .option('--all', 'every bank of the file, as a table: needs --out')
    .option('--out <file>', 'where the table of --all goes: .csv, .json or .parquet')
    .option('--threads <number>', 'threads at work for --all', wholeNumber, 2)
    .option('--peer', 'also set the bank beside the banks of its size in the same file')
    .option(
      '--decision-date <date>',
      'what was known by it may be assumed; else the filing date',
      dateOf,
    )
    .option('--study <file>', "also write the bank's Study, for every other command");
  withAnswerOptions(command).addHelpText('after', HELP).action(act);
}

function dateOf(text: string): string {
  const issues: Issue[] = [];
  const date = read.isoDate(text, '--decision-date', issues);
  if (date === undefined) throw new InvalidArgumentError('A date is needed, such as 2022-01-30.');
  return date;
}

const HELP = `
The file: https://cdr.ffiec.gov/public/PWS/DownloadBulkData.aspx, 'Call Reports -- Single Period',
the date, tab delimited; it is read as it is. It holds every bank; nothing is sent anywhere.

What a Call Report does not tell (exact coupons, prepayment, deposit behaviour, often uninsured
deposits) is an assumption with a low, a central and a high value; every measure has the range that
they span and what makes it wide. Rules: docs/method/call-report.md.

With --all: a row a bank and scenario, central assumptions, the run threshold over what uninsured
deposits may be. Banks without a baseline are listed with their reason in FILE.refused.csv.

Exit code: 0 done, 2 the file cannot be read, no bank or more than one bears the name (they are
listed), or the report gives no Study (and why).

Examples:
  almfes baseline --call-report Q4-2021.zip --bank "Silicon Valley Bank" --peer
  almfes baseline --call-report Q4-2021.zip --bank 802866 --html svb.html
  almfes baseline --call-report Q4-2021.zip --bank 802866 --study svb.json
  almfes hedge svb.json
  almfes baseline --call-report Q4-2021.zip --all --out q4-2021.parquet
`;
