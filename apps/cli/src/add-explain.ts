import { type Command, InvalidArgumentError } from 'commander';
import type { ExplainCommandOptions } from './command/explain.js';
import type { MeasuresOptions } from './command/measures.js';

/** Adds `almfes explain STUDY MEASURE`: the tree behind a number. */
export function addExplain(
  program: Command,
  act: (study: string, measure: string, options: ExplainCommandOptions) => Promise<void>,
): void {
  program
    .command('explain')
    .description('why a measure is what it is, down to cash flows, assumptions and pages')
    .argument('<study>', 'a case of the library, a case folder, or a JSON file with a Study')
    .argument('<measure>', 'a measure, such as eve.change; almfes measures names them')
    .option('--scenario <id>', 'for a measure that has one value a scenario, as --scenario=+200')
    .option('--position <id>', 'one position or swap down to its months; the others are summed')
    .option('--depth <levels>', 'levels beneath the measure', wholeFrom(0))
    .option('--most <number>', 'positions shown of each book, widest first', wholeFrom(1), 3)
    .option('--months <number>', 'months of cash flow to print for what is shown', wholeFrom(0))
    .option('--json', 'print JSON with all digits, the sources once, and the arrays')
    .addHelpText('after', EXPLAIN_HELP)
    .action(act);
}

/** Adds `almfes measures STUDY`: every measure of a Study, and why some have no value. */
export function addMeasures(
  program: Command,
  act: (study: string | undefined, options: MeasuresOptions) => Promise<void>,
): void {
  program
    .command('measures')
    .description('every measure of a Study by family and scenario')
    .argument('[study]', 'a case of the library, a case folder, or a JSON file with a Study')
    .option('--family <name>', 'measures whose ids begin so, such as eve, nii or capital')
    .option('--scenario <id>', 'one scenario, and what stands at the valuation date')
    .option('--list', 'the registry: id, unit, title, sign and rule of every measure')
    .option('--json', 'print JSON with all digits')
    .addHelpText('after', MEASURES_HELP)
    .action(act);
}

function wholeFrom(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d{1,5}$/.test(text) || value < least) {
      throw new InvalidArgumentError(`A whole number from ${least} on.`);
    }
    return value;
  };
}

const EXPLAIN_HELP = `
Books and positions stand widest contribution first; what is folded is counted and summed. Numbers
in brackets lead to the sources beneath the tree. The rules are EXPL-1 to EXPL-7 of
docs/method/explain.md.

Exit code: 0 explained, 1 the measure has no value here (and why), 2 the Study or what is
asked for does not exist.

Examples:
  almfes explain svb-2022 eve.change --scenario=+200
  almfes explain svb-2022 eve.change --scenario=+200 --position deposit-nib
  almfes explain svb-2022 nii.12m --scenario=-100 --depth 3
  almfes explain svb-2022 capital.economic.e0 --scenario=0 --depth 3
  almfes explain ./my-case dv01.htm --json
`;

const MEASURES_HELP = `
Measures without a value are listed beneath the table, each with its reason. What a missing part of
the Study holds stands on the method page of the measure's rule, under docs/method, and in
docs/example/study/every-part.json; --list names the rule, and what the sign means.

Exit code: 0 there are values, 1 every measure asked for is refused, 2 the Study or what is
asked for does not exist.

Examples:
  almfes measures svb-2022
  almfes measures svb-2022 --family nii --scenario=+200
  almfes measures docs/example/study/every-part.json --family ftp
  almfes measures --list
`;
