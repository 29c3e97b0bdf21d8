import type { PublishedLeagueRow } from '@almfes/intake';
import type { PageSection, SitePage } from '@almfes/report';
import { type LeagueSource, leaguePassport, rowAnchor } from './league-passport.js';
import { keptShare, millions, rangeWords, ratioWords } from './league-words.js';
import {
  assetsOf,
  banksOf,
  isBulk,
  type PublishedBank,
  type PublishedLeague,
} from './published-league.js';

/** Address of the page of the named banks' passports. */
export const NAMED_ADDRESS = 'league/named';
/** Address of the list of states. */
export const BANKS_ADDRESS = 'league/banks';

const NO_STATE = 'none';

export function stateAddress(state: string): string {
  return `${BANKS_ADDRESS}/${(state || NO_STATE).toLowerCase()}`;
}

/** Path in the site of a file of the league, to take away. */
export function leagueFile({ name }: PublishedLeague): string {
  return `league/${name}.csv`;
}

/** The place of a rule of the method pages by its name, where the site has it. */
type RuleAddress = (rule: string) => string | undefined;

/** Every bank of the published league with its passport; no page where there is no league. */
export function leaguePages(
  league: readonly PublishedLeague[],
  ruleAddress: RuleAddress,
): readonly SitePage[] {
  const rules = ruleAddress('EFF-8') ?? '';
  const bulk = league.filter(isBulk);
  const named = league.filter((each) => !isBulk(each)).map((each) => namedPage(each, rules));
  if (bulk.length === 0) return named;
  const states = [...new Set(bulk.flatMap(({ rows }) => rows.map(({ state }) => state)))];
  const sorted = states.toSorted();
  return [
    ...named,
    banksPage(bulk, sorted),
    ...sorted.map((state) => statePage(state, bulk, rules)),
  ];
}

const HEAD = { part: 'League', kicker: 'Capital efficiency league' };

function namedPage(file: PublishedLeague, rules: string): SitePage {
  const source: LeagueSource = {
    rules,
    path: file.path,
    command: ({ idrssd, cycle }) => `almfes league --bank ${idrssd} --cycle ${cycle}`,
    assumptions:
      'From 60 amounts of the quarter; lowest prepayment 6% a year, ends 2.24% and 10%, swap ' +
      'spread 0, ends \u221230 and +25 bp; yields of securities by EFF-13.',
  };
  const quarters = [...new Set(file.rows.map(({ quarterEnd }) => quarterEnd))];
  return {
    ...HEAD,
    address: NAMED_ADDRESS,
    title: 'Named banks: where each number comes from',
    description: '',
    facts: [],
    sections: quarters.map((quarterEnd) =>
      section(
        quarterEnd,
        banksOf(file.rows.filter((row) => row.quarterEnd === quarterEnd)),
        source,
        false,
      ),
    ),
  };
}

function bulkSource({ path }: PublishedLeague, rules: string): LeagueSource {
  return {
    rules,
    path,
    command: ({ idrssd }) => `almfes league --call-report ZIP --bank ${idrssd}`,
    assumptions:
      'From the FFIEC bulk file of the quarter, central assumptions; ends of the place of ' +
      'securities in their bucket, of the speed of pools (CALL-40) and, for swaps, of a spread ' +
      'of \u221230 and +25 bp.',
  };
}

function statePage(state: string, bulk: readonly PublishedLeague[], rules: string): SitePage {
  return {
    ...HEAD,
    address: stateAddress(state),
    title: `Banks of ${state || 'no state'}`,
    description: '',
    facts: [{ term: 'All states', text: 'Every bank by state', href: BANKS_ADDRESS }],
    sections: bulk.flatMap((file) => {
      const own = banksOf(file.rows.filter((row) => row.state === state));
      const quarterEnd = own[0]?.short.quarterEnd;
      return quarterEnd === undefined
        ? []
        : [section(quarterEnd, own, bulkSource(file, rules), true)];
    }),
  };
}

/** A table of banks by name and, beneath it, the passports that its numbers lead to. */
function section(
  quarterEnd: string,
  banks: readonly PublishedBank[],
  source: LeagueSource,
  tabled: boolean,
): PageSection {
  const sorted = banks.toSorted((a, b) => (a.short.bank < b.short.bank ? -1 : 1));
  const passports = sorted.map((bank) => leaguePassport(bank, source));
  const from = source.path;
  const table = { kind: 'markdown', text: banksTable(sorted), from } as const;
  return {
    id: `quarter-${quarterEnd}`,
    title: quarterEnd,
    level: 2,
    blocks: [...(tabled ? [table] : []), { kind: 'passports', passports }],
  };
}

const HEADS = [
  ...['bank', 'assets', 'swaps: kept', 'swaps: cost', 'short: sold', 'short: kept, of assets'],
  ...['short: kept', 'short: cost', 'ratio', 'range', 'came: kept', 'came: cost'],
];

/** As Markdown, USD million; every number leads to the passport of its row. */
function banksTable(banks: readonly PublishedBank[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rows = banks.map((bank) => {
    const [name = '', ...others] = cellsOf(bank);
    const linked = (text: string) => (text === '' ? '' : `[${text}](#${rowAnchor(bank.short)})`);
    return line([plain(name), ...others.map(linked)]);
  });
  return [line(HEADS), `|${HEADS.map(() => '---').join('|')}|`, ...rows].join('\n');
}

/** A name as it is: what Markdown would read as its own is text. */
function plain(name: string): string {
  return name.replaceAll(/[\\`*_[\]<>|]/g, (character) => `\\${character}`);
}

function cellsOf(bank: PublishedBank): string[] {
  const { short, swapped } = bank;
  const assets = assetsOf(bank);
  return [
    short.bank,
    assets === 0 ? 'not measured' : millions(assets),
    millions(swapped.numbers.capitalKeptUsdMillion),
    millions(swapped.numbers.costUsdMillion),
    millions(short.numbers.sizeUsdMillion),
    keptShare(short),
    millions(short.numbers.capitalKeptUsdMillion),
    millions(short.numbers.costUsdMillion),
    ratioWords(short),
    rangeWords(short),
    millions(short.numbers.realisedKeptUsdMillion),
    millions(short.numbers.realisedCostUsdMillion),
  ];
}

function banksPage(bulk: readonly PublishedLeague[], states: readonly string[]): SitePage {
  const counts = (state: string) => bulk.map(({ rows }) => countOf(rows, state));
  return {
    ...HEAD,
    address: BANKS_ADDRESS,
    title: 'Every bank, by state',
    description:
      'Every bank that filed a Call Report, under the two programmes of the league, with what it ' +
      'would have kept, what that would have cost, and the range; banks that cannot be measured ' +
      'stand there with their reason.',
    facts: bulk.map((file) => ({
      term: `All banks, ${file.rows[0]?.quarterEnd ?? ''}`,
      text: `${file.name}.csv`,
      href: leagueFile(file),
    })),
    sections: [
      {
        id: 'states',
        title: '',
        level: 2,
        blocks: [
          {
            kind: 'list',
            list: {
              id: 'states-list',
              title: 'States',
              columns: [
                { title: 'State', align: 'start' },
                ...bulk.map(({ rows }) => ({
                  title: `Banks, ${rows[0]?.quarterEnd ?? ''}`,
                  align: 'end' as const,
                })),
              ],
              facets: [],
              rows: states.map((state) => ({
                cells: [
                  { text: state || 'no state', href: stateAddress(state) },
                  ...counts(state).map((text) => ({ text, href: stateAddress(state) })),
                ],
                facets: {},
              })),
            },
          },
        ],
      },
    ],
  };
}

function countOf(rows: readonly PublishedLeagueRow[], state: string): string {
  return String(rows.filter((row) => row.state === state && row.programme === 'short').length);
}
