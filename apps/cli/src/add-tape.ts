import { type Command, InvalidArgumentError } from 'commander';
import { withAnswerOptions } from './answer-output.js';
import type { TapeLoadOptions } from './command/tape-load.js';
import type { TapeMapOptions } from './command/tape-map.js';
import type { TapeProfileOptions } from './command/tape-profile.js';

export interface TapeActions {
  readonly profile: (file: string, options: TapeProfileOptions) => Promise<void>;
  readonly map: (file: string, options: TapeMapOptions) => Promise<void>;
  readonly load: (files: readonly string[], options: TapeLoadOptions) => Promise<void>;
}

/** Adds `almfes tape profile`, `almfes tape map` and `almfes tape load`. */
export function addTape(program: Command, act: TapeActions): void {
  const tape = program
    .command('tape')
    .description("a bank's own files of contracts: what they hold, their mapping, their Study");
  const profile = tape
    .command('profile')
    .description('what each column of a file holds')
    .argument('<file>', 'CSV, Parquet, XLSX or JSON Lines');
  withAnswerOptions(withReading(profile)).addHelpText('after', PROFILE_HELP).action(act.profile);
  const map = tape
    .command('map')
    .description('propose a mapping, with confidence, evidence and open questions')
    .argument('<file>', 'CSV, Parquet, XLSX or JSON Lines')
    .option('--kind <kind>', 'what all rows are: loans, securities, deposits, …')
    .option('--out <file>', 'write the proposal there instead of printing it');
  withReading(map)
    .option('--json', 'print one JSON object')
    .addHelpText('after', MAP_HELP)
    .action(act.map);
  addLoad(tape, act.load);
}

function addLoad(tape: Command, act: TapeActions['load']): void {
  const load = tape
    .command('load')
    .description('one validated Study of one or more files')
    .argument('<files...>', 'CSV, Parquet, XLSX or JSON Lines')
    .requiredOption('--mapping <file...>', 'the mapping of all files, or one a file in their order')
    .requiredOption('--frame <file>', 'a Study without its book, as JSON')
    .requiredOption('--out <file>', 'the Study, as JSON')
    .option('--ledger <file>', 'totals that the files must add up to')
    .option('--quarantine <file>', 'bad rows with their reasons, as CSV; beside --out if not told')
    .option('--max-bad <share>', 'largest share of bad rows and balances, as 1%', shareOf)
    .option('--cells <bp>', 'merge rows of like terms, rates rounded to so many bp', basisPoints);
  withAnswerOptions(withReading(load)).addHelpText('after', LOAD_HELP).action(act);
}

function withReading(command: Command): Command {
  return command
    .option('--format <format>', 'csv, parquet, xlsx or jsonl, when the name does not tell')
    .option('--sheet <name>', 'sheet of a workbook')
    .option('--encoding <name>', 'of text that is not UTF-8: latin-1 or windows-1252')
    .option('--delimiter <letter>', 'of CSV, when it cannot be told');
}

function shareOf(text: string): number {
  const share = /^(\d{1,3}(?:\.\d+)?)%$/.exec(text);
  const value = Number(share?.[1]) / 100;
  if (!(value <= 1)) throw new InvalidArgumentError('A share is written 1% and is at most 100%.');
  return value;
}

function basisPoints(text: string): number {
  const value = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || value > 100) {
    throw new InvalidArgumentError('Basis points from 0 (equal rates alone) to 100.');
  }
  return value;
}

const PROFILE_HELP = `
Nothing is sent anywhere. Rules: docs/method/tape.md.

Exit code: 0 done, 2 the file cannot be read.

Examples:
  almfes tape profile docs/example/tape/contracts.csv
  almfes tape profile loans.xlsx --sheet Loans --json
`;

const MAP_HELP = `
A proposal is no mapping: check each line, answer what is open, and save it. Rules:
docs/method/tape.md.

Exit code: 0 done, 2 the file cannot be read.

Examples:
  almfes tape map docs/example/tape/contracts.csv
  almfes tape map loans.parquet --kind loans --out loans.mapping.yaml
`;

const LOAD_HELP = `
Every row is loaded, quarantined with its reasons, or left out as the mapping says. Rules:
docs/method/tape.md. A Study of very many rows can be read, checked and kept; to evaluate it takes
time and memory in proportion to its rows: --cells merges them.

Exit code: 0 done, 1 refused by the quality of the data or by the ledger (the quarantine file tells
the rows; no Study is written), 2 it cannot be done.

Examples (the folder is docs/example/tape):
  almfes tape load contracts.csv --mapping mapping.yaml --frame frame.json --ledger ledger.yaml \\
    --out study.json
  almfes tape load loans.csv deposits.csv --mapping loans.yaml deposits.yaml --frame frame.json \\
    --out study.json --max-bad 0.5% --cells 5
  almfes hedge study.json
`;
