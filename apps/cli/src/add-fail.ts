import type { Command } from 'commander';
import { withAnswerOptions } from './answer-output.js';
import type { FailOptions } from './command/fail.js';

/** Adds `almfes fail STUDY`: what is left when the assumptions break. */
export function addFail(
  program: Command,
  act: (study: string, options: FailOptions) => Promise<void>,
): void {
  const command = program
    .command('fail')
    .description('break the assumptions of a Study: failures, flip points, reverse stress')
    .argument('<study>', 'a case of the library, a case folder, or a JSON file with a Study')
    .option('--failures <file>', 'failures of your own in JSON, beside the four named ones')
    .option('--hedges <file>', 'hedges in JSON to cross the failures with')
    .option('--flip', 'the smallest moves that breach each limit, alone and jointly')
    .option('--limit <id>', 'flip points of one limit alone; implies --flip')
    .option(
      '--limits <file>',
      'limits of a decision policy in place of those below; implies --flip',
    )
    .option('--reverse', 'the least extreme scenario that takes capital or liquidity to zero')
    .option('--run', 'where a run settles, alone: outflow, forced sales, loss, capital, outflow')
    .option('--surface', 'run threshold over uninsured share and marks, alone or with --run');
  withAnswerOptions(command).addHelpText('after', FAIL_HELP).action(act);
}

const FAIL_HELP = `
Limits without --limits: eve, economic-cet1, marked-cet1-ratio, run-liquidity, run-cet1. A file for
--limits is the one that almfes decide takes; its floors and caps hold as assumed, without failures,
in its parallel scenarios. A search takes seconds a limit and scenario. The rules are FAIL-1 to
FAIL-13 of docs/method/stress.md, FLIP-1 to FLIP-12 of docs/method/flip-point.md and SPIRAL-1 to
SPIRAL-7 of docs/method/run-dynamics.md.

Exit code: 0 done; 1 done, and a limit or target that was asked for is breached already, or a
failure does not fit the Study and was left out; 2 the Study or a file cannot be read or searched.

Examples:
  almfes fail svb-2022
  almfes fail svb-2021 --flip --reverse
  almfes fail svb-2022 --run --surface --html run.html
  almfes fail svb-2022 --limit eve --json
  almfes fail svb-2022 --failures docs/example/failure/own-failures.json --html fail.html
  almfes fail docs/example/study/every-part.json --flip
`;
