import { positionAt } from '../balance-sheet/index.js';
import { type Issue, issue } from '../foundation/index.js';
import { bootstrapParCurve } from '../market/index.js';
import { isBaseShock, type ReplayCurve, type Scenario } from '../scenario/index.js';
import { capitalPartIssues } from './capital-rules.js';
import { duplicates } from './duplicates.js';
import { hedgePaths } from './hedge-parts.js';
import { hedgeIssues, overHedgeIssues } from './hedge-rules.js';
import { liquidityIssues } from './liquidity-issues.js';
import { modelIssues, rolloverIssues } from './model-rules.js';
import { parametersOf } from './parameters.js';
import { modelIds, positionIssues } from './position-rules.js';
import { scenarioIssuesIn } from './scenario-rules.js';
import type { ParQuoteInput, Study } from './study.js';
import { transferPricingIssues } from './transfer-rules.js';

/** JSON pointer of a term of a position in the document that was read. */
export type TermPath = (id: string, term: string) => string;

/** Issues between the parts of a Study whose parts are each well formed (STUDY-4, STUDY-5). */
export function consistencyIssues(study: Study, termPath: TermPath): Issue[] {
  return [
    ...dateIssues(study),
    ...curveIssues(study),
    ...uniqueIdIssues(study),
    ...bookIssues(study, termPath),
    ...modelIssues(study.behaviour),
    ...rolloverIssues(study.behaviour, study.book.product.names),
    ...parameterIssues(study),
    ...hedgePaths(study).flatMap(({ path, hedge }) => hedgeIssues(hedge, path)),
    ...overHedgeIssues(study, '/hedges'),
    ...scenarioIssues(study),
    ...study.scenarios.flatMap((each, at) => scenarioIssuesIn(study, each, `/scenarios/${at}`)),
    ...capitalIssues(study),
    ...capitalPartIssues(study),
    ...poolIssues(study),
    ...liquidityIssues(study),
    ...transferPricingIssues(study),
  ];
}

function dateIssues({ valuationDate, decisionDate, market }: Study): Issue[] {
  const issues: Issue[] = [];
  if (decisionDate < valuationDate) {
    const expected = `not before the valuation date ${valuationDate}`;
    issues.push(issue('date-order', '/decisionDate', expected, decisionDate));
  }
  if (market.curveDate > valuationDate) {
    const expected = `not after the valuation date ${valuationDate}`;
    const got = `${market.curveDate} (source: ${market.curveSource})`;
    issues.push(issue('date-order', '/market/curveDate', expected, got));
  }
  return issues;
}

/** The quotes of the date and of every scenario must build a zero curve. */
function curveIssues({ market, scenarios }: Study): Issue[] {
  const issues = buildIssues('/market/parQuotes', market.curveDate, market.parQuotes);
  scenarios.forEach((scenario, index) => {
    for (const [name, { dateIso, quotes }] of curvesOf(scenario)) {
      issues.push(...buildIssues(`/scenarios/${index}/${name}/quotes`, dateIso, quotes));
    }
  });
  return issues;
}

/** The observed curves in a scenario, by the name of their term. */
function curvesOf(scenario: Scenario): [string, ReplayCurve][] {
  if (scenario.kind === 'replay') return [['curve', scenario.curve]];
  if (scenario.kind === 'path') {
    return scenario.steps.map(({ curve }, at) => [`steps/${at}/curve`, curve]);
  }
  if (scenario.kind !== 'historic') return [];
  return [
    ['from', scenario.from],
    ['to', scenario.to],
  ];
}

function buildIssues(path: string, dateIso: string, quotes: readonly ParQuoteInput[]): Issue[] {
  const terms = {
    id: dateIso,
    dateIso,
    convention: 'us-treasury-par',
    quotes,
    source: '',
  } as const;
  const built = bootstrapParCurve(terms);
  return built.ok ? [] : built.issues.map((each) => ({ ...each, path }));
}

function uniqueIdIssues(study: Study): Issue[] {
  return [
    ...duplicates(study.behaviour.deposits, '/behaviour/deposits'),
    ...duplicates(study.behaviour.prepayments, '/behaviour/prepayments'),
    ...duplicates(study.behaviour.redemptions ?? [], '/behaviour/redemptions'),
    ...duplicates(study.behaviour.drawdowns ?? [], '/behaviour/drawdowns'),
    ...duplicates(study.behaviour.rollovers ?? [], '/behaviour/rollovers'),
    ...duplicateHedges(study),
    ...duplicates(study.scenarios, '/scenarios'),
    ...duplicates(study.liquidity.sources, '/liquidity/sources'),
  ];
}

/** A hedge is named by its id, whatever its kind. */
function duplicateHedges(study: Study): Issue[] {
  const seen = new Set<string>();
  return hedgePaths(study).flatMap(({ path, hedge }) => {
    const again = seen.has(hedge.id);
    seen.add(hedge.id);
    return again ? [issue('duplicate-id', `${path}/id`, 'a new id', hedge.id)] : [];
  });
}

function bookIssues({ book, behaviour }: Study, termPath: TermPath): Issue[] {
  const models = modelIds(behaviour);
  const issues: Issue[] = [];
  for (let row = 0; row < book.id.length; row += 1) {
    const position = positionAt(book, row);
    const found = positionIssues(position, models, (term) => termPath(position.id, term));
    for (const each of found) issues.push(each);
  }
  return issues;
}

/** A parameter names its figures; an assumption at least says in words what it rests on. */
function parameterIssues(study: Study): Issue[] {
  return parametersOf(study).flatMap(({ path, parameter }) => {
    if (parameter.basis === 'assumed') {
      if (parameter.note.trim() !== '') return [];
      return [issue('no-source', `${path}/note`, 'what the assumption rests on', 'nothing')];
    }
    if (parameter.source.length > 0) return [];
    const expected = `the figures behind a ${parameter.basis} parameter`;
    return [issue('no-source', `${path}/source`, expected, 'nothing')];
  });
}

function scenarioIssues({ scenarios }: Study): Issue[] {
  const base = scenarios.findIndex((scenario) => scenario.id === '0');
  const scenario = scenarios[base];
  if (scenario === undefined) {
    return [issue('no-base', '/scenarios', "the base scenario with id '0'", 'nothing')];
  }
  if (isBaseShock(scenario)) return [];
  const got = scenario.kind === 'parallel' ? `${scenario.shockBp} bp` : scenario.kind;
  return [issue('no-base', `/scenarios/${base}`, 'a parallel shock of 0 bp alone', got)];
}

/** A pool is sold once: a book has one sale source, whatever the ids (STUDY-9, RUN-2). */
function poolIssues({ liquidity }: Study): Issue[] {
  const seen = new Set<string>();
  return liquidity.sources.flatMap((source, index) => {
    if (source.kind !== 'sale') return [];
    const again = seen.has(source.group);
    seen.add(source.group);
    if (!again) return [];
    const path = `/liquidity/sources/${index}/group`;
    return [issue('duplicate-pool', path, 'one sale of a book', source.group)];
  });
}

/** Without the opt-out, CET1 holds AOCI already: there is nothing to add back (CAP-16). */
function capitalIssues({ capital }: Study): Issue[] {
  if (capital.aociOptOut) return [];
  const keys = ['aociAddBackUsdMillion', 'aociOnTransferredHtmUsdMillion'] as const;
  return keys.flatMap((key) => {
    const { [key]: amount = 0 } = capital;
    if (amount === 0) return [];
    return [issue('opt-out', `/capital/${key}`, '0 without the AOCI opt-out', String(amount))];
  });
}
