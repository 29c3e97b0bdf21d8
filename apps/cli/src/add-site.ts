import { type Command, InvalidArgumentError } from 'commander';
import type { SiteOptions } from './command/site.js';

/** Adds `almfes site build`. */
export function addSite(program: Command, act: (options: SiteOptions) => Promise<void>): void {
  const site = program.command('site').description('the laboratory as a static site');
  site
    .command('build')
    .description('run every case of the library and set its pages, the method and the series')
    .option(
      '--out <folder>',
      'folder of the site; only an older site in it is replaced',
      'out/site',
    )
    .option('--base-address <url>', 'where it will stand; sitemap and feeds need it', addressOf)
    .option('--case <slugs...>', 'only these cases')
    .addHelpText('after', HELP)
    .action(act);
}

function addressOf(text: string): string {
  const address = URL.canParse(text) ? new URL(text) : undefined;
  if (address === undefined || !/^https?:$/.test(address.protocol)) {
    throw new InvalidArgumentError('An address begins with https:// or http://.');
  }
  if (address.search !== '' || address.hash !== '' || address.username !== '') {
    throw new InvalidArgumentError('An address of a site has no user, query or #anchor.');
  }
  return address.href.endsWith('/') ? address.href : `${address.href}/`;
}

const HELP = `
Every page is a file that opens from a disk as well as from a server: links are relative, nothing is
fetched from another address. almfes start serves the folder beside its report.

Exit code: 0 when the site stands, 2 when it could not be made.

Examples:
  almfes site build
  almfes site build --out public --base-address https://example.org/laboratory/
`;
