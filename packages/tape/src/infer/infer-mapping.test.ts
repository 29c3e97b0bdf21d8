import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseMapping, type TermName } from '../mapping/index.js';
import { openTape } from '../open-tape.js';
import { type ColumnProfile, profileTape, type TapeProfile } from '../profile/index.js';
import { ACCEPTED_CONFIDENCE, inferMapping } from './infer-mapping.js';
import type { MappingProposal, OpenTerm, ProposalLine } from './proposal.js';
import { proposalText } from './proposal-text.js';
import { nameMatches } from './synonyms.js';

const FOLDER = new URL('../../../../docs/example/tape/', import.meta.url);

async function exampleProfile(): Promise<TapeProfile> {
  const tape = await openTape({ file: fileURLToPath(new URL('contracts.csv', FOLDER)) });
  if (!tape.ok) throw new Error(JSON.stringify(tape.issues));
  const profile = await profileTape(tape.value);
  await tape.value.close();
  if (!profile.ok) throw new Error(JSON.stringify(profile.issues));
  return profile.value;
}

/** A column as the profile gives it, of a hundred rows. */
function column(name: string, terms: Partial<ColumnProfile> = {}): ColumnProfile {
  const counts = { rows: 100, absent: 0, distinct: 5, unfit: 0 };
  return { name, stored: 'text', reads: 'text', ...counts, examples: [], ...terms };
}

function numbers(name: string, median: number, p99: number): ColumnProfile {
  const range = { least: 0, p01: 0, median, p99, most: p99 };
  return column(name, { reads: 'number', numerals: '1234.5', range, distinct: 80 });
}

function dates(name: string, ...patterns: readonly string[]): ColumnProfile {
  const range = { least: 0, p01: 0, median: 0, p99: 0, most: 0 };
  return column(name, { reads: 'date', patterns, range, distinct: 60 });
}

function codes(name: string, ...cells: readonly string[]): ColumnProfile {
  return column(name, {
    examples: cells.map((cell) => ({ cell, rows: 1 })),
    distinct: cells.length,
  });
}

function infer(...columns: readonly ColumnProfile[]): MappingProposal {
  return inferMapping({ fileName: 'loans.csv', rows: 100, columns }, 'loans');
}

function lineOf(proposal: MappingProposal, term: TermName): ProposalLine | undefined {
  return proposal.sections[0]?.lines.find((line) => line.term === term);
}

function openOf(proposal: MappingProposal, term: TermName): OpenTerm | undefined {
  return proposal.sections[0]?.open.find((open) => open.term === term);
}

describe('a proposed mapping', () => {
  it('TAPE-25: no sure line of the example differs from the mapping made by hand', async () => {
    const proposal = inferMapping(await exampleProfile());
    const text = readFileSync(new URL('mapping.yaml', FOLDER), 'utf8');
    const byHand = parseMapping({ text, name: 'mapping.yaml' });
    if (!byHand.ok) throw new Error('the example is good');
    let compared = 0;
    for (const { kind, lines } of proposal.sections) {
      const terms = byHand.value.rows.find((rows) => rows.kind === kind)?.terms ?? {};
      for (const { term, source, confidence } of lines) {
        expect(confidence).toBeGreaterThanOrEqual(ACCEPTED_CONFIDENCE);
        const hand = terms[term];
        if (hand === undefined || 'constant' in hand || 'constant' in source) continue;
        const { codes: theirs = {}, ...plain } = source;
        const { codes: ours = {}, whenEmpty: _, ...plainByHand } = hand;
        expect([kind, term, plain]).toEqual([kind, term, plainByHand]);
        for (const [code, meaning] of Object.entries(theirs)) {
          if (ours[code] !== undefined)
            expect([term, code, meaning]).toEqual([term, code, ours[code]]);
        }
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(40);
    const open = proposal.sections[0]?.open.map(({ term }) => term);
    // The unit of amounts, here thousands, and the classes of securities among those of the ledger.
    expect(open).toEqual(['accountingClass', 'notionalPrincipal', 'amortisedCost', 'fairValue']);
    expect(proposal.questions).toEqual([
      'RECORD is GL in some rows: which kind are they, or are they left out?',
      'RECORD is TRAILER in some rows: which kind are they, or are they left out?',
    ]);
  });

  it('TAPE-25: written out it is refused until a person has answered', async () => {
    const text = proposalText(inferMapping(await exampleProfile()));
    const draft = parseMapping({ text, name: 'draft.yaml' });
    const missing = draft.ok ? [] : draft.issues.map(({ code, path }) => `${code} ${path}`);
    expect(missing[0]).toMatch(/^missing draft.yaml line \d+, .rows.0.terms.notionalPrincipal$/);
    expect(text).toContain('# OPEN notionalPrincipal, 0.64: outstanding principal');
  });

  it.each([
    ['notionalPrincipal', 'notionalPrincipal', 1],
    ['CURR_BAL', 'notionalPrincipal', 0.9],
    ['currentBalance', 'notionalPrincipal', 0.9],
    ['MAT_DT', 'maturityDate', 1],
    ['end_date', 'maturityDate', 0.9],
    ['LOAN NO.', 'contractID', 0.9],
    ['Next Repricing Date', 'cycleAnchorDateOfRateReset', 0.9],
    ['Bank internal current balance', 'notionalPrincipal', 0.6],
    ['guarantee_amount', 'insuredAmount', 0.9],
    ['branch', 'maturityDate', 0],
  ] as const)('TAPE-25: the name %s speaks for %s by %d', (name, term, strength) => {
    const found = nameMatches(name).find((match) => match.term === term);
    expect(found?.strength ?? 0).toBe(strength);
  });

  it.each([
    [5.25, 7, 'per cent'],
    [0.0525, 0.07, 'decimal'],
    [525, 700, 'basis points'],
    [0.2, 5, 'per cent'],
  ])('TAPE-25: rates half to %d and nearly all to %d are in %s', (median, p99, unit) => {
    const line = lineOf(infer(numbers('INT_RATE', median, p99)), 'nominalInterestRate');
    expect(line?.source).toEqual({ column: 'INT_RATE', unit });
    expect(line?.confidence).toBe(0.94); // 0.6 x 0.9 + 0.2 + 0.2
  });

  it('TAPE-25: what speaks against a column leaves it open, with the reason', () => {
    const twoPatterns = infer(dates('MATURITY', 'MM/DD/YYYY', 'DD/MM/YYYY'));
    expect(openOf(twoPatterns, 'maturityDate')?.question).toContain(
      'is it MATURITY? the name matches the known name "maturity"; its cells are dates ' +
        'MM/DD/YYYY; as well DD/MM/YYYY: which is it?',
    );
    const twice = infer(column('LOAN_ID', { distinct: 90 }));
    expect(openOf(twice, 'contractID')?.best?.confidence).toBe(0.34); // 0.54 + 0.2 - 0.4
    expect(
      openOf(infer(numbers('BALANCE', 55_000, 99_000)), 'notionalPrincipal')?.question,
    ).toContain('half of it to 55000: USD, or thousands?');
    const unknown = infer(codes('RATE_TYPE', 'F', 'V', 'H'));
    expect(openOf(unknown, 'rateType')?.question).toContain('unknown codes H');
    const text = infer(column('MATURITY'));
    expect(openOf(text, 'maturityDate')?.best).toBe(undefined);
  });

  it('TAPE-25: two columns that are as sure are a question, however sure', () => {
    const both = infer(dates('MATURITY', 'YYYY-MM-DD'), dates('END_DATE', 'YYYY-MM-DD'));
    expect(openOf(both, 'maturityDate')?.question).toBe(
      'maturity; only a contract of type UMP has none: MATURITY or END_DATE?',
    );
  });

  it('TAPE-25: a unit in the name of an amount is taken, codes are translated', () => {
    const proposal = infer(numbers('BALANCE_USD_K', 55, 9000), codes('RATE_TYPE', 'FIX', 'ARM'));
    expect(lineOf(proposal, 'notionalPrincipal')?.source).toEqual({
      column: 'BALANCE_USD_K',
      unit: 'USD thousand',
    });
    expect(lineOf(proposal, 'rateType')?.source).toEqual({
      column: 'RATE_TYPE',
      codes: { FIX: 'fixed', ARM: 'floating' },
    });
  });

  it('TAPE-25: what no words tell is asked', () => {
    const profile = { fileName: 'extract.csv', rows: 100, columns: [column('A'), column('B')] };
    expect(inferMapping(profile)).toEqual({
      fileName: 'extract.csv',
      leaveOut: [],
      sections: [],
      questions: ['What kind of rows are these?'],
    });
  });
});

const FIRE_LOAN: readonly ColumnProfile[] = [
  ...[column('id', { distinct: 100 }), dates('date', 'YYYY-MM-DDTHH:mm:ssZ')],
  ...[codes('currency_code', 'USD'), codes('type', 'mortgage', 'commercial')],
  ...[codes('repayment_type', 'repayment'), codes('rate_type', 'fixed', 'tracker')],
  ...[numbers('balance', 25_000_000, 90_000_000), codes('base_rate', 'FDTR')],
  codes('status', 'actual', 'committed'),
  ...[dates('start_date', 'YYYY-MM-DD'), dates('end_date', 'YYYY-MM-DD')],
];

describe('a tape in the terms of FIRE', () => {
  it('TAPE-25: is known by its attributes; its patterns of dates are those of the cells', () => {
    const columns = [...FIRE_LOAN, numbers('rate', 5.25, 7)];
    const proposal = inferMapping({ fileName: 'x.jsonl', rows: 100, columns });
    expect(proposal.sections.map(({ kind, open }) => [kind, open])).toEqual([['loans', []]]);
    expect(lineOf(proposal, 'notionalPrincipal')?.source).toEqual({
      column: 'balance',
      unit: 'USD cent',
    });
    expect(lineOf(proposal, 'maturityDate')?.source).toEqual({
      column: 'end_date',
      pattern: 'YYYY-MM-DD',
    });
    const saved = parseMapping({ text: proposalText(proposal), name: 'x.yaml' });
    expect(saved.ok && saved.value.leaveOut.map(({ reason }) => reason)).toEqual([
      'a loan that is cancelled or not drawn',
    ]);
  });

  it('TAPE-25: rates that look like decimals against its text are left open', () => {
    const columns = [...FIRE_LOAN, numbers('rate', 0.0525, 0.07)];
    const proposal = inferMapping({ fileName: 'x.jsonl', rows: 100, columns });
    expect(openOf(proposal, 'nominalInterestRate')?.question).toContain(
      'FIRE says per cent, half of it to 0.0525, nearly all to 0.07: looks like decimals',
    );
  });
});
