import { OBJECTIVE_NAMES } from '@almfes/engine';
import { type Command, Option } from 'commander';
import { withAnswerOptions } from './answer-output.js';
import type { DecideOptions } from './command/decide.js';

/** Adds `almfes decide STUDY`: the best plan within the limits of a policy. */
export function addDecide(
  program: Command,
  act: (study: string, options: DecideOptions) => Promise<void>,
): void {
  const command = program
    .command('decide')
    .description('what to do: the cheapest plan within every limit, what binds, what else lost')
    .argument('<study>', 'a case of the library, a case folder, or a JSON file with a Study')
    .option('--limits <file>', 'a JSON file with the limits, and levers if it states them')
    .addOption(
      new Option('--rules <rulebook>', 'of the default policy').choices(['us', 'eu']).default('us'),
    )
    .addOption(
      new Option('--objective <word>', "in place of the policy's own").choices([
        ...OBJECTIVE_NAMES,
      ]),
    )
    .option('--frontier', 'also income against EVE and capital: 25 plans, and a picture')
    .option('--allocation', 'also return and capital by segment, and where the next dollar goes')
    .option('--no-flip', 'leave out flip points, which take longest')
    .addOption(
      new Option(
        '--policy',
        'print the policy alone, as JSON to edit for --limits, and decide nothing',
      ).conflicts('html'),
    );
  withAnswerOptions(command).addHelpText('after', HELP).action(act);
}

const HELP = `
Without --limits a case is held to the limits of its own step 4, any other Study to a default policy
made from its regime; the policy is printed either way. What a file with limits does not state (its
levers, say) is taken from the default policy, and named. The rules stand in
docs/method/decision.md, decision-answer.md, policy.md and capital-allocation.md.

Exit code: 0 a plan meets every limit, 1 the limits cannot all hold (the smallest relaxation is
printed), 2 no plan could be made.

Examples:
  almfes decide svb-2022
  almfes decide svb-2022 --limits docs/example/limits.json
  almfes decide svb-2021 --frontier --html decision.html
  almfes decide docs/example/study/every-part.json --allocation
  almfes decide svb-2022 --objective tail-loss --no-flip
  almfes decide ./my-case --policy > limits.json
  almfes decide ./my-case --limits limits.json --json
`;
