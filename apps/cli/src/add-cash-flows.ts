import type { Command } from 'commander';
import type { CashFlowOptions } from './command/cash-flows.js';

/** Adds `almfes cashflows TERMS.json`: the events of contracts from a file of terms. */
export function addCashFlows(
  program: Command,
  act: (file: string, options: CashFlowOptions) => Promise<void>,
): void {
  program
    .command('cashflows')
    .description('dated events and cash flows of contracts, from their terms')
    .argument('<file>', 'a JSON file with one contract, or with many under ids of your own')
    .option('--json', 'print JSON with all digits: one list of events, or one list for each id')
    .addHelpText('after', HELP)
    .action(act);
}

const HELP = `
The file has the form of the public ACTUS tests: an object with "terms" (ACTUS names, numbers as
numbers or text, dates as 2026-01-31 or 2026-01-31T00:00:00) and, where the contract needs them,
"to" (the horizon), "dataObserved" (rates, prices) and "eventsObserved". An object of such objects
is a set: each is run by itself, and one that cannot be run has "issues" in place of its events.
Terms and their values: docs/method/contracts.md.

Exit code: 0 when every contract ran, 1 when some of a set did not, 2 when nothing could be run.

Examples:
  almfes cashflows docs/example/contract/annuity-loan.json
  almfes cashflows docs/example/contract/floating-rate-note.json
  almfes cashflows docs/example/contract/guarantee.json
  almfes cashflows docs/example/contract/plain-vanilla-swap.json --json
  almfes cashflows docs/example/contract/two-contracts.json --json
`;
