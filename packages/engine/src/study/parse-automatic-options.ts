import { type Issue, issue, type Read, read } from '../foundation/index.js';
import {
  type AutomaticOptions,
  type CreditUnionPart,
  type OptionVolatility,
  STUDY_OPTION_KINDS,
  type StudyOption,
} from '../metric/index.js';
import { sourced } from './parse-sourced.js';

const { describe, identifier, list, members, number, object, oneOf, pointer } = read;

const MOST_OPTIONS = 1000;
const LAST_MONTH = 480;
const PAYMENT_MONTHS = [1, 3, 6, 12];

const readNormal: Read<OptionVolatility> = object<Extract<OptionVolatility, { kind: 'normal' }>>({
  kind: oneOf(['normal']),
  volatility: sourced({ min: 0, max: 0.5, what: 'a normal volatility (0.01 is 100 bp)' }),
});
const readBlack: Read<OptionVolatility> = object<Extract<OptionVolatility, { kind: 'black' }>>({
  kind: oneOf(['black']),
  volatility: sourced({ min: 0, max: 10, what: 'a Black volatility (0.2 is 20 per cent)' }),
  shift: sourced({ min: 0, max: 1, what: 'a shift of rates' }),
});

const readVolatility: Read<OptionVolatility> = (value, path, issues) => {
  const found = members(value, path, issues);
  if (found === undefined) return undefined;
  if (found.kind === 'normal') return readNormal(value, path, issues);
  if (found.kind === 'black') return readBlack(value, path, issues);
  issues.push(issue('enum', pointer(path, 'kind'), 'normal or black', describe(found.kind)));
  return undefined;
};

const month = (min: number) => number({ min, max: LAST_MONTH, integer: true, what: 'a month' });

const optionKeys: Read<StudyOption> = object<StudyOption>({
  id: identifier,
  kind: oneOf(STUDY_OPTION_KINDS),
  position: oneOf(['bought', 'sold']),
  notionalUsdMillion: number({ min: 0, aboveMin: true, max: 1e12, what: 'USD million' }),
  strikeRate: number({ min: -0.05, max: 0.5, what: 'a decimal rate' }),
  startMonth: month(0),
  maturityMonth: month(1),
  paymentMonths: number({ min: 1, max: 12, integer: true, what: '1, 3, 6 or 12 months' }),
  volatility: readVolatility,
});

const readOption: Read<StudyOption> = (value, path, issues) => {
  const option = optionKeys(value, path, issues);
  if (option === undefined) return undefined;
  const wrong = monthIssues(option, path);
  issues.push(...wrong);
  return wrong.length === 0 ? option : undefined;
};

/** Whole periods, and an exercise that is still to come. */
function monthIssues(option: StudyOption, path: string): Issue[] {
  const { kind, startMonth, maturityMonth, paymentMonths } = option;
  const wrong = (key: string, expected: string, got: number): Issue =>
    issue('option.months', pointer(path, key), expected, String(got));
  if (!PAYMENT_MONTHS.includes(paymentMonths)) {
    return [wrong('paymentMonths', '1, 3, 6 or 12', paymentMonths)];
  }
  const isSwaption = kind === 'payer-swaption' || kind === 'receiver-swaption';
  if (isSwaption && startMonth < 1) return [wrong('startMonth', 'an exercise from 1', startMonth)];
  const length = maturityMonth - startMonth;
  if (length > 0 && length % paymentMonths === 0) return [];
  const expected = `whole periods of ${paymentMonths} months after month ${startMonth}`;
  return [wrong('maturityMonth', expected, maturityMonth)];
}

const optionList = list(readOption, MOST_OPTIONS, 1);

const readOptions: Read<StudyOption[]> = (value, path, issues) => {
  const options = optionList(value, path, issues);
  const seen = new Set<string>();
  options?.forEach(({ id }, index) => {
    const at = pointer(pointer(path, index), 'id');
    if (seen.has(id)) issues.push(issue('duplicate-id', at, 'a new id', id));
    seen.add(id);
  });
  return options;
};

/** Caps, floors and swaptions, bought or sold (rule STANDARD-15). */
export const readAutomaticOptions: Read<AutomaticOptions> = object<AutomaticOptions>({
  options: readOptions,
});

/** What makes a Study one of a credit union (rule STANDARD-19). */
export const readCreditUnion: Read<CreditUnionPart> = object<CreditUnionPart>({
  shockScenario: identifier,
});
