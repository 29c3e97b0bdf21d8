import { issue, type Read, read } from '../../foundation/index.js';
import { byMember } from '../parse-convention.js';
import type { VolatilityQuote } from './option-terms.js';
import { readCap, readFloor } from './parse-cap-floor.js';
import { readEuropeanSwaption } from './parse-swaption.js';
import type { HullWhiteVolatility, RateVolatility } from './rate-volatility.js';
import type { QuotedOption, VolatilityQuotes } from './volatility-quotes.js';

const MOST_QUOTES = 500;

const normalVolatility = read.number({
  what: 'a normal volatility (0.01 is 100 basis points)',
  min: 0,
  max: 0.5,
});

const readBlack = read.object<Extract<VolatilityQuote, { kind: 'black' }>>({
  kind: read.oneOf(['black']),
  volatility: read.number({ what: 'a Black volatility (0.2 is 20 per cent)', min: 0, max: 10 }),
  shift: read.number({ what: 'a shift of rates', min: 0, max: 1 }),
});
const readNormal = read.object<Extract<VolatilityQuote, { kind: 'normal' }>>({
  kind: read.oneOf(['normal']),
  volatility: normalVolatility,
});
const reversion = read.number({ what: 'a mean reversion a year', min: -0.5, max: 1 });
const readHullWhite = read.object<HullWhiteVolatility>({
  kind: read.oneOf(['hull-white']),
  reversion,
  volatility: normalVolatility,
});

const readQuote: Read<VolatilityQuote> = byMember<VolatilityQuote>('kind', {
  black: readBlack,
  normal: readNormal,
});

const quotedBy: Read<QuotedOption> = (value, path, issues) => {
  const found = read.objectWith(
    { volatility: readQuote },
    { swaption: readEuropeanSwaption, cap: readCap, floor: readFloor },
  )(value, path, issues);
  if (found === undefined) return undefined;
  const { volatility, swaption, cap, floor } = found;
  const told = [swaption, cap, floor].filter((one) => one !== undefined).length;
  if (told !== 1) {
    issues.push(issue('quote', path, 'one of swaption, cap and floor', `${told} of them`));
    return undefined;
  }
  if (swaption !== undefined) return { volatility, swaption };
  if (cap !== undefined) return { volatility, strip: { ...cap, kind: 'cap' } };
  return floor && { volatility, strip: { ...floor, kind: 'floor' } };
};

const readQuotes: Read<VolatilityQuotes> = (value, path, issues) => {
  const found = read.objectWith(
    {
      kind: read.oneOf<'hull-white-quotes'>(['hull-white-quotes']),
      quotes: read.list(quotedBy, MOST_QUOTES, 1),
    },
    { reversion },
  )(value, path, issues);
  if (found === undefined) return undefined;
  if (found.reversion === undefined && found.quotes.length < 2) {
    const at = read.pointer(path, 'quotes');
    issues.push(issue('length', at, 'two quotes, or a given reversion', 'one quote'));
    return undefined;
  }
  return found;
};

/**
 * How rates move: `black` (with its shift), `normal`, `hull-white` with its parameters, or
 * `hull-white-quotes` to be fitted by `resolveVolatility` (rule OPTION-10).
 */
export const readVolatility: Read<RateVolatility | VolatilityQuotes> = byMember<
  RateVolatility | VolatilityQuotes
>('kind', {
  black: readBlack,
  normal: readNormal,
  'hull-white': readHullWhite,
  'hull-white-quotes': readQuotes,
});
