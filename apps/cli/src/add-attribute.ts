import type { Command } from 'commander';
import { withAnswerOptions } from './answer-output.js';
import type { AttributeOptions } from './command/attribute.js';
import { wholeNumber } from './whole-number.js';

/** Adds `almfes attribute A B`: how much of a difference each group of Changes makes. */
export function addAttribute(
  program: Command,
  act: (from: string, to: string | undefined, options: AttributeOptions) => Promise<void>,
): void {
  const command = program
    .command('attribute')
    .description('how much of the way from one Study to another each group of Changes makes')
    .argument('<from>', 'a case of the library, a case folder, or a JSON file with a Study')
    .argument('[to]', 'another such Study, or a JSON file with groups of Changes on the first')
    .option('--groups <file>', 'groups of Changes on the first Study, in place of a second')
    .option('--measure <id>', 'attribute this measure, and others named so; else all', collect, [])
    .option('--scenario <id>', 'tell this scenario, as --scenario=+200')
    .option('--sample <orders>', 'sample so many orders in place of every subset', wholeNumber)
    .option('--seed <number>', 'names the sample', wholeNumber, 1)
    .option('--capital', 'carry it to capital: by link, for parties alone and only together')
    .option(
      '--roll',
      'take time first: the first Study rolled along its forwards to the later date',
    )
    .option('--cash <id>', 'with --roll, the row that takes what is paid; else the largest of cash')
    .option('--shortfall <id>', 'with --roll, the liability that takes what cash is short of')
    .option('--no-parts', 'do not take groups apart into their parts')
    .option('--threads <number>', 'threads at work; else 1, or 2 from 1,024 subsets', wholeNumber);
  withAnswerOptions(command).addHelpText('after', HELP).action(act);
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

const HELP = `
Up to 12 groups are exact: every subset is evaluated. Groups with parts are taken apart (Owen
values) where 4,096 subsets suffice, or where orders are sampled. The form of a file of groups, and
what is compared between two Studies, stand in docs/method/attribution.md. Any number of threads
gives the same numbers.

--capital carries the change of one scenario (that of --scenario, else that in which EVE changes
most) from EVE and income through marks, sales and tax to CET1 and E0 to E2.
--roll refuses what remembers a past (lags, a core, surge) and says which, and exits with 2.

Exit code: 0 attributed, 1 the Studies say the same or a named measure has no value, 2 what is
asked cannot be attributed.

Examples:
  almfes attribute svb-2021 svb-2022 --measure eve.change --scenario=+200
  almfes attribute svb-2022 docs/example/attribution/svb-2022-twelve.json --html twelve.html
  almfes attribute svb-2022 docs/example/attribution/svb-2022-twelve.json --capital --scenario=+200
  almfes attribute docs/example/study/every-part.json \\
    --groups docs/example/attribution/every-part-nested.json --json
  almfes attribute svb-2021 svb-2022 --roll --cash cash-interest-bearing \\
    --shortfall borrowing-short --capital --scenario=+200
  almfes attribute svb-2022 docs/example/attribution/svb-2022-twelve.json --sample 200 --seed 7
`;
