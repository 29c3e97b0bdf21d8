/** Times `evaluate` on a bank of 1,000 positions: part of `npm run bench`, on bundled code. */
import { evaluate, parseStudy, type Study } from '../packages/engine/src/index.js';
import { syntheticBank } from './synthetic-bank.js';

const POSITIONS = 1000;
const RUNS = 7;

const parsed = parseStudy(syntheticBank(POSITIONS));
if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues.slice(0, 3)));
const study = parsed.value;

/** A Study that shares nothing with the last one, so that no kept rows or rates are found. */
function afresh(run: number): Study {
  const { mortgageRate } = study.market;
  const value = mortgageRate.value + run * 1e-9;
  return {
    ...study,
    book: { ...study.book },
    market: { ...study.market, mortgageRate: { ...mortgageRate, value } },
  };
}

function bestMs(work: (run: number) => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 1; run <= RUNS; run += 1) {
    const start = performance.now();
    work(run);
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

const print = (what: string, ms: number): void => {
  process.stdout.write(`| ${what} | ${ms.toFixed(0)} ms |\n`);
};

const size = `${POSITIONS} positions x ${study.scenarios.length} scenarios x 360 months`;
print(
  `evaluate, cold, value, income, durations and key rates: ${size}`,
  bestMs((run) => evaluate(afresh(run), ['value', 'income', 'duration', 'keyRate'])),
);
print(
  `evaluate, cold, every measure: ${size}`,
  bestMs((run) => evaluate(afresh(100 + run))),
);
