import { type Command, InvalidArgumentError } from 'commander';
import type { CaseOptions } from './command/case.js';
import type { CheckCaseOptions } from './command/case-check.js';
import type { NewCaseOptions } from './command/case-new.js';

/** What `almfes case` and its subcommands do. */
export interface CaseActs {
  readonly run: (name: string | undefined, options: CaseOptions) => Promise<void>;
  readonly make: (slug: string, options: NewCaseOptions) => Promise<void>;
  readonly check: (name: string | undefined, options: CheckCaseOptions) => Promise<void>;
}

/** Adds `almfes case`, `case new` and `case check`. */
export function addCase(program: Command, { run, make, check }: CaseActs): Command {
  const command = program
    .command('case')
    // The options of a subcommand are its own: they stand after its name.
    .enablePositionalOptions()
    .description('run one case of the library, or of a folder; make one, check one')
    .argument('[slug-or-path]', 'a name from --list, or a path to a case folder such as ./my-case')
    .option('--json', 'print one JSON object')
    .option('--step <number>', 'print one step, 0 to 4', stepOf)
    .option('--html <file>', 'also write the whole case as one HTML file')
    .option('--list', 'list the cases of the library')
    .option('--schema', 'print the JSON Schema of the --json output')
    .addHelpText('after', HELP)
    .action(run);
  command
    .command('new')
    .description('make the folder of a new case: every file, and what is still to be written')
    .argument('<slug>', 'the name of the case, such as first-republic-2022')
    .option('--call-report <zip>', 'start from the FFIEC bulk file of a quarter')
    .option('--bank <name>', 'the name of the bank as it files, or its IDRSSD')
    .option('--before <zip>', 'the bulk file of an earlier quarter: sharper rates')
    .option('--decision-date <date>', 'else the day the report was due')
    .option('--disclosure', 'published figures alone, no Study')
    .option('--out <folder>', 'where the folder goes; else ./SLUG')
    .addHelpText('after', NEW_HELP)
    .action(make);
  command
    .command('check')
    .description('say exactly what a case still lacks, with file, line and reason')
    .argument('[slug-or-path]', 'a name from the library, or a path such as ./my-case')
    .option('--all', 'every case of the library')
    .option('--write-expected', 'first write expected.json of this case as its Study gives it now')
    .option('--json', 'print one JSON object')
    .addHelpText('after', CHECK_HELP)
    .action(check);
  return command;
}

function stepOf(text: string): number {
  if (!/^[0-4]$/.test(text)) throw new InvalidArgumentError('A step is 0, 1, 2, 3 or 4.');
  return Number(text);
}

const HELP =
  '\nExamples:\n  almfes case --list\n  almfes case svb-2022\n  almfes case svb-2022 --step 3' +
  '\n  almfes case svb-2022 --json\n  almfes case ./my-case --html my-case.html\n';

const NEW_HELP = `
With a Call Report the folder evaluates at once: figures with passports, the Study, the five steps
scaled to the bank, and expected.json. Then almfes case check says what is still to be written.

Exit code: 0 made, 2 it could not be (the reasons are listed).

Examples:
  almfes case new frost-2021 --call-report Q4-2021.zip --bank 682563
  almfes case new credit-suisse-2022 --disclosure
`;

const CHECK_HELP = `
Checked: the page and its sections, passports and their addresses, hindsight, identities, the plan,
the five steps, expected.json, published figures against their aims, every reference of the prose.
Rules: docs/method/case-folder.md, docs/method/prose.md.

Exit code: 0 nothing is missing, 1 something is, 2 no such case.

Examples:
  almfes case check ./my-case
  almfes case check ./my-case --write-expected
  almfes case check --all
`;
