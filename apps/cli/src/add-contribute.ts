import { CONTRIBUTION_KINDS, CONTRIBUTION_STATES } from '@almfes/laboratory';
import { Argument, type Command } from 'commander';
import {
  checkContributionCommand,
  effectCommand,
  listContributionsCommand,
  newContributionCommand,
  showContributionCommand,
} from './command/contribute.js';
import { moveCommand, receiveCommand } from './command/contribute-move.js';
import type { ExitCode } from './command/exit-code.js';
import type { Effects } from './effect/effects.js';

/** Adds `almfes contribute` and its verbs. */
export function addContribute(
  program: Command,
  effects: Effects,
  finish: (code: ExitCode) => void,
): void {
  const contribute = program
    .command('contribute')
    .description('propose a correction, a challenge, a perspective or a case; see what it moves')
    .addHelpText('after', HELP);
  contribute
    .command('new')
    .description('write a template that says what to fill in')
    .addArgument(new Argument('<kind>', 'what it is').choices([...CONTRIBUTION_KINDS]))
    .argument('<slug>', 'its name: small letters, digits and hyphens')
    .option('--case <slug>', 'the case, article/SLUG or data/FILE that is spoken of, or a new name')
    .option('--figure <id>', 'the figure that is corrected: its passport is filled in')
    .option('--out <folder>', 'where to write it; ./SLUG when left out')
    .option('--json', 'print one JSON object')
    .addHelpText('after', NEW_HELP)
    .action(async (kind, slug, options) =>
      finish(await newContributionCommand(kind, slug, options, effects)),
    );
  const one = (name: string, description: string) =>
    contribute
      .command(name)
      .description(description)
      .argument('<slug-or-folder>', 'a name from almfes contribute list, or a path like ./my-fix')
      .option('--json', 'print one JSON object');
  one('check', 'run every automatic check and say what is wrong, by file and line')
    .addHelpText('after', CHECK_HELP)
    .action(async (slug, options) =>
      finish(await checkContributionCommand(slug, options, effects)),
    );
  one('effect', 'show which cases, measures and sentences it moves, and by how much')
    .addHelpText('after', EFFECT_HELP)
    .action(async (slug, options) => finish(await effectCommand(slug, options, effects)));
  one('show', 'show what it says and its whole history')
    .addHelpText('after', '\nExample:\n  almfes contribute show my-fix\n')
    .action(async (slug, options) => finish(await showContributionCommand(slug, options, effects)));
  contribute
    .command('list')
    .description('list what has been received, with its state')
    .option('--json', 'print one JSON object')
    .addHelpText('after', '\nExample:\n  almfes contribute list --json\n')
    .action(async (options) => finish(await listContributionsCommand(options, effects)));
  contribute
    .command('receive')
    .description('copy a folder into library/contribution, with the first event of its history')
    .argument('<folder>', 'the folder of a contribution')
    .requiredOption('--by <name>', 'who receives it')
    .option('--json', 'print one JSON object')
    .addHelpText('after', '\nExample:\n  almfes contribute receive ./my-fix --by "Jo Reader"\n')
    .action(async (folder, options) => finish(await receiveCommand(folder, options, effects)));
  contribute
    .command('move')
    .description('give a contribution its next state')
    .argument('<slug>', 'a name from almfes contribute list')
    .addArgument(new Argument('<state>', 'the next state').choices([...CONTRIBUTION_STATES]))
    .requiredOption('--by <name>', 'who moves it')
    .requiredOption('--reason <text>', 'why')
    .option('--json', 'print one JSON object')
    .addHelpText('after', MOVE_HELP)
    .action(async (slug, state, options) =>
      finish(await moveCommand(slug, state, options, effects)),
    );
}

const HELP = `
Rules CONTRIB-1 to CONTRIB-18 of docs/method/contribution.md; the way in is told in CONTRIBUTING.md.

Examples:
  almfes contribute new correction my-fix --case svb-2022 --figure bs.2022.cash
  almfes contribute check ./my-fix
  almfes contribute effect ./my-fix
`;

const NEW_HELP = `
Exit code: 0 when the folder is written, 2 when it is not; nothing that is there is written over.

Examples:
  almfes contribute new correction my-fix --case svb-2022 --figure bs.2022.cash
  almfes contribute new correction a-yield --case data/us-treasury-par --figure 2022-12-30.10Y
  almfes contribute new challenge faster-beta --case svb-2022
  almfes contribute new perspective what-a-dealer-saw --case svb-2022
  almfes contribute new case my-bank-2025 --case my-bank-2025
`;

const CHECK_HELP = `
Exit code: 0 when every check passes, 1 when one does not, 2 when there is no such contribution.

Examples:
  almfes contribute check docs/example/contribution/premises-page
  almfes contribute check my-fix --json
`;

const EFFECT_HELP = `
Every case that holds the fact is evaluated with and without it; nothing is written.

Exit code: 0 when the effect is shown, 1 when a case cannot take it, 2 when it cannot be read.

Example:
  almfes contribute effect docs/example/contribution/faster-deposit-beta
`;

const MOVE_HELP = `
received -> checked -> in-review -> accepted or declined. Accepting a correction writes it into
every case that holds the fact, raises their versions and credits the contributor: all or none.

Exit code: 0 moved, 1 not all checks pass, 2 not allowed (the reason is told).

Examples:
  almfes contribute move my-fix checked --by "Jo Reader" --reason "all checks pass"
  almfes contribute move my-fix accepted --by "Sam Reviewer" --reason "the page says so"
`;
