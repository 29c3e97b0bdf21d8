import type { Book } from '../balance-sheet/index.js';
import {
  type Issue,
  issue,
  type Read,
  type Result,
  read,
  type Shape,
} from '../foundation/index.js';
import type { StudyBlocks } from '../metric/index.js';
import { consistencyIssues, type TermPath } from './consistency.js';
import { checkHindsight } from './hindsight.js';
import { readAutomaticOptions, readCreditUnion } from './parse-automatic-options.js';
import { readBehaviour } from './parse-behaviour.js';
import { readCapital, readLiquidity } from './parse-capital.js';
import { readCapitalPlan } from './parse-capital-plan.js';
import { readCapitalRegime, readInterestRateCapital } from './parse-capital-regime.js';
import { readCollateral } from './parse-collateral.js';
import { readContingencyPlan } from './parse-contingency-plan.js';
import { readCreditLoss } from './parse-credit-loss.js';
import { readFigures } from './parse-figure.js';
import {
  readHedgeDeferrals,
  readHedgeFutures,
  readHedgeMargin,
  readHedgeOptions,
  readSwap,
} from './parse-hedge.js';
import { readLiquidityRule } from './parse-liquidity-rule.js';
import { readLiquidityStress } from './parse-liquidity-stress.js';
import { readMarket } from './parse-market.js';
import { readMortgageBanking } from './parse-mortgage-banking.js';
import { readPlan } from './parse-plan.js';
import { readColumns, readPositions } from './parse-position.js';
import { readScenario } from './parse-scenario.js';
import { readTransferPricing } from './parse-transfer-pricing.js';
import type { Study } from './study.js';

const { isoDate, list, members, objectWith, oneOf, resultOf, title } = read;

/** Optional parts: a measure without its part is refused, never computed on a default. */
export const readBlocks: Shape<StudyBlocks> = {
  plan: readPlan,
  liquidityRule: readLiquidityRule,
  capitalRegime: readCapitalRegime,
  interestRateCapital: readInterestRateCapital,
  capitalPlan: readCapitalPlan,
  creditLoss: readCreditLoss,
  mortgageBanking: readMortgageBanking,
  collateral: readCollateral,
  contingencyPlan: readContingencyPlan,
  liquidityStress: readLiquidityStress,
  transferPricing: readTransferPricing,
  automaticOptions: readAutomaticOptions,
  creditUnion: readCreditUnion,
  hedgeOptions: readHedgeOptions,
  hedgeFutures: readHedgeFutures,
  hedgeDeferrals: readHedgeDeferrals,
  hedgeMargin: readHedgeMargin,
};

type Required = Omit<Study, 'book' | keyof StudyBlocks>;

/** Everything of a Study but its book. */
export const readParts: Read<Required & Partial<StudyBlocks>> = objectWith<Required, StudyBlocks>(
  {
    schema: oneOf(['almfes/study/1']),
    title,
    institution: title,
    valuationDate: isoDate,
    decisionDate: isoDate,
    currency: oneOf(['USD']),
    market: readMarket,
    behaviour: readBehaviour,
    hedges: list(readSwap, 10_000),
    capital: readCapital,
    liquidity: readLiquidity,
    scenarios: list(readScenario, 1000, 1),
    figures: readFigures,
  },
  readBlocks,
);

/**
 * A Study from JSON of unknown shape (STUDY-3): the Study's own keys, with the book either as
 * `book` (an object of plain arrays, one a column) or as `positions` (a list). All issues are
 * collected, each with its JSON pointer; a Study that contradicts itself or cites what was not
 * yet known is refused. Never throws.
 */
export function parseStudy(value: unknown): Result<Study> {
  const issues: Issue[] = [];
  const found = members(value, '', issues);
  if (found === undefined) return resultOf<Study>(undefined, issues);
  const { book: _book, positions: _positions, ...rest } = found;
  const book = readBook(found, issues);
  const parts = readParts(rest, '', issues);
  if (book === undefined || parts === undefined || issues.length > 0) {
    return resultOf<Study>(undefined, issues);
  }
  const study: Study = { ...parts, book };
  for (const each of consistencyIssues(study, termPathIn(found))) issues.push(each);
  const hindsight = checkHindsight(study);
  if (!hindsight.ok) for (const each of hindsight.issues) issues.push(each);
  return resultOf(study, issues);
}

function readBook(found: Readonly<Record<string, unknown>>, issues: Issue[]): Book | undefined {
  const columns = Object.hasOwn(found, 'book');
  const positions = Object.hasOwn(found, 'positions');
  if (columns && positions) {
    issues.push(issue('book', '/book', 'either book or positions', 'both'));
    return undefined;
  }
  if (columns) return readColumns(found.book, '/book', issues);
  if (positions) return readPositions(found.positions, '/positions', issues);
  issues.push(issue('missing', '/book', 'book or positions', 'nothing'));
  return undefined;
}

/** Rows of a Book stand in id order: a path counts in the order of the document. */
function termPathIn(found: Readonly<Record<string, unknown>>): TermPath {
  if (Object.hasOwn(found, 'positions')) {
    const ids = (found.positions as readonly { id: unknown }[]).map(({ id }) => id);
    return (id, term) => `/positions/${ids.indexOf(id)}/${term}`;
  }
  const { id: ids } = found.book as { id: readonly unknown[] };
  return (id, term) => `/book/${term}/${ids.indexOf(id)}`;
}
