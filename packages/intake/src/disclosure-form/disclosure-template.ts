import { itemsOf, SECTION_NAMES, SECTIONS, type SectionName } from './section.js';

interface Line {
  readonly item: string;
  readonly label: string;
  readonly of?: string;
  readonly bucket?: string;
  readonly shockBp?: number;
  /** Money where it is left out. */
  readonly unit?: 'percent' | 'years';
}

const line = (item: string, label: string, of?: string): Line => ({
  ...{ item, label },
  ...(of === undefined ? {} : { of }),
});
const percent = (each: Line): Line => ({ ...each, unit: 'percent' });

function securities(book: string): Line[] {
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['US Treasuries', 'us-treasury'],
    ['agency mortgage-backed', 'agency-mbs'],
    ['all', undefined],
  ];
  return [
    ...rows.flatMap(([words, of]) => [
      line('amortised-cost', `${book}, ${words}: amortised cost`, of),
      line('unrealised-gain', `${book}, ${words}: gross unrealised gains`, of),
      line('unrealised-loss', `${book}, ${words}: gross unrealised losses (negative)`, of),
      line('fair-value', `${book}, ${words}: fair value`, of),
    ]),
    line('carrying-amount', `${book}: carrying amount`),
    ...['up to 1 year', '1 to 5 years', '5 to 10 years', 'over 10 years'].map((bucket) => ({
      ...line('carrying-amount', `${book}: carrying amount, maturity ${bucket}`),
      bucket,
    })),
    percent(line('yield', `${book}: weighted average yield`)),
    { ...line('duration', `${book}: weighted average duration`), unit: 'years' },
  ];
}

/** The facts that most annual reports print; lines are added and taken out as the bank needs. */
const LINES: Readonly<Record<SectionName, readonly Line[]>> = {
  balanceSheet: [
    line('assets', 'Cash and cash equivalents', 'cash'),
    line('assets', 'AFS securities, fair value', 'securities-afs'),
    line('assets', 'HTM securities, net carrying amount', 'securities-htm'),
    line('assets', 'Loans, amortised cost', 'loans'),
    line('assets', 'Allowance for credit losses on loans (negative)', 'allowance'),
    line('assets', 'Other assets', 'other-assets'),
    line('assets', 'Total assets'),
    line('liabilities', 'Total deposits', 'deposits'),
    line('liabilities', 'Short-term borrowings', 'short-term-borrowings'),
    line('liabilities', 'Long-term debt', 'long-term-debt'),
    line('liabilities', 'Other liabilities', 'other-liabilities'),
    line('liabilities', 'Total liabilities'),
    line('equity', 'Common stock, surplus and retained earnings', 'common'),
    line('equity', 'Accumulated other comprehensive income', 'aoci'),
    line('equity', 'Total equity'),
  ],
  securitiesAfs: securities('AFS'),
  securitiesHtm: [...securities('HTM'), line('allowance', 'HTM: allowance for credit losses')],
  loans: [
    line('balance', 'Commercial loans', 'commercial'),
    line('balance', 'Mortgages', 'mortgages'),
    line('balance', 'Total loans'),
    line('fixed-rate', 'Fixed-rate loans'),
    line('variable-rate', 'Variable-rate loans'),
    percent(line('yield', 'Yield of loans')),
  ],
  deposits: [
    line('balance', 'Noninterest-bearing demand', 'noninterest-bearing'),
    line('balance', 'Checking and savings', 'checking-savings'),
    line('balance', 'Money market', 'money-market'),
    line('balance', 'Time', 'time'),
    line('balance', 'Total deposits'),
    percent(line('rate', 'Rate paid on checking and savings', 'checking-savings')),
    percent(line('rate', 'Rate paid on money market', 'money-market')),
    percent(line('rate', 'Rate paid on time deposits', 'time')),
    line('uninsured', 'Estimated uninsured deposits'),
  ],
  borrowings: [
    line('short-term', 'Short-term FHLB advances', 'fhlb'),
    line('short-term', 'Total short-term borrowings'),
    percent(line('rate', 'Rate of short-term FHLB advances', 'fhlb')),
    line('long-term', 'Senior notes, carrying amount', 'senior-notes'),
    line('long-term', 'Total long-term debt'),
    percent(line('rate', 'Rate of senior notes', 'senior-notes')),
  ],
  hedges: [line('notional', 'Pay-fixed swaps, notional', 'pay-fixed')],
  capital: [
    line('cet1', 'CET1'),
    line('additional-tier-1', 'Additional tier 1'),
    line('tier-1', 'Tier 1'),
    line('tier-2', 'Tier 2'),
    line('total-capital', 'Total capital'),
    line('risk-weighted-assets', 'Risk-weighted assets'),
    line('leverage-assets', 'Average assets for the leverage ratio'),
    percent(line('cet1-ratio', 'CET1 ratio')),
    percent(line('leverage-ratio', 'Leverage ratio')),
  ],
  unrealised: [line('aoci', 'Unrealised losses of securities in AOCI, after tax')],
  liquidity: [line('capacity', 'Unused capacity at the FHLB', 'fhlb')],
  income: [
    line('interest-income', 'Interest income of the year'),
    line('interest-expense', 'Interest expense of the year'),
    line('net-interest-income', 'Net interest income of the year'),
  ],
  sensitivities: [100, 200, -100].flatMap((shockBp) => [
    percent({ ...line('eve-change', `EVE change at ${shockBp} bp`), shockBp }),
    percent({ ...line('nii-change', `12-month NII change at ${shockBp} bp`), shockBp }),
  ]),
};

const HEAD = `# Public facts of a bank, one fact a figure with its passport: what it is, the day it
# describes, and the page it was read from. Form and rules: docs/method/disclosure.md.
#
# 1. Fill in every key that is empty. Take out facts the documents do not print, add others in the
#    same way; a section without facts is an empty list: [].
# 2. Run: almfes disclosure check THIS-FILE. It names each line that is empty or does not hold.
#
# A number is written as printed, without quotes and separators, in the unit below; a rate of
# 5.25% as 5.25 percent.
# Losses and allowances that lower an asset are negative. Dates are YYYY-MM-DD.
# of, bucket: which part of the item the fact tells. The fact without them is the total.
# confidence: seen, seen-secondary, derived or recalled. role: input, target, evidence or outcome;
# input and target must be public by the decision date.
`;

/** An empty form with its instructions (rule DISC-13), as YAML. `slug` names the case. */
export function disclosureTemplate(slug: string): string {
  const head = [
    'schema: almfes/disclosure/1',
    `case: ${JSON.stringify(slug)}`,
    'institution: # name of the bank or group',
    'valuationDate: # day of the balance sheet',
    'decisionDate: # day of the decision; no input may be published later',
    'currency: USD',
    'unit: USD million # as printed: USD thousand, USD million or USD billion',
    'note: # what the sources are',
    'documents:',
    '  annual-report: # any name; facts refer to it',
    '    title: # such as: Form 10-K FY2022 (filed 2023-02-24, accession number)',
    '    knownFrom: # day it was published',
    '    url: # https:// address where any reader finds it',
  ];
  return [HEAD + head.join('\n'), ...SECTION_NAMES.map(sectionText)].join('\n\n').concat('\n');
}

function sectionText(section: SectionName): string {
  const facts = LINES[section].map((each, index) => factText(section, each, index));
  return [
    `# ${SECTIONS[section].title}. Items:`,
    ...itemLines(section),
    `${section}:`,
    ...facts,
  ].join('\n');
}

/** The items of a section in comments of at most a screen's width. */
function itemLines(section: SectionName): string[] {
  const lines: string[] = [];
  for (const item of itemsOf(section)) {
    const longer = `${lines.at(-1) ?? ''}, ${item}`;
    if (lines.length > 0 && longer.length < 100) lines[lines.length - 1] = longer;
    else lines.push(`#   ${item}`);
  }
  return lines;
}

function factText(section: SectionName, each: Line, index: number): string {
  const { item, label, of, bucket, shockBp, unit = 'USD million' } = each;
  const lines = [
    `id: ${section}.${index + 1}.${item}`,
    `item: ${item}`,
    ...(of === undefined ? [] : [`of: ${of}`]),
    ...(bucket === undefined ? [] : [`bucket: ${bucket}`]),
    ...(shockBp === undefined ? [] : [`shockBp: ${shockBp}`]),
    `label: ${JSON.stringify(label)}`,
    'value:',
    `unit: ${unit}`,
    'asOf:',
    'document: annual-report',
    'locator:',
    'confidence: seen',
    'role: input',
  ];
  return lines.map((text, at) => `${at === 0 ? '  - ' : '    '}${text}`).join('\n');
}
