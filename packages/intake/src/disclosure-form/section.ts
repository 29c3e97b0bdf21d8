/** What may stand in a section of the form: its items, and which of them add up. */
interface SectionForm {
  readonly title: string;
  /** Amounts whose parts (`of`, `bucket`) add up to the fact without them. */
  readonly adding: readonly string[];
  readonly alone: readonly string[];
}

const SECURITIES = {
  adding: ['amortised-cost', 'unrealised-gain', 'unrealised-loss', 'fair-value', 'carrying-amount'],
  alone: ['allowance', 'yield', 'duration', 'memorandum'],
};

/** The sections of a disclosure in the order of the form (rule DISC-2). */
export const SECTIONS = {
  balanceSheet: {
    title: 'Balance sheet',
    adding: ['assets', 'liabilities', 'equity'],
    alone: ['memorandum'],
  },
  securitiesAfs: { title: 'Securities available for sale', ...SECURITIES },
  securitiesHtm: { title: 'Securities held to maturity', ...SECURITIES },
  loans: {
    title: 'Loans',
    adding: ['balance', 'fixed-rate', 'variable-rate'],
    alone: ['yield', 'share', 'memorandum'],
  },
  deposits: {
    title: 'Deposits',
    adding: ['balance', 'time-balance'],
    alone: ['rate', 'average-balance', 'uninsured', 'beta', 'memorandum'],
  },
  borrowings: {
    title: 'Borrowings',
    adding: ['short-term', 'long-term', 'principal'],
    alone: ['rate', 'fair-value', 'memorandum'],
  },
  hedges: {
    title: 'Hedges',
    adding: [],
    alone: ['notional', 'fair-value', 'hedged-cost', 'basis-adjustment', 'memorandum'],
  },
  capital: {
    title: 'Capital',
    adding: [],
    alone: [
      'cet1',
      'additional-tier-1',
      'tier-1',
      'tier-2',
      'total-capital',
      'risk-weighted-assets',
      'leverage-assets',
      'cet1-ratio',
      'tier-1-ratio',
      'total-capital-ratio',
      'leverage-ratio',
      'memorandum',
    ],
  },
  unrealised: {
    title: 'Unrealised gains and losses',
    adding: [],
    alone: ['aoci', 'carrying-amount', 'fair-value', 'deferred-tax', 'memorandum'],
  },
  liquidity: {
    title: 'Liquidity',
    adding: [],
    alone: ['capacity', 'collateral', 'memorandum'],
  },
  income: {
    title: 'Income',
    adding: [],
    alone: [
      'interest-income',
      'interest-expense',
      'net-interest-income',
      'net-interest-margin',
      'net-income',
      'memorandum',
    ],
  },
  sensitivities: {
    title: 'Published sensitivities',
    adding: [],
    alone: ['eve', 'nii', 'eve-change', 'nii-change', 'memorandum'],
  },
} as const satisfies Readonly<Record<string, SectionForm>>;

export type SectionName = keyof typeof SECTIONS;

export const SECTION_NAMES: readonly SectionName[] = [
  'balanceSheet',
  'securitiesAfs',
  'securitiesHtm',
  'loans',
  'deposits',
  'borrowings',
  'hedges',
  'capital',
  'unrealised',
  'liquidity',
  'income',
  'sensitivities',
];

/** The items that a section takes. */
export function itemsOf(section: SectionName): readonly string[] {
  const { adding, alone }: SectionForm = SECTIONS[section];
  return [...adding, ...alone];
}

/** Whether parts of the item add up to a total. */
export function addsUp(section: SectionName, item: string): boolean {
  const { adding }: SectionForm = SECTIONS[section];
  return adding.includes(item);
}
