import { type Command, InvalidArgumentError, Option } from 'commander';
import type { SimulateOptions } from './command/simulate.js';

/** Adds `almfes simulate STUDY`: percentiles of EVE and income over paths of rates. */
export function addSimulate(
  program: Command,
  act: (study: string, options: SimulateOptions) => Promise<void>,
): void {
  program
    .command('simulate')
    .description('EVE and income on many futures of rates: percentiles, at risk, option cost')
    .argument('<study>', 'a case of the library, a case folder, or a JSON file with a Study')
    .option('--paths <number>', 'how many futures; a multiple of 32', wholeNumber, 512)
    .option('--seed <number>', 'names the futures: the same seed, the same numbers', wholeNumber, 1)
    .addOption(
      choice('--sampling <how>', 'how they are drawn', ['sobol', 'pseudo-random']).default('sobol'),
    )
    .option('--no-antithetic', 'do not mirror every path')
    .addOption(choice('--model <model>', 'of rates; else one-factor', ['one-factor', 'two-factor']))
    .option('--reversion <number>', 'mean reversion a year, of the first factor', decimal)
    .option('--volatility <number>', '0.01 is 100 bp a root year, of the first factor', decimal)
    .option('--second-reversion <number>', 'of the second factor', decimal)
    .option('--second-volatility <number>', 'of the second factor', decimal)
    .option('--correlation <number>', 'of the two factors, -1 to 1', decimal)
    .option('--parameters <file>', 'a JSON file with the model and the sources of its parameters')
    .option('--json', 'print JSON with all digits and every position')
    .addHelpText('after', HELP)
    .action(act);
}

function choice(flags: string, description: string, words: readonly [string, string]): Option {
  return new Option(flags, description).choices(words);
}

function wholeNumber(text: string): number {
  if (!/^\d{1,10}$/.test(text)) throw new InvalidArgumentError('A whole number is needed.');
  return Number(text);
}

function decimal(text: string): number {
  if (!/^-?(\d+\.?\d*|\.\d+)(e-?\d+)?$/i.test(text)) {
    throw new InvalidArgumentError('A number is needed, such as 0.01.');
  }
  return Number(text);
}

const HELP = `
Rates follow Hull and White (one factor) or G2++ (two) around the Study's curve; the rules are
PATH-1 to PATH-14 of docs/method/stochastic.md. Parameters that are not given are judgement, and the
output says so. At risk is the base less the first percentile.

Exit code: 0 when the Study was simulated, 2 when it could not be.

Examples:
  almfes simulate svb-2022
  almfes simulate svb-2022 --volatility 0.012 --reversion 0.05 --seed 7
  almfes simulate svb-2022 --parameters docs/example/simulation/two-factor.json
  almfes simulate ./my-case --model two-factor --paths 2048 --json
`;
