import type { Command } from 'commander';
import { withAnswerOptions } from './answer-output.js';
import type { CheckOptions, NewOptions } from './command/disclosure.js';

type ActNew = (slug: string, options: NewOptions) => Promise<void>;
type ActCheck = (file: string, options: CheckOptions) => Promise<void>;

/** Adds `almfes disclosure new SLUG` and `almfes disclosure check FILE`. */
export function addDisclosure(program: Command, actNew: ActNew, actCheck: ActCheck): void {
  const disclosure = program
    .command('disclosure')
    .description('public facts of a bank in one form, each with its passport');
  disclosure
    .command('new')
    .description('write an empty form with its instructions')
    .argument('<slug>', 'name of the case: small letters, digits and hyphens')
    .option('--out <file>', 'where to write it; SLUG.yaml or SLUG.json when left out')
    .option('--yaml', 'YAML with instructions (the default)')
    .option('--json', 'JSON, which holds no instructions')
    .addHelpText('after', NEW_HELP)
    .action(actNew);
  const check = disclosure
    .command('check')
    .description('say what is missing or does not hold, by line; totals and identities when right')
    .argument('<file>', 'a form, .yaml or .json')
    .option('--figures <file>', 'also write the figures.json of a case folder');
  withAnswerOptions(check).addHelpText('after', CHECK_HELP).action(actCheck);
}

const NEW_HELP = `
Nothing is ever written over: a file of that name is refused.

Exit code: 0 when the form is written, 2 when it is not.

Example:
  almfes disclosure new my-bank-2025
`;

const CHECK_HELP = `
Rules DISC-1 to DISC-14 of docs/method/disclosure.md. Nothing is opened but the file.

Exit code: 0 when the form is right; 1 when it can be read and a fact does not hold (an identity, a
date, hindsight); 2 when it cannot be read or is not filled in.

Examples:
  almfes disclosure check docs/example/disclosure/svb-2022.yaml
  almfes disclosure check my-bank-2025.yaml --figures my-bank-2025/figures.json
`;
