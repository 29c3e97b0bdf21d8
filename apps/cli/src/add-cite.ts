import { CITATION_FORMATS } from '@almfes/laboratory';
import { type Command, Option } from 'commander';
import { bundleCommand, runBundleCommand } from './command/bundle.js';
import { citeCommand } from './command/cite.js';
import type { ExitCode } from './command/exit-code.js';
import type { Effects } from './effect/effects.js';

/** Adds `almfes cite`. */
export function addCite(
  program: Command,
  effects: Effects,
  finish: (code: ExitCode) => void,
): void {
  program
    .command('cite')
    .description('say how a version of a case, an article or a weekly issue is cited')
    .argument('<what>', 'case/SLUG, article/SLUG or weekly/WEEK')
    .addOption(
      new Option('--format <format>', 'the form of the citation')
        .choices([...CITATION_FORMATS])
        .default('apa'),
    )
    .addHelpText('after', CITE_HELP)
    .action(async (what, options) => finish(await citeCommand(what, options, effects)));
}

/** Adds `case bundle` and `case run-bundle` to `almfes case`. */
export function addBundle(
  command: Command,
  effects: Effects,
  finish: (code: ExitCode) => void,
): void {
  command
    .command('bundle')
    .description('write a case with all that runs it again as one zip, an RO-Crate 1.1')
    .argument('<slug>', 'a name from almfes case --list')
    .requiredOption('--out <file>', 'the zip')
    .option('--date <date>', 'the day of a version that has none in its history, YYYY-MM-DD')
    .addHelpText('after', BUNDLE_HELP)
    .action(async (slug, options) => finish(await bundleCommand(slug, options, effects)));
  command
    .command('run-bundle')
    .description('check every file of a bundle and run its case from them alone')
    .argument('<path>', 'the zip, or the folder it was unzipped to')
    .option('--json', 'print one JSON object')
    .addHelpText('after', RUN_HELP)
    .action(async (path, options) => finish(await runBundleCommand(path, options, effects)));
}

const CITE_HELP = `
Rules CITE-1 to CITE-5 of docs/method/citation.md.

Exit code: 0 when it is cited, 2 when it cannot be.

Examples:
  almfes cite case/svb-2022
  almfes cite case/svb-2022 --format bibtex
  almfes cite article/baas-exit-blue-ridge
  almfes cite weekly/2026-W48 --format cff
`;

const BUNDLE_HELP = `
The same library gives the same bytes. Exit code: 0 when it is written, 2 when it is not.

Example:
  almfes case bundle svb-2022 --out svb-2022.zip
`;

const RUN_HELP = `
Exit code: 0 when it runs to its expected measures, 1 when one differs, 2 when a file was changed.

Examples:
  almfes case run-bundle svb-2022.zip
  almfes case run-bundle ./svb-2022 --json
`;
