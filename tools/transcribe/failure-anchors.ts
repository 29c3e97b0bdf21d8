import { readFileSync } from 'node:fs';
import { callReportKnownFrom } from './call-report.js';
import { cellsOf } from './csv.js';
import { vintage, writeDataset } from './dataset.js';
import { hindsightFor } from './hindsight.js';
import { sharedData } from './shared.js';

const callReports = {
  document: 'FFIEC Call Reports of both dates',
  url: 'https://cdr.ffiec.gov/public/PWS/DownloadBulkData.aspx',
  confidence: 'derived',
};

interface Source {
  readonly document: string;
  readonly url: string;
  readonly confidence: string;
}

interface Anchor extends Source {
  readonly failure: string;
  readonly bank: string;
  readonly quantity: string;
  readonly from: string;
  readonly to: string;
  readonly outflowUsdBillion: number;
  readonly baseUsdBillion: number;
  readonly knownFrom: string;
}

/** Balance of a bank at a quarter end, USD billion: sum of the columns, signs given. */
function balance(idrssd: string, date: string, columns: readonly string[]): number {
  const path = sharedData('call-reports/named_banks_quarterly.csv');
  const [header = '', ...rows] = readFileSync(path, 'utf8').split(/\r?\n/);
  const row = rows.find((each) => each.startsWith(`${idrssd},`) && each.includes(`,${date},`));
  const cells = cellsOf(row ?? '');
  const names = cellsOf(header);
  if (cells.length !== names.length) throw new Error(`${idrssd} ${date}: no whole row`);
  return columns.reduce((sum, column) => {
    const sign = column.startsWith('-') ? -1 : 1;
    const amount = Number(cells[names.indexOf(column.replace(/^-/, ''))]);
    if (!Number.isFinite(amount)) throw new Error(`${idrssd} ${date}: no ${column}`);
    return sum + (sign * amount) / 1e6;
  }, 0);
}

function fall(
  failure: string,
  bank: string,
  idrssds: readonly string[],
  dates: readonly [string, string],
  quantity: string,
  columns: readonly string[],
): Anchor {
  const [base, after] = dates.map((date) =>
    idrssds.reduce((sum, idrssd) => sum + balance(idrssd, date, columns), 0),
  );
  if (base === undefined || after === undefined) throw new Error(`${bank}: no balance`);
  return {
    ...callReports,
    failure,
    bank,
    quantity,
    from: dates[0],
    to: dates[1],
    outflowUsdBillion: base - after,
    baseUsdBillion: base,
    knownFrom: callReportKnownFrom(dates[1]),
  };
}

const exBrokered = ['DEPDOM_2200', '-DEP_BRO_2365'];
const noninterest = ['DEPNIDOM_6631'];

function reversions(): Anchor[] {
  const schwab = ['3150447', '1893049'];
  return [
    fall(
      'stickiness',
      'Schwab (two banks)',
      schwab,
      ['2022-03-31', '2023-12-31'],
      'domestic deposits without brokered',
      exBrokered,
    ),
    fall(
      'stickiness',
      'Zions',
      ['276579'],
      ['2021-12-31', '2023-12-31'],
      'domestic noninterest-bearing deposits',
      noninterest,
    ),
    fall(
      'stickiness',
      'Silicon Valley Bank',
      ['802866'],
      ['2021-12-31', '2022-12-31'],
      'domestic noninterest-bearing deposits',
      noninterest,
    ),
  ];
}

const federalReserve: Source = {
  document: 'Barr testimony of 2023-03-28 and Federal Reserve review of 2023-04-28; 10-K FY2022',
  url: 'https://www.federalreserve.gov/publications/files/svb-review-20230428.pdf',
  confidence: 'derived',
};
const firstRepublicDay: Source = {
  document: 'Yale Program on Financial Stability; uninsured more than two thirds of deposits',
  url:
    'https://yale-newbagehot.netlify.app/docs/' +
    'united-states-first-republic-bank-emergency-liquidity-program-2023',
  confidence: 'seen-secondary',
};
const signatureReport: Source = {
  document: 'press on the FDIC report of 2023-04-28; uninsured about 90% of deposits',
  url:
    'https://www.crainsnewyork.com/finance/' +
    'fdic-signature-bank-failed-after-coming-5b-short-weekend-run',
  confidence: 'seen-secondary',
};
const firstRepublicQuarter: Source = {
  document: 'summary of the FDIC report of 2023-09-08; 104.5 less the 30 of the consortium',
  url:
    'https://wolfandco.com/resources/blog/' +
    'highlights-fdic-supervisory-report-first-republic-bank',
  confidence: 'seen-secondary',
};
const silvergateRelease: Source = {
  document: 'Silvergate preliminary release of the fourth quarter of 2022',
  url:
    'https://stocktitan.net/news/SI/' +
    'silvergate-announces-select-preliminary-fourth-quarter-2022-n73rk8odzvyj.html',
  confidence: 'seen',
};

function runs(): Anchor[] {
  const firstRepublic = balance('4114567', '2022-12-31', ['DEPDOM_2200']);
  const signature = 0.9 * balance('2942690', '2022-12-31', ['DEPDOM_2200']);
  // Uninsured in US offices and foreign deposits, FY2022 10-K p.80.
  const svb = 151.5 + 13.9;
  const run = (
    source: Source,
    bank: string,
    quantity: string,
    to: string,
    outflowUsdBillion: number,
    baseUsdBillion: number,
    knownFrom: string,
  ): Anchor => ({
    ...source,
    failure: 'digital',
    bank,
    quantity,
    from: '2022-12-31',
    to,
    outflowUsdBillion,
    baseUsdBillion,
    knownFrom,
  });
  const uninsured = 'uninsured deposits';
  const requested = 'uninsured deposits; requests included';
  return [
    run(
      firstRepublicDay,
      'First Republic',
      `${uninsured}; the base is a minimum`,
      '2023-03-10',
      25,
      (2 / 3) * firstRepublic,
      '2023-09-08',
    ),
    run(signatureReport, 'Signature', uninsured, '2023-03-10', 18.6, signature, '2023-04-28'),
    run(signatureReport, 'Signature', requested, '2023-03-12', 26.5, signature, '2023-04-28'),
    run(federalReserve, 'Silicon Valley Bank', uninsured, '2023-03-09', 42, svb, '2023-04-28'),
    run(federalReserve, 'Silicon Valley Bank', requested, '2023-03-10', 142, svb, '2023-04-28'),
    run(
      firstRepublicQuarter,
      'First Republic',
      'all deposits',
      '2023-03-31',
      firstRepublic - 74.5,
      firstRepublic,
      '2023-09-08',
    ),
    {
      ...run(
        silvergateRelease,
        'Silvergate',
        'digital-asset customer deposits',
        '2022-12-31',
        8.1,
        11.9,
        '2023-01-05',
      ),
      failure: 'combined',
      from: '2022-09-30',
    },
  ];
}

function row(anchor: Anchor): string {
  const share = (100 * anchor.outflowUsdBillion) / anchor.baseUsdBillion;
  return [
    anchor.failure,
    anchor.bank,
    anchor.quantity,
    anchor.from,
    anchor.to,
    anchor.outflowUsdBillion.toFixed(2),
    anchor.baseUsdBillion.toFixed(2),
    share.toFixed(1),
    anchor.document.replaceAll(',', ';'),
    anchor.url,
    anchor.confidence,
    anchor.knownFrom,
    hindsightFor(anchor.knownFrom),
  ].join(',');
}

/** Where each bank's outflow was read, for a reader of the passport alone. */
function documentsOf(anchors: readonly Anchor[]): string[] {
  const told = anchors.map(
    ({ bank, document, url, confidence }) => `${bank}: ${document}, ${url} (${confidence}).`,
  );
  return [...new Set(told)];
}

/** The public outflows on which the severities of the assumption failures are judged. */
export function writeFailureAnchors(): void {
  const header =
    'failure,bank,quantity,from,to,outflowUsdBillion,baseUsdBillion,sharePercent,' +
    'document,url,confidence,knownFrom,hindsightFor';
  const anchors = [...reversions(), ...runs()];
  writeDataset('peer-behaviour', 'failure-anchors', header, anchors.map(row), {
    source: 'FFIEC Call Reports, Federal Reserve, FDIC by way of the press, as each row says',
    document: 'column document',
    url: 'https://cdr.ffiec.gov/public/PWS/DownloadBulkData.aspx',
    retrieved: vintage,
    licence: 'Facts, each cited with its source; Call Report data are public',
    knownFrom: 'column knownFrom',
    fields: {
      failure: 'stickiness, digital or combined: the assumption failure that it anchors',
      'bank quantity': 'whose deposits, and which of them are the base',
      'from to': 'ISO 8601: date of the base, date by which the outflow had happened',
      'outflowUsdBillion baseUsdBillion': 'USD billion',
      sharePercent: 'outflow / base, percent',
      'document url confidence': 'passport of the row; derived = arithmetic on the sources',
      knownFrom: 'ISO date on which the figures were public',
      hindsightFor:
        'cases decided before that date: there the row may only set the severity of an ' +
        'assumption failure, as a labelled judgement, never an input of the baseline',
    },
    notes: [
      'Deposits moved by reclassification or sweep are in the Schwab figures.',
      'The 100 billion requested of Silicon Valley Bank for 2023-03-10 was never settled; the ' +
        'review says over 40 billion for 2023-03-09, testimony and the state regulator 42.',
      ...documentsOf(anchors),
    ],
  });
}
