import { type Command, InvalidArgumentError } from 'commander';
import { withAnswerOptions } from './answer-output.js';
import type { BacktestOptions } from './command/backtest.js';

/** Adds `almfes backtest BANK`: recommendations replayed on what was public. */
export function addBacktest(
  program: Command,
  act: (bank: string, options: BacktestOptions) => Promise<void>,
): void {
  const command = program
    .command('backtest')
    .description('replay a bank quarter by quarter, follow the recommendations and score them')
    .argument('<bank>', 'one of the 53 named banks: its name, a part of it, or its IDRSSD')
    .option(
      '--deposit-life <years>',
      'average life of deposits without maturity, a judgement the result rests on',
      years,
      4,
    );
  withAnswerOptions(command).addHelpText('after', HELP).action(act);
}

function years(text: string): number {
  const value = Number(text);
  if (!/^\d{1,2}(\.\d+)?$/.test(text) || value < 0.25 || value > 30) {
    throw new InvalidArgumentError('Years from 0.25 to 30 are needed, such as 4 or 1.5.');
  }
  return value;
}

const HELP = `
Every decision sees only what was public on its day: the Call Report of the quarter, 35 days after
it ended, and the curve of that day. Four strategies are scored: what the bank did, the
recommendations, new money in cash, and hedging all duration. The rules are BACKTEST-1 to
BACKTEST-9 of docs/method/back-test.md.

Exit code: 0 when the bank was replayed, 2 when it could not be.

Examples:
  almfes backtest silicon-valley-bank
  almfes backtest "frost bank"
  almfes backtest silicon-valley-bank --deposit-life 2 --html back-test.html
`;
