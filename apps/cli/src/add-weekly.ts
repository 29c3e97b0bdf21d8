import type { Command } from 'commander';
import { withAnswerOptions } from './answer-output.js';
import type { WeeklyCheckOptions, WeeklyNewOptions } from './command/weekly.js';
import type { WeeklyPublishOptions } from './command/weekly-publish.js';

interface WeeklyActs {
  readonly create: (options: WeeklyNewOptions) => Promise<void>;
  readonly check: (week: string | undefined, options: WeeklyCheckOptions) => Promise<void>;
  readonly publish: (week: string | undefined, options: WeeklyPublishOptions) => Promise<void>;
}

/** Adds `almfes weekly new|check|publish`: the series 'AI in ALM'. */
export function addWeekly(program: Command, { create, check, publish }: WeeklyActs): void {
  const weekly = program
    .command('weekly')
    .description("the weekly series 'AI in ALM': write an issue, check it, publish it");
  weekly
    .command('new')
    .description('write the template of an issue, which says what to write where')
    .option('--week <week>', 'an ISO 8601 week such as 2026-W49; the one after the last issue')
    .addHelpText('after', NEW_HELP)
    .action(create);
  const checking = weekly
    .command('check')
    .description('say what does not hold in the tracker and in an issue, by file and line')
    .argument('[week]', 'the issue; the newest when left out')
    .option('--all', 'every issue');
  withAnswerOptions(checking).addHelpText('after', CHECK_HELP).action(check);
  weekly
    .command('publish')
    .description('write the feeds of the series, the letter of one week and the tracker as a page')
    .argument('[week]', 'the issue of the letter; the newest that is written when left out')
    .requiredOption('--out <folder>', 'where the files go')
    .option('--base <address>', 'where the site stands, https://…/; no address when left out')
    .option(
      '--from <address>',
      "the sender's e-mail address; without one WEEK.eml is a draft with no sender",
    )
    .addHelpText('after', PUBLISH_HELP)
    .action(publish);
}

const NEW_HELP = `
Writes library/weekly/WEEK/issue.md. Nothing is ever written over.

Exit code: 0 when the template is written, 2 when it is not.

Example:
  almfes weekly new --week 2026-W49
`;

const CHECK_HELP = `
Rules WEEK-1 to WEEK-17 of docs/method/weekly.md. Nothing is fetched from a network. With --html the
page holds the whole tracker and its pictures.

Exit code: 0 when all holds; 1 when the files can be read and something does not hold; 2 when they
cannot be read.

Examples:
  almfes weekly check 2026-W48
  almfes weekly check --all --html tracker.html
`;

const PUBLISH_HELP = `
Writes feed.xml (RSS 2.0), atom.xml (Atom 1.0), feed.json (JSON Feed 1.1), the letter as WEEK.html,
WEEK.txt and WEEK.eml (which an e-mail program opens), and tracker.html. Nothing is sent.

Exit code: 0 when written, 1 when an issue does not hold, 2 when it cannot be read or written.

Examples:
  almfes weekly publish --out feeds
  almfes weekly publish 2026-W47 --out feeds --base https://bank.example/alm/
`;
