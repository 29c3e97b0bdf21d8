/** Short forms in the names of columns, by the word they stand for. */
const SHORT_FORMS: Readonly<Record<string, string>> = {
  acct: 'account',
  amt: 'amount',
  bal: 'balance',
  ccy: 'currency',
  cur: 'current',
  curr: 'current',
  dt: 'date',
  flt: 'floating',
  freq: 'frequency',
  idx: 'index',
  int: 'interest',
  ln: 'loan',
  mat: 'maturity',
  mkt: 'market',
  nbr: 'number',
  no: 'number',
  num: 'number',
  orig: 'origination',
  prin: 'principal',
  prod: 'product',
  repr: 'repricing',
  typ: 'type',
  val: 'value',
  amortised: 'amortized',
};

/** Words that say nothing of what a column holds. */
const EMPTY_WORDS = new Set(['of', 'the', 'in', 'pct', 'percent', 'usd', 'k', 'thousands', 'code']);

/** The words of a column's name: `CURR_BAL` and `currentBalance` are both `current balance`. */
export function wordsOfName(name: string): readonly string[] {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .map((word) => SHORT_FORMS[word] ?? word)
    .filter((word) => word !== '' && !EMPTY_WORDS.has(word));
}
