import type { LegTenor, Stub, SubPeriodCompounding } from '@almfes/engine';

/** What the text of one leg in curves_swaps.json says; absent where it says nothing. */
export interface LegWords {
  side: 'pay' | 'receive';
  rate?:
    | { kind: 'fixed'; rate: number }
    | { kind: 'libor'; tenor: string }
    | { kind: 'overnight'; method: 'compounded' | 'averaged' };
  curve?: string;
  accrualTenor?: LegTenor;
  paymentTenor?: LegTenor;
  start?: string;
  end?: string;
  stub: Stub;
  stubRate?:
    | { kind: 'interpolated'; shorter: string; longer: string }
    | { kind: 'fixed'; rate: number }
    | { kind: 'libor'; tenor: string };
  compounding: SubPeriodCompounding;
  spread: number;
  dayCount?: 'ACT/360' | '30/360 US' | 'ACT/365F';
  paymentLagDays?: number;
  notional?: number;
  notionalChange?: number;
}

type Rule = readonly [pattern: RegExp, apply: (leg: LegWords, ...parts: string[]) => void];

const TENOR = String.raw`\d+[DWMY]`;
const EACH = `(?:per|each|every|a) (?:period|quarter|month|year|accrual period|${TENOR})`;
const AMOUNT = String.raw`([\d.,]*\d) ?(m|mm|million|k)?(?![\w.])`;
const LESS =
  '(?:amorti[sz](?:ing|ed|es)|(?:de|re)creas(?:ing|es|ed)|reduc(?:ing|es|ed)' +
  '|stepping down|falling|minus)(?: linearly)?';
const TERM_RATE = String.raw`(?:(?:USD )?LIBOR )?(\d+[MW])`;
const METHOD = '(STRAIGHT|FLAT|SPREAD_EXCLUSIVE)';
const WORD_TENORS = new Map([
  ['monthly', '1M'],
  ['quarterly', '3M'],
  ['semiannual', '6M'],
  ['semi-annual', '6M'],
  ['annual', '12M'],
]);

/** Order matters: the longest saying of a thing stands first. */
const RULES: readonly Rule[] = [
  [
    new RegExp(
      '(?:stub rate |stub )?interpolated (?:stub )?(?:rate )?(?:linearly )?(?:in days )?' +
        `between ${TERM_RATE} and ${TERM_RATE}`,
    ),
    (leg, shorter = '', longer = '') => {
      leg.stubRate = { kind: 'interpolated', shorter, longer };
    },
  ],
  [
    /(?:initial |final )?stub (?:rate )?(?:fixed )?(?:at )?([\d.]+)%/,
    (leg, percent = '') => {
      leg.stubRate = { kind: 'fixed', rate: Number(percent) / 100 };
    },
  ],
  [
    new RegExp(
      '(?:initial |final )?stub (?:rate |uses |takes |on |of |from |at |the |full )*' +
        '(?:(?:USD )?LIBOR (\\d+[MW])(?: index| rate)?|(\\d+[MW]) index)',
    ),
    (leg, named, bare) => {
      leg.stubRate = { kind: 'libor', tenor: named ?? bare ?? '' };
    },
  ],
  [
    /(\d{4}-\d\d-\d\d)(?:\.\.| to )(\d{4}-\d\d-\d\d)/,
    (leg, start = '', end = '') => {
      Object.assign(leg, { start, end });
    },
  ],
  [
    /fixed (-?[\d.]+)%/,
    (leg, percent = '') => {
      leg.rate = { kind: 'fixed', rate: Number(percent) / 100 };
    },
  ],
  [
    /(?:USD )?LIBOR (\d+[MW])/,
    (leg, tenor = '') => {
      leg.rate = { kind: 'libor', tenor };
    },
  ],
  [
    /(?:USD )?(?:FedFunds?|Fed Funds?|FED_FUND)/,
    (leg) => {
      leg.rate = { kind: 'overnight', method: 'compounded' };
    },
  ],
  [
    /curve (?:= )?(discount(?: curve)?|\w+)/,
    (leg, curve = '') => {
      leg.curve = curve;
    },
  ],
  [
    /(SHORT|LONG)_(INITIAL|FINAL)/,
    (leg, length = '', place = '') => {
      leg.stub = STUBS.find((stub) => stub === `${length}-${place}`.toLowerCase()) ?? 'none';
    },
  ],
  [
    new RegExp(`${METHOD} (?:compounding|compounded)|(?:compounding|compounded) ${METHOD}`),
    (leg, before, after) => {
      const method = (before ?? after ?? '').toLowerCase().replace('_', '-');
      leg.compounding = COMPOUNDINGS.find((known) => known === method) ?? 'none';
    },
  ],
  [
    /single payment(?: at (?:maturity|the end))?|paid (?:once )?at (?:maturity|the end)/,
    (leg) => {
      leg.paymentTenor = 'term';
    },
  ],
  [
    new RegExp(
      '(?:paid|payments?|payment frequency|pays|to|into|within|payable) (?:every |each )?' +
        `(${TENOR})(?: payments?)?(?: periods?)?|(${TENOR}) payments?`,
    ),
    (leg, before, after) => {
      leg.paymentTenor = tenorOf(before ?? after ?? '');
    },
  ],
  [
    /(?:paid|payable|payments?) (monthly|quarterly|semi-?annually|annually)/,
    (leg, word = '') => {
      const tenor = WORD_TENORS.get(word.replace(/ly$/, '')) ?? WORD_TENORS.get(word);
      leg.paymentTenor = tenorOf(tenor ?? word);
    },
  ],
  [
    /(?:arithmetic(?:ally)? )?averaged?/i,
    (leg) => {
      leg.rate = { kind: 'overnight', method: 'averaged' };
    },
  ],
  [
    /compounded/,
    (leg) => {
      if (leg.rate?.kind !== 'overnight') throw new Error('compounded how?');
    },
  ],
  [
    /payment lag (\d+) ?bd/,
    (leg, days = '') => {
      leg.paymentLagDays = Number(days);
    },
  ],
  [
    new RegExp(`(?:${LESS}|notional|steps?|- ?|−)(?: |by |of |-|−)*${AMOUNT} ${EACH}`),
    (leg, ...parts) => {
      leg.notionalChange = -amountOf(parts);
    },
  ],
  [
    new RegExp(`notional ${AMOUNT}`),
    (leg, ...parts) => {
      leg.notional = amountOf(parts);
    },
  ],
  [/(?:on )?(?:the )?same (?:amorti[sz]ing )?notional(?: schedule)?/, () => undefined],
  [
    /(?:spread )?([+-]) ?([\d.]+) ?bp|spread ([\d.]+) ?bp/,
    (leg, sign, size, plain) => {
      leg.spread = (Number(size ?? plain) / 1e4) * (sign === '-' ? -1 : 1);
    },
  ],
  [
    /(?:spread )?([+-]) ?([\d.]+)%|spread ([\d.]+)%/,
    (leg, sign, size, plain) => {
      leg.spread = (Number(size ?? plain) / 100) * (sign === '-' ? -1 : 1);
    },
  ],
  [
    /ACT\/360|ACT\/365F|30U\/360/,
    (leg, ...parts) => {
      const text = parts.at(-1);
      leg.dayCount = text === '30U/360' ? '30/360 US' : text === 'ACT/360' ? text : 'ACT/365F';
    },
  ],
  [
    /monthly|quarterly|semi-?annual|annual/,
    (leg, ...parts) => {
      leg.accrualTenor = tenorOf(WORD_TENORS.get(parts.at(-1) ?? '') ?? '');
    },
  ],
  [
    /term/,
    (leg) => {
      leg.accrualTenor = 'term';
    },
  ],
  [
    new RegExp(TENOR),
    (leg, ...parts) => {
      if (leg.accrualTenor === undefined) leg.accrualTenor = tenorOf(parts.at(-1) ?? '');
      else leg.paymentTenor = tenorOf(parts.at(-1) ?? '');
    },
  ],
  [
    /(?:x ?)?\d+ (?:steps|times|periods)|from (?:the )?(?:period 1|1st period|second period)/,
    () => undefined,
  ],
  [
    new RegExp(
      'amorti[sz]ing|with|and|spread|stub|accruals?|leg|notional|on|paid|payments?|schedule' +
        '|linearly|initial|final|zero[- ]coupon|index|basis|regular|no stub',
    ),
    () => undefined,
  ],
];

const STUBS: readonly Stub[] = ['short-initial', 'long-initial', 'short-final', 'long-final'];
const COMPOUNDINGS: readonly SubPeriodCompounding[] = ['straight', 'flat', 'spread-exclusive'];

export function tenorOf(text: string): LegTenor {
  const parts = /^(\d+)([DWMY])$/.exec(text);
  const unit = (['D', 'W', 'M', 'Y'] as const).find((known) => known === parts?.[2]);
  if (unit === undefined) throw new Error(`no tenor: ${text}`);
  return { count: Number(parts?.[1]), unit };
}

function amountOf([digits = '', unit = '']: readonly string[]): number {
  const scale = unit === 'k' ? 1e3 : unit.startsWith('m') ? 1e6 : 1;
  return Number(digits.replaceAll(',', '')) * scale;
}

const SEPARATORS = /^[\s,;()]+/;

/** Reads the whole text; a word that no rule knows is an error, never passed over. */
export function readLeg(text: string): LegWords {
  const side = /^(PAY|RECEIVE) /.exec(text)?.[1];
  if (side === undefined) throw new Error(`neither PAY nor RECEIVE: ${text}`);
  const leg: LegWords = {
    side: side === 'PAY' ? 'pay' : 'receive',
    stub: 'none',
    compounding: 'none',
    spread: 0,
  };
  let rest = text.slice(side.length);
  for (rest = rest.replace(SEPARATORS, ''); rest !== ''; rest = rest.replace(SEPARATORS, '')) {
    rest = rest.slice(readWords(leg, rest));
  }
  return leg;
}

function readWords(leg: LegWords, rest: string): number {
  for (const [pattern, apply] of RULES) {
    const found = new RegExp(`^(?:${pattern.source})(?![\\w/])`, pattern.flags).exec(rest);
    if (found === null) continue;
    apply(leg, ...found.slice(1), found[0]);
    return found[0].length;
  }
  throw new Error(`words no rule knows: ${rest}`);
}
