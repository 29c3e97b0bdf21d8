import { INSTRUMENT_KINDS } from '@almfes/engine';
import type { Command } from 'commander';
import type { ValueOptions } from './command/value.js';

/** Adds `almfes value INSTRUMENT.json`: price and sensitivities of one instrument. */
export function addValue(
  program: Command,
  act: (file: string, options: ValueOptions) => Promise<void>,
): void {
  program
    .command('value')
    .description('price, yield, durations and sensitivities of one instrument on given curves')
    .argument('<file>', 'a JSON file with one instrument')
    .option('--curve <file>', 'a JSON file with a curve, or with a whole market')
    .option('--json', 'print JSON with all digits and the cash flows')
    .addHelpText('after', HELP)
    .action(act);
}

const KINDS_A_LINE = 3;

function kindLines(): string {
  const starts = [...INSTRUMENT_KINDS.keys()].filter((index) => index % KINDS_A_LINE === 0);
  return starts
    .map((start) => `  ${INSTRUMENT_KINDS.slice(start, start + KINDS_A_LINE).join(', ')}`)
    .join(',\n');
}

const HELP = `
"instrument" names the kind:
${kindLines()}
The other keys are its terms (docs/method/value.md). The market is a file of its own, or stands in
the instrument's file under "market". One curve discounts and forecasts; a market has
"valuationDate", "discount" and, where needed, "projection" (curves by index), "fixings" (rates by
index) and "volatility".

Exit code: 0 when the instrument has a value, 2 when it cannot be valued.

Examples:
  almfes value docs/example/instrument/fixed-rate-bond.json --curve docs/example/curve/flat.json
  almfes value docs/example/instrument/fixed-rate-bond.json \\
    --curve docs/example/curve/sofr-swaps.json --json
  almfes value docs/example/instrument/cap.json --curve docs/example/market/flat-hull-white.json
`;
