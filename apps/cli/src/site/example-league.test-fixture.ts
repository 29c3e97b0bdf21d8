import { parseLeagueCsv } from '@almfes/intake';
import type { DataPassport } from './data-passports.js';
import type { PublishedLeague } from './published-league.js';

const HEAD =
  'bank,idrssd,state,cycle,quarterEnd,programme,assetsUsdMillion,sizeUsdMillion,worstShockBp,' +
  'capitalKeptUsdMillion,keptLow,keptHigh,costUsdMillion,costLow,costHigh,ratio,ratioLow,' +
  'ratioHigh,niiGivenUpUsdMillion,bidOfferUsdMillion,marginFundingUsdMillion,' +
  'firstYearCarryUsdMillion,realisedKeptUsdMillion,realisedCostUsdMillion,reasonCode,reason';
const SWAPPED = '1000,200,200,16,14,18,2,1,3,8,5.5,16,1.5,0.25,0.25,-1,30,-7,,';
const SHORT = '1000,300,200,40,35,45,8,7.5,8.5,5,4.1,6,7,1,0,-4,60,-9,,';
const BLANK = `${','.repeat(18)}league.no-cash,"/positions: expected cash, got none"`;

function published(name: string, lines: readonly string[]): PublishedLeague {
  const text = `${[HEAD, ...lines].join('\n')}\n`;
  const rows = parseLeagueCsv(text);
  if (!rows.ok) throw new Error(rows.issues[0]?.message);
  return { path: `library/data/league/2001-12-31/${name}.csv`, name, text, rows: rows.value };
}

/** Two made-up banks of a bulk file, of which one cannot be short, and one named bank. */
export const EXAMPLE_LEAGUE: readonly PublishedLeague[] = [
  published('banks-2001-12-31', [
    `"FIRST <b>BANK</b>, N.A.",11,TX,,2001-12-31,half-swapped,${SWAPPED}`,
    `"FIRST <b>BANK</b>, N.A.",11,TX,,2001-12-31,short,${SHORT}`,
    `SECOND BANK,12,TX,,2001-12-31,half-swapped,${SWAPPED}`,
    `SECOND BANK,12,TX,,2001-12-31,short,${BLANK}`,
  ]),
  published('named-banks', [
    `NAMED BANK,13,,up,2001-12-31,half-swapped,${SWAPPED}`,
    `NAMED BANK,13,,up,2001-12-31,short,${SHORT}`,
  ]),
];

export const EXAMPLE_DATA: readonly DataPassport[] = [
  {
    path: 'library/data/rates/2001-12-31/par.passport.json',
    text: JSON.stringify({
      ...{ source: 'A treasury', document: 'Par yields', url: 'https://www.example.org/par' },
      ...{ retrieved: '2002-01-02', knownFrom: '2001-12-31', licence: 'public domain' },
      ...{ sha256: '0'.repeat(64), fields: { '1M': 'par yield, %' }, notes: ['Made up.'] },
    }),
  },
];

export const LEAGUE_PAGE = `# League

<!-- league up -->
| bank | kept | ratio |
|---|---|---|
| Named Bank | 16 | 8.0 |
| Unknown Bank | 17 | earns |

Recomputed by \`almfes league\`; data:
[passport](../../library/data/rates/2001-12-31/par.passport.json).

## Largest

<!-- largest 2001-12-31 -->
| bank | kept |
|---|---|
| Second Bank | 16 |
`;
