/** Times a decision of 60 levers x 20 scenarios x 5 failures on svb-2022, and a frontier of it. */
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { readCaseFiles } from '../apps/cli/src/case-run.js';
import { nodeFiles } from '../apps/cli/src/effect/node-files.js';
import { createHighsSolver } from '../apps/cli/src/highs-solver.js';
import {
  AS_ASSUMED,
  applyChange,
  baselScenarios,
  baseRowValues,
  collect,
  evaluate,
  failureWorld,
  LEAST_COST,
  type Limit,
  leverOf,
  type PlanProblem,
  planActions,
  planFrontier,
  type Result,
  type Scenario,
  type Study,
} from '../packages/engine/src/index.js';
import { parseCase } from '../packages/intake/src/index.js';
import { sixtyLevers } from './decision-levers.js';

const FLOOR_RATE = 0;

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.issues.slice(0, 3)));
  return result.value;
}

async function caseStudy(): Promise<Study> {
  const library = fileURLToPath(new URL('../library', import.meta.url));
  const folder = { slug: 'svb-2022', path: `${library}/case/svb-2022` };
  const files = await readCaseFiles(folder, { files: nodeFiles, libraryFolder: library });
  return value(parseCase(value(files))).study;
}

/** Fourteen parallel moves with the base, and the six shapes of Basel. */
function twentyScenarios(): readonly Scenario[] {
  const moves = [-200, -150, -100, -75, -50, -25, 0, 25, 50, 100, 150, 200, 250, 300];
  const parallel = moves.map(
    (shockBp): Scenario => ({
      id: shockBp > 0 ? `+${shockBp}` : `${shockBp}`,
      ...{ title: `${shockBp} bp`, kind: 'parallel', shockBp, floorRate: FLOOR_RATE },
    }),
  );
  const shapes = value(baselScenarios({ rule: 'basel-d368', currency: 'USD', floor: 'zero' }));
  return [...parallel, ...shapes];
}

const WORLDS = [
  failureWorld('deposit-stickiness-reversion', 'severe', 'reversion, severe'),
  failureWorld('pricing-power-loss', 'severe', 'pricing power loss, severe'),
  failureWorld('digital-disruption', 'moderate', 'digital disruption, moderate'),
  failureWorld('digital-disruption', 'severe', 'digital disruption, severe'),
  failureWorld('combined-adverse', 'severe', 'combined adverse, severe'),
] as const;

/** As in the case: EVE counts in billions, NII in hundreds of millions, ratios in points. */
function scaleOf(measure: string): Pick<Limit, 'scale' | 'step' | 'stepWords'> {
  if (measure.startsWith('eve')) return { scale: 1000, step: 100, stepWords: '100 million' };
  if (measure.startsWith('nii')) return { scale: 100, step: 10, stepWords: '10 million' };
  const scale = measure.startsWith('run') ? 0.05 : 0.01;
  return { scale, step: 0.01, stepWords: 'point' };
}

function limits(scenarios: readonly string[]): readonly Limit[] {
  const broken = WORLDS.map(({ id }) => id);
  const limit = (id: string, measure: string, worlds: readonly string[], floor: number) => ({
    ...{ id, title: id, measure, scenarios, worlds, floor, cap: null, relaxable: true },
    ...scaleOf(measure),
  });
  return [
    limit('eve-broken', 'eve.value', broken, 0),
    limit('nii-broken', 'nii.12m', broken, -1500),
    limit('eve', 'eve.change', [AS_ASSUMED.id], -2600),
    limit('nii', 'nii.12m', [AS_ASSUMED.id], 2500),
    limit('economic-cet1', 'capital.economicRatio.e0', [AS_ASSUMED.id, ...broken], -0.06),
    limit('run', 'runThreshold.liquidity.1d', [AS_ASSUMED.id], 0.22),
    { ...limit('cet1', 'capital.cet1Ratio', [AS_ASSUMED.id], 0.1), scenarios: [''] },
    { ...limit('leverage', 'capital.leverageRatio', [AS_ASSUMED.id], 0.07), scenarios: [''] },
  ];
}

const study = { ...(await caseStudy()), scenarios: twentyScenarios() };
const pricing = { halfBidOfferBp: 0.25, marginFundingSpread: 0.0025 };
const terms = { pricing, unitUsdMillion: 1000, deposits: null };
const solver = await createHighsSolver();

/** Made anew each time, on a copy of the Study, so that nothing kept is found again. */
function problem(run: number): PlanProblem {
  const { mortgageRate } = study.market;
  const rate = { ...mortgageRate, value: mortgageRate.value + run * 1e-9 };
  const own = {
    ...study,
    book: { ...study.book },
    market: { ...study.market, mortgageRate: rate },
  };
  return {
    study: own,
    levers: value(collect(sixtyLevers().map((template) => leverOf(own, template, terms)))),
    worlds: [AS_ASSUMED, ...WORLDS],
    limits: limits(study.scenarios.map(({ id }) => id)),
    ...{ rules: [], objective: LEAST_COST, realisedLossYears: 3, solver, evaluate },
    apply: (each, change) => applyChange(each, change, baseRowValues),
  };
}

const seconds = (from: number): string => ((performance.now() - from) / 1000).toFixed(1);
const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

print(`${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, Node ${process.version}`);
const size = `${sixtyLevers().length} levers x ${study.scenarios.length} scenarios x 5 failures`;
for (const run of [1, 2]) {
  const begun = performance.now();
  const plan = value(await planActions(problem(run)));
  const { status, rounds, agreed, disagreement, certificate, moves, curvature } = plan;
  print(
    `| decision, ${size}: ${status}, ${rounds} rounds, ` +
      `${agreed ? 'agreed' : 'NOT agreed'} (${disagreement.toExponential(1)}), gap ` +
      `${certificate.gap.toExponential(1)}, ${moves.length} moves, ${curvature?.shape} | ` +
      `${seconds(begun)} s |`,
  );
}

const begun = performance.now();
const floors = Array.from({ length: 25 }, (_, point) => -0.12 + 0.003 * point);
const frontier = value(await planFrontier(problem(3), 'economic-cet1', floors));
const on = frontier.filter(({ onFrontier }) => onFrontier).length;
print(`| frontier of 25 points, ${on} on it, the same problem | ${seconds(begun)} s |`);
