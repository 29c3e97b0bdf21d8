import type { Command } from 'commander';
import { withAnswerOptions } from './answer-output.js';
import type { LeagueOptions } from './command/league.js';
import { wholeNumber } from './whole-number.js';

/** Adds `almfes league`: what standard disciplines cost and keep, bank by bank. */
export function addLeague(program: Command, act: (options: LeagueOptions) => Promise<void>): void {
  const command = program
    .command('league')
    .description('capital kept per dollar of income given up: named banks, cases, or every bank')
    .option('--cycle <id>', 'one rate cycle: up-2018-19, down-2019-20 or up-2022-23')
    .option('--bank <name>', 'one bank, by name, a part of it, or IDRSSD')
    .option('--call-report <zip>', 'every bank of an FFIEC bulk file in place of the named banks')
    .option('--assets-from <million>', 'with --call-report: banks of so many assets', wholeNumber)
    .option('--csv <file>', 'also write every row, six digits a number')
    .option('--threads <number>', 'threads at work for --call-report', wholeNumber, 2);
  withAnswerOptions(command).addHelpText('after', HELP).action(act);
}

const HELP = `
Two disciplines, the same at every bank: five-year swaps that halve the loss of the securities, and
fixed securities over five years held in cash. Capital kept is economic CET1 in the worst of four
parallel scenarios, cost is income given up over 24 months at forwards with bid-offer and margin.
Rules, ranges and what does not compare: docs/method/capital-efficiency.md. Cases stand apart, each
over the ends of its own assumptions (under a minute more).

Exit code: 0 done, 2 a file cannot be read, no bank or more than one bears the name, or two options
do not go together.

Examples:
  almfes league --cycle up-2022-23
  almfes league --bank "frost bank"
  almfes league --call-report Q4-2021.zip --assets-from 10000 --csv league.csv
`;
