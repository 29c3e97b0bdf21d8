import { type Command, InvalidArgumentError } from 'commander';
import type { EstimateOptions } from './command/estimate.js';

type Act = (file: string, options: EstimateOptions) => Promise<void>;

/** Adds `almfes estimate beta FILE.csv` and `almfes estimate decay FILE.csv`. */
export function addEstimate(program: Command, actBeta: Act, actDecay: Act): void {
  const estimate = program
    .command('estimate')
    .description('behaviour of a deposit from its history, with standard errors');
  const beta = estimate
    .command('beta')
    .description('beta up and down, lag, and whether the lags foretell better than a plain line')
    .argument('<file>', 'a CSV file: date,policyRatePercent,costPercent, one row a quarter')
    .option('--lags <quarters>', 'quarters in which a change still acts, 0 to 8', wholeTo(8), 3)
    .option('--together', 'one beta for rising and falling rates');
  withCommon(beta, 'quarters', 8).addHelpText('after', BETA_HELP).action(actBeta);
  const decay = estimate
    .command('decay')
    .description('hazard and average life, core and non-core, against a plain line')
    .argument('<file>', 'a CSV file: date,balance, at most one row a month');
  withCommon(decay, 'balances', 24).addHelpText('after', DECAY_HELP).action(actDecay);
}

function withCommon(command: Command, steps: string, farthest: number): Command {
  return command
    .option('--horizon <steps>', `${steps} ahead in the test`, wholeTo(farthest, 1), 1)
    .option('--newey-west <steps>', 'reach of the Newey-West errors, 0 to 4', wholeTo(4), 2)
    .option('--confidence <share>', 'of the intervals, 0.5 to 0.999', confidenceOf, 0.95)
    .option('--json', 'print JSON with all digits');
}

function wholeTo(most: number, least = 0): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most) {
      throw new InvalidArgumentError(`A whole number from ${least} to ${most}.`);
    }
    return value;
  };
}

function confidenceOf(text: string): number {
  const value = Number(text);
  if (!/^0?\.\d+$/.test(text) || value < 0.5 || value > 0.999) {
    throw new InvalidArgumentError('A share from 0.5 to 0.999.');
  }
  return value;
}

const BETA_HELP = `
The first line of the file is date,policyRatePercent,costPercent. Rows are consecutive quarters by
their last day; a blank cost is not known. Rates are averages of the quarter, per cent a year.
A cycle is a move of the policy rate by half a point or more; within a tenth it is flat.

Exit code: 0 when there is an estimate (what could not be told is said in the answer), 2 without.

Example:
  almfes estimate beta docs/example/behaviour/industry-cost.csv
`;

const DECAY_HELP = `
The first line of the file is date,balance. Balances stand in one unit of money, above zero; months
are counted by the calendar, gaps are allowed. Balances that grow are refused.

Exit code: 0 when there is an estimate (what could not be told is said in the answer), 2 without.

Example:
  almfes estimate decay docs/example/behaviour/schwab-balances.csv
`;
